import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'
import { scriptTemplates } from './script-templates.ts'

export type ScriptChecks = { parses: boolean; commands_unchanged: boolean; destructive: string[] }

/** A template filled in for one case. */
export const scriptGenerations = pgTable(
  'script_generations',
  {
    id: id(),
    account_id: accountId(),
    ai_session_id: uuid(),
    script_template_id: uuid().notNull(),
    parameters: json<Record<string, unknown>>().notNull(),
    language: text({ enum: ['powershell', 'bash', 'python', 'cmd'] }).notNull(),
    script: text().notNull(),
    checks: json<ScriptChecks>().notNull(),
    created_by: uuid(),
    created_at: createdAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.ai_session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }),
    foreignKey({
      columns: [table.account_id, table.script_template_id],
      foreignColumns: [scriptTemplates.account_id, scriptTemplates.id],
    }),
    index().on(table.account_id, table.ai_session_id),
    tenantPolicy(),
  ],
)
