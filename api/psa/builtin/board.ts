import type { TargetStatuses } from '../../../db/schema/psa-connections.ts'
import type { Named, Ticket, TicketNote, TicketStatus, TicketSummary } from '../provider.ts'
import type { NoteRow, TicketRow } from './rows.ts'

/** The one board that every account has. */
export const board: Named = { id: 'service-desk', name: 'Service desk' }

export const statuses: readonly TicketStatus[] = [
  { id: 'new', name: 'New', closed: false },
  { id: 'in_progress', name: 'In progress', closed: false },
  { id: 'waiting', name: 'Waiting for customer', closed: false },
  { id: 'escalated', name: 'Escalated', closed: false },
  { id: 'resolved', name: 'Resolved', closed: true },
  { id: 'closed', name: 'Closed', closed: true },
]

export const open_statuses = statuses.filter(({ closed }) => !closed).map(({ id }) => id)

/** What the account picked, and where it picked nothing what the names say. */
export const builtinTargets = (picked: TargetStatuses | undefined): TargetStatuses => ({
  resolved: { [board.id]: 'resolved', ...picked?.resolved },
  escalated: { [board.id]: 'escalated', ...picked?.escalated },
})

export function asSummary({ number, summary, status_id, company }: TicketRow): TicketSummary {
  const status = statuses.find(({ id }) => id === status_id) ?? { id: status_id, name: status_id, closed: false }
  return { ref: `${number}`, summary, status, company: company ? { id: company, name: company } : null, url: null }
}

export function asTicket(row: TicketRow): Ticket {
  return { ...asSummary(row), description: row.description, contact: row.contact, board }
}

export function asNote({ id, text, kinds, author, created_at }: NoteRow): TicketNote {
  const kind = kinds.includes('resolution') ? 'resolution' : kinds.includes('internal') ? 'internal' : 'discussion'
  return { id, text, kind, author, created_at }
}
