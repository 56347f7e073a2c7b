import { createSignal, Show } from 'solid-js'
import { Button, buttonLook } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Menu, MenuItem } from '../kit/Menu.tsx'
import { Popover } from '../kit/Popover.tsx'
import { TextField } from '../kit/TextField.tsx'
import { StatusChip, statusLabels } from '../sessions/status-chip.tsx'
import type { PilotSession } from './pilot-session.ts'

/** A way to change the title, for those who may write. */
export function RenameButton(props: { pilot: PilotSession }) {
  const [open, setOpen] = createSignal(false)
  return (
    <Popover
      open={open()}
      onOpenChange={setOpen}
      trigger={<Icon name="pencil" size={14} />}
      trigger_label="Rename this session"
      variant="ghost"
      small
      label="Rename this session"
      width={420}
    >
      <div class="p-3.5">
        <RenameForm pilot={props.pilot} onDone={() => setOpen(false)} />
      </div>
    </Popover>
  )
}

/** The field for another title. */
export function RenameForm(props: { pilot: PilotSession; onDone: () => void }) {
  const current = props.pilot.session().title
  const [title, setTitle] = createSignal(current)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    props.onDone()
    if (title().trim() !== current) void props.pilot.rename(title().trim())
  }
  return (
    <form class="flex items-end gap-2" onSubmit={save}>
      <div class="flex-1 min-w-0">
        <TextField label="Title" value={title()} onInput={setTitle} maxLength={200} required />
      </div>
      <Button type="submit" variant="primary" disabled={title().trim() === ''}>
        Save
      </Button>
    </form>
  )
}

/** The session's status, and what the engineer may make of it here. */
export function StatusMenu(props: { pilot: PilotSession; mayWrite: boolean }) {
  const status = () => props.pilot.session().status
  return (
    <Show when={props.mayWrite} fallback={<StatusChip status={status()} />}>
      <Menu
        trigger={
          <>
            <StatusChip status={status()} />
            <Icon name="chevron-down" size={14} />
          </>
        }
        trigger_label={`Status: ${statusLabels[status()]}. Change it`}
        trigger_class={`${buttonLook({ variant: 'ghost', small: true })} !px-1`}
      >
        <StatusItems pilot={props.pilot} />
      </Menu>
    </Show>
  )
}

/** What can be made of the status, as items of a menu. */
export function StatusItems(props: { pilot: PilotSession }) {
  const status = () => props.pilot.session().status
  return (
    <>
      <Show when={status() !== 'active'}>
        <MenuItem icon="play" onSelect={() => void props.pilot.setStatus('active')}>
          {status() === 'paused' ? 'Go on' : 'Reopen'}
        </MenuItem>
      </Show>
      <Show when={status() === 'active'}>
        <MenuItem icon="clock" onSelect={() => void props.pilot.setStatus('paused')}>
          Pause
        </MenuItem>
      </Show>
      <Show when={status() === 'active' || status() === 'paused'}>
        <MenuItem icon="close" onSelect={() => void props.pilot.setStatus('abandoned')}>
          Abandon
        </MenuItem>
      </Show>
    </>
  )
}
