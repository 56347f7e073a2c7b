import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { membersOnlyPolicy, signInPolicy } from '../tenant-policy.ts'

/** A person, who may belong to several accounts. */
export const users = pgTable(
  'users',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    email_verified: boolean().notNull().default(false),
    image: text(),
    created_at: signInMoment().notNull().defaultNow(),
    updated_at: signInMoment().notNull().defaultNow(),
  },
  () => [membersOnlyPolicy(), signInPolicy()],
)
