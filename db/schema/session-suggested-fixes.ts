import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, instant, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'
import { users } from './users.ts'

export type FixScript = { language: 'powershell' | 'bash' | 'python' | 'cmd'; body: string }
export type OutcomeProposal = { outcome: 'worked' | 'partial' | 'failed'; reason: string }

export const sessionSuggestedFixes = pgTable(
  'session_suggested_fixes',
  {
    id: id(),
    account_id: accountId(),
    session_id: uuid().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    cause: text(),
    // Null for what an engineer did himself.
    confidence: integer(),
    created_by: uuid().references(() => users.id, { onDelete: 'set null' }),
    facts: json<number[]>().notNull().default(sql`'[]'`),
    script: json<FixScript>(),
    script_template_id: uuid(),
    parameters: json<Record<string, unknown>>().notNull().default(sql`'{}'`),
    user_decision: text({ enum: ['one_off', 'draft_template', 'build_template', 'dismissed'] }),
    status: text({ enum: ['proposed', 'applied', 'worked', 'partial', 'failed', 'awaiting', 'dismissed'] })
      .notNull()
      .default('proposed'),
    outcome_note: text(),
    outcome_proposal: json<OutcomeProposal>(),
    applied_at: instant(),
    superseded_at: instant(),
    created_at: createdAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    index().on(table.account_id, table.session_id, table.created_at),
    uniqueIndex('one_active_fix')
      .on(table.account_id, table.session_id)
      .where(sql`superseded_at is null and status <> 'dismissed'`),
    tenantPolicy(),
  ],
)
