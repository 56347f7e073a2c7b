import { For } from 'solid-js'
import { inputLook } from '../kit/TextField.tsx'
import type { Role } from './member-calls.ts'

const about: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  engineer: 'Engineer',
  viewer: 'Viewer',
}
export const roleName = (role: Role) => about[role]

/** A role out of those that may be given; put back where `onPick` refuses. */
export function RoleSelect(props: {
  id?: string
  label?: string
  value: Role
  roles: Role[]
  disabled?: boolean
  onPick: (role: Role) => unknown
}) {
  const pick = async (select: HTMLSelectElement) => {
    await props.onPick(select.value as Role)
    select.value = props.value
  }
  return (
    <select
      id={props.id}
      aria-label={props.label}
      disabled={props.disabled}
      onChange={(event) => void pick(event.currentTarget)}
      class={`${inputLook} text-13px`}
    >
      <For each={props.roles}>
        {(role) => (
          <option value={role} selected={role === props.value}>
            {roleName(role)}
          </option>
        )}
      </For>
    </select>
  )
}
