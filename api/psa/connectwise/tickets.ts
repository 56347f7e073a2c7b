import * as z from 'zod'
import type { Ticket, TicketSummary } from '../provider.ts'
import { webOrigin } from './cloud-hosts.ts'
import { conditionFor } from './conditions.ts'
import type { Connection } from './connection.ts'
import { checkId } from './ids.ts'
import { firstDiscussion } from './notes.ts'
import { asNamed, type TicketRecord, ticket_fields, ticketSchema } from './records.ts'
import type { Statuses } from './statuses.ts'
import { ticketQuestion } from './ticket-question.ts'

type Desk = { connection: Connection; statuses: Statuses; company_id: string }

const most_found = 25

export async function findTickets(desk: Desk, words: string): Promise<TicketSummary[]> {
  const conditions = words.trim() === '' ? 'closedFlag = false' : conditionFor(words)
  if (conditions === undefined) return []
  const query = { conditions, orderBy: 'id desc', page: '1', pageSize: `${most_found}` }
  const question = { path: '/service/tickets', fields: ticket_fields, query, what: 'tickets' }
  const found = await desk.connection.get(question, z.array(ticketSchema))
  return await Promise.all(found.slice(0, most_found).map((ticket) => summaryOf(desk, ticket)))
}

export async function fetchTicket(desk: Desk, ref: string): Promise<Ticket> {
  const ticket = await desk.connection.get({ ...ticketQuestion(ref), fields: ticket_fields }, ticketSchema)
  return {
    ...(await summaryOf(desk, ticket)),
    description: ticket.initialDescription ?? (await firstDiscussion(desk.connection, ticket.id)),
    contact: ticket.contactName,
    board: asNamed(ticket.board),
  }
}

export async function setStatus(connection: Connection, ref: string, status_id: string): Promise<void> {
  const id = checkId(status_id, 'status')
  // A reference is replaced whole: a path into it is answered with 200, and nothing happens.
  const change = [{ op: 'replace', path: 'status', value: { id } }]
  const proof = { ...ticketQuestion(ref), fields: 'id' }
  await connection.patch(proof.path, change, proof)
}

async function summaryOf({ connection, statuses, company_id }: Desk, ticket: TicketRecord): Promise<TicketSummary> {
  return {
    ref: `${ticket.id}`,
    summary: ticket.summary ?? '',
    status: await statuses.of(ticket),
    company: ticket.company ? asNamed(ticket.company) : null,
    url: pageOf(ticket.id, webOrigin(connection.origin()), company_id),
  }
}

/** Where the ticket opens in the browser. */
function pageOf(id: number, origin: string, company_id: string): string {
  const query = new URLSearchParams({ service_recid: `${id}`, companyName: company_id })
  return `${origin}/v4_6_release/services/system_io/Service/fv_sr100_request.rails?${query}`
}
