import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, instant, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'
import type { ParametersSchema } from './script-templates.ts'

/** A script that worked once and may become a template, when an engineer says so. */
export const draftTemplates = pgTable(
  'draft_templates',
  {
    id: id(),
    account_id: accountId(),
    session_id: uuid().notNull(),
    suggested_fix_id: uuid(),
    name: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull(),
    language: text({ enum: ['powershell', 'bash', 'python', 'cmd'] }).notNull(),
    body: text().notNull(),
    parameters_schema: json<ParametersSchema>().notNull().default(sql`'{"parameters": []}'`),
    status: text({ enum: ['pending', 'accepted', 'rejected'] })
      .notNull()
      .default('pending'),
    script_template_id: uuid(),
    created_by: uuid(),
    decided_by: uuid(),
    decided_at: instant(),
    created_at: createdAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    index().on(table.account_id, table.status, table.created_at),
    tenantPolicy(),
  ],
)
