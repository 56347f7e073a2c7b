import { createSignal, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { NewTicketForm } from './NewTicketForm.tsx'
import { TicketSearch } from './TicketSearch.tsx'
import { ticketNumber } from './ticket-name.ts'
import { createTicketSystem } from './ticket-system.ts'
import type { PickedTicket } from './tickets.ts'

/** A dialog to find the ticket that a session belongs to, or to add one to the account's own board. */
export function TicketPicker(props: {
  open: boolean
  /** Called by Esc and by a press outside; focus goes back to where it was. */
  onClose: () => void
  onPick: (ticket: PickedTicket) => void
}) {
  const system = createTicketSystem()
  const isOwnBoard = () => system()?.provider === 'builtin'
  const [words, setWords] = createSignal('')
  const [adding, setAdding] = createSignal(false)
  const close = () => {
    setAdding(false)
    setWords('')
    props.onClose()
  }
  const pick = (ticket: PickedTicket) => {
    close()
    props.onPick(ticket)
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && close()}
      title={adding() ? 'New ticket' : 'Link a ticket'}
      icon={adding() ? 'plus' : 'link'}
      width={560}
      about={adding() ? undefined : 'Not there yet?'}
      actions={
        isOwnBoard() && !adding() ? (
          <Button small icon="plus" onClick={() => setAdding(true)}>
            New ticket
          </Button>
        ) : undefined
      }
    >
      <Show
        when={adding()}
        fallback={<TicketSearch provider={system()?.provider} words={words()} onWords={setWords} onPick={pick} />}
      >
        <NewTicketForm
          summary={ticketNumber(words()) ? '' : words().trim()}
          onBack={() => setAdding(false)}
          onAdded={pick}
        />
      </Show>
    </Dialog>
  )
}
