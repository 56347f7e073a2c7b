import { createSignal, Show } from 'solid-js'
import { buttonLook } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Menu, MenuItem } from '../kit/Menu.tsx'
import { statusLabels } from '../sessions/status-chip.tsx'
import { TicketChips } from '../tickets/TicketChips.tsx'
import type { TicketLink } from '../tickets/ticket-link.ts'
import { EscalateButton, ResolveButton } from '../wrap-up/ResolveButton.tsx'
import type { WrapUp } from '../wrap-up/wrap-up.ts'
import type { PilotSession } from './pilot-session.ts'
import { RenameButton, RenameForm, StatusItems, StatusMenu } from './SessionHeader.tsx'

type Rights = {
  /** Whether he may change the session at all. */
  isEngineer: boolean
  /** Whether the session is open to be changed, too. */
  mayWrite: boolean
}

/** The session's name and status, to change. */
export function SessionTools(props: Rights & { pilot: PilotSession }) {
  return (
    <>
      <Show when={props.mayWrite}>
        <RenameButton pilot={props.pilot} />
      </Show>
      <StatusMenu pilot={props.pilot} mayWrite={props.isEngineer} />
    </>
  )
}

/** What stands at the right of a session's header: the ways to end it, and in a narrow window its tools. */
export function SessionActions(
  props: Rights & { pilot: PilotSession; wrapUp: WrapUp; ticketLink: TicketLink; wide: boolean },
) {
  return (
    <>
      <Show when={!props.wide}>
        <div class={props.isEngineer ? 'hidden sm:contents' : 'contents'}>
          <TicketChips link={props.ticketLink} mayWrite={props.mayWrite} />
          <SessionTools {...props} />
        </div>
        <Show when={props.isEngineer}>
          <div class="contents sm:hidden">
            <SessionMenu {...props} />
          </div>
        </Show>
      </Show>
      <Show when={props.mayWrite}>
        <div class="hidden sm:contents">
          <EscalateButton wrapUp={props.wrapUp} />
        </div>
        <ResolveButton wrapUp={props.wrapUp} />
      </Show>
    </>
  )
}

/** Where the header has no room: the session's status and all that can be made of it, behind one button. */
function SessionMenu(props: Rights & { pilot: PilotSession; wrapUp: WrapUp; ticketLink: TicketLink }) {
  const [renaming, setRenaming] = createSignal(false)
  const status = () => statusLabels[props.pilot.session().status]
  // The menu gives the focus back first: whatever opens next returns it there.
  const afterMenu = (act: () => void) => () => setTimeout(act)
  return (
    <>
      <Menu
        trigger={<Icon name="more" />}
        trigger_label={`Session: ${status()}. Change it`}
        trigger_class={`${buttonLook({ variant: 'ghost' })} !px-2`}
      >
        <p class="px-2.5 pt-1.5 pb-1 text-xs text-faint">{status()}</p>
        <StatusItems pilot={props.pilot} />
        <Show
          when={props.ticketLink.ticket()}
          fallback={
            <Show when={props.mayWrite}>
              <MenuItem icon="link" onSelect={afterMenu(props.ticketLink.openPicker)}>
                Link a ticket
              </MenuItem>
            </Show>
          }
        >
          {(ticket) => (
            <MenuItem icon="link" onSelect={afterMenu(props.ticketLink.openTicket)}>
              Ticket {props.ticketLink.nameOf(ticket().ref)}
            </MenuItem>
          )}
        </Show>
        <Show when={props.mayWrite}>
          <MenuItem icon="pencil" onSelect={afterMenu(() => setRenaming(true))}>
            Rename
          </MenuItem>
          <MenuItem icon="flag" onSelect={afterMenu(() => props.wrapUp.open('escalation_package'))}>
            Escalate
          </MenuItem>
        </Show>
      </Menu>
      <Dialog open={renaming()} onOpenChange={setRenaming} title="Rename this session" width={420}>
        <RenameForm pilot={props.pilot} onDone={() => setRenaming(false)} />
      </Dialog>
    </>
  )
}
