import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { signInPolicy } from '../tenant-policy.ts'

/** Short-lived secrets of sign-in: the state of a round trip to Microsoft. */
export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expires_at: signInMoment().notNull(),
    created_at: signInMoment().notNull().defaultNow(),
    updated_at: signInMoment().notNull().defaultNow(),
  },
  (table) => [index().on(table.identifier), signInPolicy()],
)
