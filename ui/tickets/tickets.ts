import { type InferRequestType, type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'
import { ticketNumber } from './ticket-name.ts'

export type TicketSummary = InferResponseType<typeof api.tickets.$get, 200>['items'][number]
export type Ticket = InferResponseType<(typeof api.tickets)[':ref']['$get'], 200>
export type TicketNote = Ticket['notes'][number]
export type NewTicket = InferRequestType<typeof api.tickets.$post>['json']

/** What is known of a ticket before it is read: a number alone, where the ticket system could not be asked. */
export type PickedTicket = { ref: string; summary: string | null; company: string | null }

/** Tickets whose number or summary holds the words, newest first; the open ones for no words. */
export async function findTickets(words: string, signal: AbortSignal): Promise<TicketSummary[]> {
  const q = ticketNumber(words) ?? words.trim()
  return (await parseResponse(api.tickets.$get({ query: { q } }, { init: { signal } }))).items
}

/** A ticket as it is now, with all of its notes. */
export const readTicket = (ref: string): Promise<Ticket> => parseResponse(api.tickets[':ref'].$get({ param: { ref } }))

/** Adds a ticket to the built-in board; the same `idempotency_key` never adds a second one. */
export const addTicket = (json: NewTicket, idempotency_key: string): Promise<Ticket> =>
  parseResponse(api.tickets.$post({ json }, { headers: { 'idempotency-key': idempotency_key } }))

export const asPicked = ({ ref, summary, company }: TicketSummary): PickedTicket => ({
  ref,
  summary,
  company: company?.name ?? null,
})
