import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accountId } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { tickets } from './tickets.ts'

/** The trigrams of the words of a ticket on the built-in board, kept and searched as `session_terms` are. */
export const ticketTerms = pgTable(
  'ticket_terms',
  { account_id: accountId(), term: text().notNull(), ticket_id: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.account_id, table.term, table.ticket_id] }),
    foreignKey({
      columns: [table.account_id, table.ticket_id],
      foreignColumns: [tickets.account_id, tickets.id],
    }).onDelete('cascade'),
    index().on(table.account_id, table.ticket_id),
    tenantPolicy(),
  ],
)
