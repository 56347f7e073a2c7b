import { sql } from 'drizzle-orm'
import { bigint, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'

/** What a reply's blocks did, for the lines under it. */
export type MessageEffect =
  | { type: 'questions' | 'checks' | 'fact' | 'suggested_fix' | 'outcome_proposal'; ids: string[] }
  /** So many messages were told to the model shorter than they are, or not at all. */
  | { type: 'shortened'; count: number }
  | { type: 'rejected'; marker: string; reason: string }

export type SentItem = { item_id: string; label: string; value: string | null }

export const aiMessages = pgTable(
  'ai_messages',
  {
    id: id(),
    account_id: accountId(),
    session_id: uuid().notNull(),
    // The order in which they were said: two rows of one statement share their created_at.
    position: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    role: text({ enum: ['user', 'assistant'] }).notNull(),
    content: text().notNull(),
    // The reply as the model wrote it, blocks included: it is told its own words again, and the cached prefix stays the same.
    reply: text(),
    status: text({ enum: ['complete', 'streaming', 'interrupted', 'stopped', 'failed'] }).notNull(),
    effects: json<MessageEffect[]>().notNull().default(sql`'[]'`),
    /** The lane's items that the engineer's message carries, each with what it said then. */
    sent_items: json<SentItem[]>().notNull().default(sql`'[]'`),
    created_at: createdAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    unique().on(table.account_id, table.id),
    index().on(table.account_id, table.session_id, table.position),
    tenantPolicy(),
  ],
)
