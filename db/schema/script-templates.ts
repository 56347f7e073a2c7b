import { sql } from 'drizzle-orm'
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { count, createdAt, id, instant, json, updatedAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

export type ScriptParameter = {
  key: string
  label: string
  type: 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'secret'
  required: boolean
  default: unknown
  options: string[] | null
  help: string | null
  pattern: string | null
}
export type ParametersSchema = { parameters: ScriptParameter[] }

export const scriptTemplates = pgTable(
  'script_templates',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    description: text().notNull().default(''),
    category: text().notNull(),
    language: text({ enum: ['powershell', 'bash', 'python', 'cmd'] }).notNull(),
    body: text().notNull(),
    parameters_schema: json<ParametersSchema>().notNull().default(sql`'{"parameters": []}'`),
    use_count: count(),
    // Where it came from; kept when that session is gone.
    source_session_id: uuid(),
    source_user_id: uuid(),
    source_ticket_ref: text(),
    created_at: createdAt(),
    updated_at: updatedAt(),
    deleted_at: instant(),
  },
  (table) => [unique().on(table.account_id, table.id), index().on(table.account_id, table.created_at), tenantPolicy()],
)
