import { createResource, createSignal, For } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { createAttempt } from '../attempt.ts'
import { Loadable } from '../kit/Loadable.tsx'
import { inputLook } from '../kit/TextField.tsx'
import { changePreferences, readPreferences } from './account-settings.ts'

const offered = [90, 180, 365, 730, 1095, 2555]

const nameOf = (days: number) =>
  days % 365 === 0 ? `${days / 365} ${days === 365 ? 'year' : 'years'}` : `${days} days`

/** After how long a closed session is deleted, if ever. */
export function RetentionSetting(props: { mayEdit: boolean }) {
  const [preferences, { mutate, refetch }] = createResource(readPreferences)
  const [chosen, setChosen] = createSignal<string>()
  const { attempt, errorBeside } = createAttempt()
  const choose = async (value: string) => {
    setChosen(value)
    await attempt(async () => mutate(await changePreferences({ retention_days: value === '' ? null : Number(value) })))
    // A refused choice leaves the setting as it was.
    setChosen(undefined)
  }
  return (
    <>
      <Loadable data={preferences} what="The account’s settings" explain={messageOf} onRetry={async () => refetch()}>
        {(saved) => {
          const days = () => [
            ...new Set([...offered, ...(saved().retention_days ? [saved().retention_days as number] : [])]),
          ]
          return (
            <label class="grid gap-1.5 text-13px">
              <span class="font-medium">Delete sessions after they are resolved, escalated or abandoned</span>
              <select
                disabled={!props.mayEdit}
                value={chosen() ?? String(saved().retention_days ?? '')}
                onChange={(event) => void choose(event.currentTarget.value)}
                class={`${inputLook} text-13px !w-60`}
              >
                <option value="">Never</option>
                <For each={days().sort((one, other) => one - other)}>
                  {(each) => <option value={String(each)}>After {nameOf(each)}</option>}
                </For>
              </select>
              <span class="text-secondary">
                With its conversation, facts, fixes and scripts, for good. The audit trail stays, and so does what was
                posted to the ticket.
              </span>
            </label>
          )
        }}
      </Loadable>
      <p role="alert" class="text-13px text-danger empty:hidden">
        {errorBeside([]) && `The setting is as it was. ${errorBeside([])}`}
      </p>
    </>
  )
}
