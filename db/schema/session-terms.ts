import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accountId } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'

/**
 * The trigrams of a session's words, kept by triggers on `ai_sessions`: what its search is answered from. A table of rows
 * compared by `=`, because under forced row-level security PostgreSQL uses no GIN index: `ilike`, `%` and `@@` are not leakproof.
 */
export const sessionTerms = pgTable(
  'session_terms',
  { account_id: accountId(), term: text().notNull(), session_id: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.account_id, table.term, table.session_id] }),
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    index().on(table.account_id, table.session_id),
    tenantPolicy(),
  ],
)
