import { Show } from 'solid-js'
import { Chip } from '../kit/Chip.tsx'
import { Icon } from '../kit/Icon.tsx'
import { TicketButton } from './TicketButton.tsx'
import type { TicketLink } from './ticket-link.ts'

/** What the session belongs to: opens the ticket, or where there is none the way to link one. */
export function TicketChips(props: { link: TicketLink; mayWrite: boolean }) {
  const { link } = props
  const name = () => {
    const ticket = link.ticket()
    return ticket ? link.nameOf(ticket.ref) : undefined
  }
  const linking = () => {
    const ref = link.linking()
    return ref && link.nameOf(ref)
  }
  return (
    <>
      <Show when={props.mayWrite || name()}>
        <TicketButton
          name={name()}
          linking={linking()}
          unlinked="Link a ticket"
          narrow_unlinked
          label={(ticket) => `Ticket ${ticket}`}
          expanded={link.shown() !== undefined}
          onPress={() => (link.ticket() ? link.openTicket() : link.openPicker())}
        />
      </Show>
      <span role="status" class="sr-only">
        {linking() ? `Linking ${linking()}…` : ''}
      </span>
      <Show when={!linking() && link.ticket()}>
        {(ticket) => (
          <>
            <Show when={ticket().url}>
              {(url) => (
                <a
                  href={url()}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`Open ${name()} in ConnectWise`}
                  title="Open in ConnectWise"
                  class="hidden lane:inline-grid place-items-center flex-none min-w-6 min-h-6 rounded-sm text-secondary hover:(bg-elevated text-primary)"
                >
                  <Icon name="external" size={14} />
                </a>
              )}
            </Show>
            <Show when={ticket().company}>
              {(company) => (
                <span class="hidden lane:flex">
                  <Chip>{company()}</Chip>
                </span>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  )
}
