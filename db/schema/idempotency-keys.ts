import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountId, createdAt, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'

/** The first answer to a request that carried an Idempotency-Key, for at least 24 hours. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    account_id: accountId(),
    // Method and path belong to the key: the same one at another place is another request.
    scope: text().notNull(),
    key: text().notNull(),
    body_hash: text().notNull(),
    status: integer(),
    response: json<unknown>(),
    created_at: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.account_id, table.scope, table.key] }), tenantPolicy()],
)
