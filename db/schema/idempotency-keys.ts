import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accountId, createdAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'

/** The first answer to a request that carried an Idempotency-Key, for three days. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    account_id: accountId(),
    // Method and path belong to the key: the same one at another place is another request.
    scope: text().notNull(),
    key: text().notNull(),
    body_hash: text().notNull(),
    // What was answered, sealed: it holds what the engineer wrote. Null where it was kept before answers were sealed.
    response: text(),
    created_at: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.account_id, table.scope, table.key] }),
    index().on(table.account_id, table.created_at),
    tenantPolicy(),
  ],
)
