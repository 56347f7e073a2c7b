import { date, doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

/** What the calls of one day (UTC) used, once they are too old to be kept one by one. A counter that is null is unknown. */
export const aiUsageDays = pgTable(
  'ai_usage_days',
  {
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    purpose: text().notNull(),
    model: text().notNull(),
    calls: integer().notNull(),
    input_tokens: integer(),
    output_tokens: integer(),
    cache_creation_input_tokens: integer(),
    cache_read_input_tokens: integer(),
    cost_cents: doublePrecision(),
  },
  (table) => [primaryKey({ columns: [table.account_id, table.day, table.purpose, table.model] }), tenantPolicy()],
)
