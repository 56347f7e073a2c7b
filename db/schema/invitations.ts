import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { signInPolicy, tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'
import { users } from './users.ts'

export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text({ enum: ['owner', 'admin', 'engineer', 'viewer'] }).notNull(),
    status: text({ enum: ['pending', 'accepted', 'canceled', 'rejected'] })
      .notNull()
      .default('pending'),
    inviter_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires_at: signInMoment().notNull(),
    created_at: signInMoment().notNull().defaultNow(),
  },
  (table) => [index().on(table.account_id, table.created_at), index().on(table.email), tenantPolicy(), signInPolicy()],
)
