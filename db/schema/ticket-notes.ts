import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { tickets } from './tickets.ts'

export type NoteKinds = ('discussion' | 'internal' | 'resolution')[]

/** Notes on tickets of the built-in board. */
export const ticketNotes = pgTable(
  'ticket_notes',
  {
    id: id(),
    account_id: accountId(),
    ticket_id: uuid().notNull(),
    text: text().notNull(),
    kinds: json<NoteKinds>().notNull(),
    author: text(),
    created_at: createdAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.ticket_id],
      foreignColumns: [tickets.account_id, tickets.id],
    }).onDelete('cascade'),
    index().on(table.account_id, table.ticket_id, table.created_at),
    tenantPolicy(),
  ],
)
