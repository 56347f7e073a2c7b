import { createSignal, Show } from 'solid-js'
import { IconButton } from '../kit/IconButton.tsx'
import type { ChosenTicket } from './chosen-ticket.ts'
import { TicketButton } from './TicketButton.tsx'
import { TicketPicker } from './TicketPicker.tsx'
import { ticketName } from './ticket-name.ts'
import { createTicketSystem } from './ticket-system.ts'

/** The ticket beside the words of a new session: to link, to change, to take back. */
export function StartTicket(props: { chosen: ChosenTicket }) {
  const { chosen } = props
  const system = createTicketSystem()
  const [open, setOpen] = createSignal(false)
  let place: HTMLSpanElement | undefined
  const name = () => {
    const ticket = chosen.ticket()
    return ticket ? ticketName(ticket.ref, system()?.provider) : undefined
  }
  const drop = () => {
    chosen.drop()
    // The button that had the focus is gone.
    place?.querySelector('button')?.focus()
  }
  return (
    <span ref={place} class="flex items-center gap-1.5 min-w-0">
      <TicketButton
        name={name()}
        unlinked="Link ticket"
        label={(ticket) => `Ticket ${ticket}. Change it`}
        expanded={open()}
        onPress={() => setOpen(true)}
      />
      <Show when={chosen.ticket()}>
        {(ticket) => (
          <>
            <span role="status" class="min-w-0 truncate text-sm text-secondary">
              {chosen.reading()
                ? 'Reading the ticket…'
                : [ticket().company, ticket().summary].filter(Boolean).join(' · ')}
            </span>
            <IconButton icon="close" label={`Unlink ${name()}`} size={14} onClick={drop} />
          </>
        )}
      </Show>
      <TicketPicker open={open()} onClose={() => setOpen(false)} onPick={(ticket) => void chosen.choose(ticket)} />
    </span>
  )
}
