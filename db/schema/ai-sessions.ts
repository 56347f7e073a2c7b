import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, json, updatedAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'
import { users } from './users.ts'

/** What is shown of the linked ticket without asking the PSA again. */
export type LinkedTicket = { ref: string; summary: string | null; company: string | null; url: string | null }

/** A problem being taken apart: the conversation, its lane and what leaves it. */
export const aiSessions = pgTable(
  'ai_sessions',
  {
    id: id(),
    account_id: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    user_id: uuid().references(() => users.id, { onDelete: 'set null' }),
    title: text().notNull(),
    problem: text(),
    session_type: text({ enum: ['chat', 'guided'] })
      .notNull()
      .default('chat'),
    status: text({ enum: ['active', 'paused', 'resolved', 'escalated', 'abandoned'] })
      .notNull()
      .default('active'),
    ticket: json<LinkedTicket>(),
    // Its shape belongs to api/task-lane/task-lane.ts, the only file that reads or writes it.
    pending_task_lane: json<unknown>().notNull().default(sql`'{"questions": [], "checks": []}'`),
    resolution_note_markdown: text(),
    resolution_note_posted_at: instant(),
    resolution_note_external_id: text(),
    escalation_package_markdown: text(),
    escalation_package_posted_at: instant(),
    escalation_package_external_id: text(),
    state_version: integer().notNull().default(0),
    created_at: createdAt(),
    updated_at: updatedAt(),
    resolved_at: instant(),
  },
  (table) => [
    unique().on(table.account_id, table.id),
    // One for each filter of the list, read backwards. (drizzle's desc() has nulls last, which serves no `order by … desc`.)
    index().on(table.account_id, table.updated_at, table.id),
    index().on(table.account_id, table.status, table.updated_at, table.id),
    index().on(table.account_id, table.session_type, table.updated_at, table.id),
    index().on(table.account_id, table.user_id, table.updated_at, table.id),
    tenantPolicy(),
  ],
)
