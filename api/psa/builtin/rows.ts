import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/in-account.ts'
import { ticketNotes } from '../../../db/schema/ticket-notes.ts'
import { tickets } from '../../../db/schema/tickets.ts'
import { holdsWord, idsByTerms } from '../../../db/term-search.ts'

export type TicketRow = typeof tickets.$inferSelect
export type NoteRow = typeof ticketNotes.$inferSelect
type NewTicketRow = Omit<typeof tickets.$inferInsert, 'number' | 'status_id'>
type NewNoteRow = Pick<typeof ticketNotes.$inferInsert, 'id' | 'account_id' | 'ticket_id' | 'text' | 'kinds' | 'author'>

const first_number = 1001

export const selectTicket = (tx: Tx, account_id: string, number: number) =>
  tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.account_id, account_id), eq(tickets.number, number)))

export const lockTicket = (tx: Tx, account_id: string, number: number) =>
  selectTicket(tx, account_id, number).for('update')

/** Tickets that are of this number or have all the words in their summary, newest first. */
export function selectTicketsOf(tx: Tx, account_id: string, words: string[], number: number | null, limit: number) {
  const fits = and(eq(tickets.account_id, account_id), ...words.map((word) => holdsWord(tickets.summary, word)))
  const newest = tx.select({ id: tickets.id }).from(tickets).where(fits).orderBy(desc(tickets.number)).limit(limit)
  const found = idsByTerms({ table: 'ticket_terms', id: 'ticket_id' }, account_id, words, newest.getSQL())
  const named = tx
    .select()
    .from(tickets)
    .where(and(fits, sql`${tickets.id} = any(${found})`))
  const ordered = number === null ? named : named.union(selectTicket(tx, account_id, number))
  return ordered.orderBy(desc(tickets.number)).limit(limit)
}

export const selectTicketsIn = (tx: Tx, account_id: string, statuses: string[], limit: number) =>
  tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.account_id, account_id), inArray(tickets.status_id, statuses)))
    .orderBy(desc(tickets.number))
    .limit(limit)

/** Until this transaction ends nobody else takes a number. */
export const lockNumbers = (tx: Tx, account_id: string) =>
  tx
    .select({ locked: sql`pg_advisory_xact_lock(hashtextextended(${`ticket numbers of ${account_id}`}, 0))` })
    .from(sql`(select) as once`)

/** Adds a ticket under the next number; only behind `lockNumbers`. */
export const insertTicket = (tx: Tx, ticket: NewTicketRow) =>
  tx
    .insert(tickets)
    .values({
      ...ticket,
      number: sql`(select coalesce(max(t.number) + 1, ${sql.raw(`${first_number}`)}) from tickets t
        where t.account_id = ${ticket.account_id})` as never,
    })
    .returning()

export const updateTicket = (tx: Tx, account_id: string, number: number, change: { status_id?: string }) =>
  tx
    .update(tickets)
    .set({ ...change, updated_at: sql`now()` })
    .where(and(eq(tickets.account_id, account_id), eq(tickets.number, number)))
    .returning({ number: tickets.number })

/** A ticket's notes, oldest first. */
export const selectNotes = (tx: Tx, account_id: string, number: number) =>
  tx
    .select({ note: ticketNotes })
    .from(ticketNotes)
    .innerJoin(tickets, and(eq(tickets.account_id, ticketNotes.account_id), eq(tickets.id, ticketNotes.ticket_id)))
    .where(and(eq(tickets.account_id, account_id), eq(tickets.number, number)))
    .orderBy(asc(ticketNotes.created_at), asc(ticketNotes.id))

/** Adds a note behind all others of its ticket, which is locked: also behind one of this very millisecond. */
export const insertNote = (tx: Tx, note: NewNoteRow) =>
  tx.insert(ticketNotes).values({
    ...note,
    created_at: sql`greatest(now(), (select max(n.created_at) + interval '1 millisecond' from ticket_notes n
      where n.account_id = ${note.account_id} and n.ticket_id = ${note.ticket_id}))` as never,
  })
