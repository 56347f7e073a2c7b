import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { enterAccountPolicy, signInPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'
import { users } from './users.ts'

/** One signed-in browser; better-auth calls it a session. Deleting the row revokes it at once. */
export const logins = pgTable(
  'logins',
  {
    id: id(),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    active_account_id: uuid().references(() => accounts.id, { onDelete: 'set null' }),
    active_role: text(),
    ip_address: text(),
    user_agent: text(),
    expires_at: signInMoment().notNull(),
    created_at: signInMoment().notNull().defaultNow(),
    updated_at: signInMoment().notNull().defaultNow(),
  },
  (table) => [index().on(table.user_id), signInPolicy(), enterAccountPolicy()],
)
