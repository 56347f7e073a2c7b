import { sql } from 'drizzle-orm'
import { foreignKey, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, instant, updatedAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'
import { users } from './users.ts'

/** What we know: the only source of every note. */
export const sessionFacts = pgTable(
  'session_facts',
  {
    id: id(),
    account_id: accountId(),
    session_id: uuid().notNull(),
    ordinal: integer().notNull(),
    text: text().notNull(),
    source_type: text({ enum: ['question', 'diagnostic_check', 'manual', 'ai_synthesis'] }).notNull(),
    source_ref: text(),
    status: text({ enum: ['confirmed', 'proposed'] }).notNull(),
    created_by: uuid().references(() => users.id, { onDelete: 'set null' }),
    created_at: createdAt(),
    updated_at: updatedAt(),
    deleted_at: instant(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    uniqueIndex().on(table.account_id, table.session_id, table.ordinal),
    uniqueIndex('one_confirmed_fact_per_source')
      .on(table.account_id, table.session_id, table.source_ref)
      .where(sql`status = 'confirmed' and deleted_at is null`),
    tenantPolicy(),
  ],
)
