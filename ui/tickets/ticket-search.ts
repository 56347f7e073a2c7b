import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { createLatestRequest } from '../wrap-up/latest-request.ts'
import { findTickets, type TicketSummary } from './tickets.ts'

/** Milliseconds without a key before the ticket system is asked. */
const QUIET = 250

/** Tickets for these words, looked up as they change; the open ones for none. */
export function createTicketSearch(words: () => string) {
  const [found, setFound] = createSignal<TicketSummary[]>()
  const [failure, setFailure] = createSignal<{ thrown: unknown }>()
  const [asking, setAsking] = createSignal(true)
  const heard = (items: TicketSummary[] | undefined, failed: { thrown: unknown } | undefined) => {
    setFound(items)
    setFailure(failed)
    setAsking(false)
  }
  const newest = createLatestRequest<TicketSummary[]>({
    ask: (signal) => findTickets(words(), signal),
    onAnswer: (items) => heard(items, undefined),
    onFailure: (thrown) => heard(undefined, { thrown }),
  })
  const ask = (wait: number) => {
    setAsking(true)
    newest.after(wait)
  }
  createEffect(on(words, (_, before) => ask(before === undefined ? 0 : QUIET)))
  onCleanup(newest.stop)
  return {
    /** What was found last; nothing before the first answer and after a failure. */
    found,
    failure,
    /** Whether the answer for the present words is still on its way. */
    asking,
    again: () => ask(0),
  }
}
