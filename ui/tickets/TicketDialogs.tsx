import { Show } from 'solid-js'
import { CornerDialog } from '../kit/CornerDialog.tsx'
import { TicketPanel } from './TicketPanel.tsx'
import { TicketPicker } from './TicketPicker.tsx'
import type { TicketLink } from './ticket-link.ts'

/** The ticket beside the conversation, and the way to link another. */
export function TicketDialogs(props: { link: TicketLink; mayWrite: boolean }) {
  const { link } = props
  return (
    <>
      <CornerDialog
        open={link.shown() === 'ticket' && link.ticket() !== null}
        onClose={link.close}
        label={`Ticket ${link.nameOf(link.ticket()?.ref ?? '')}`}
      >
        <Show when={link.ticket()}>
          {(ticket) => <TicketPanel link={link} ticket={ticket()} mayWrite={props.mayWrite} />}
        </Show>
      </CornerDialog>
      <TicketPicker open={link.shown() === 'picker'} onClose={link.close} onPick={link.pick} />
    </>
  )
}
