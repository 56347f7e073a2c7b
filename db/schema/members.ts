import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { enterAccountPolicy, signInPolicy, tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'
import { users } from './users.ts'

export const members = pgTable(
  'members',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: ['owner', 'admin', 'engineer', 'viewer'] }).notNull(),
    created_at: signInMoment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex().on(table.account_id, table.user_id),
    index().on(table.user_id),
    tenantPolicy(),
    signInPolicy(),
    enterAccountPolicy(),
  ],
)
