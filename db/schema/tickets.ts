import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, updatedAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

/** The built-in ticket board, for an account without a PSA of its own. */
export const tickets = pgTable(
  'tickets',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** What people call it by. */
    number: integer().notNull(),
    summary: text().notNull(),
    description: text(),
    company: text(),
    contact: text(),
    status_id: text().notNull().default('new'),
    created_by: uuid(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (table) => [
    unique().on(table.account_id, table.id),
    unique().on(table.account_id, table.number),
    index().on(table.account_id, table.status_id, table.number),
    tenantPolicy(),
  ],
)
