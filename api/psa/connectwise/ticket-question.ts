import { checkId } from './ids.ts'

/** Where a ticket is, and what to call it; throws `not_found` for what is no ticket's number. */
export function ticketQuestion(ref: string) {
  const id = checkId(ref, 'ticket')
  return { path: `/service/tickets/${id}`, what: `ticket ${id}` }
}
