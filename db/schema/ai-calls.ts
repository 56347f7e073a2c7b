import { doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

/** One call to the model. A counter that is null is unknown, never 0. */
export const aiCalls = pgTable(
  'ai_calls',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    session_id: uuid(),
    purpose: text().notNull(),
    model: text().notNull(),
    input_tokens: integer(),
    output_tokens: integer(),
    cache_creation_input_tokens: integer(),
    cache_read_input_tokens: integer(),
    duration_ms: integer().notNull(),
    // US cents; null where the model's price is not known.
    cost_cents: doublePrecision(),
    stop_reason: text(),
    error_code: text(),
    created_at: createdAt(),
  },
  (table) => [index().on(table.account_id, table.created_at), tenantPolicy()],
)
