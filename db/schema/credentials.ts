import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { signInPolicy } from '../tenant-policy.ts'
import { users } from './users.ts'

/** How a user proves who he is: a password's hash, or an identity at Microsoft; better-auth calls it an account. */
export const credentials = pgTable(
  'credentials',
  {
    id: id(),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    provider_id: text().notNull(),
    provider_user_id: text().notNull(),
    password: text(),
    access_token: text(),
    refresh_token: text(),
    id_token: text(),
    access_token_expires_at: signInMoment(),
    refresh_token_expires_at: signInMoment(),
    scope: text(),
    created_at: signInMoment().notNull().defaultNow(),
    updated_at: signInMoment().notNull().defaultNow(),
  },
  (table) => [index().on(table.user_id), index().on(table.provider_id, table.provider_user_id), signInPolicy()],
)
