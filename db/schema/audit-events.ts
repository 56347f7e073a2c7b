import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json } from '../columns.ts'
import { signInToldPolicy, tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

/** Who did what that others have to be able to look up. Rows are added and never changed; they outlive their session. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    user_id: uuid(),
    action: text().notNull(),
    session_id: uuid(),
    ticket_ref: text(),
    detail: json<Record<string, unknown>>().notNull(),
    created_at: createdAt(),
  },
  (table) => [index().on(table.account_id, table.created_at, table.id), tenantPolicy(), signInToldPolicy()],
)
