import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { signInPolicy } from '../tenant-policy.ts'

/** Sign-ins that failed or are under way, by a hash of the address: what is counted to slow down guessing. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  { id: id(), address_hash: text().notNull(), created_at: createdAt() },
  (table) => [index().on(table.address_hash, table.created_at), index().on(table.created_at), signInPolicy()],
)
