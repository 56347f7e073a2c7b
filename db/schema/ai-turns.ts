import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, instant, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiMessages } from './ai-messages.ts'
import { aiSessions } from './ai-sessions.ts'

export type TurnFailure = { code: string; message: string; retryable: boolean }

/** One answer of the model to one message, while it is given and after. */
export const aiTurns = pgTable(
  'ai_turns',
  {
    id: id(),
    account_id: accountId(),
    session_id: uuid().notNull(),
    user_message_id: uuid().notNull(),
    assistant_message_id: uuid().notNull(),
    status: text({ enum: ['streaming', 'done', 'stopped', 'failed', 'interrupted'] })
      .notNull()
      .default('streaming'),
    failure: json<TurnFailure>(),
    stop_requested_at: instant(),
    // Who writes the turn renews this; a streaming turn whose lease has run out has lost its writer.
    lease_expires_at: instant().notNull(),
    started_at: createdAt(),
    ended_at: instant(),
    /** Its events are gone: who follows it is told its end from its message. */
    events_pruned_at: instant(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.account_id, table.user_message_id],
      foreignColumns: [aiMessages.account_id, aiMessages.id],
    }),
    foreignKey({
      columns: [table.account_id, table.assistant_message_id],
      foreignColumns: [aiMessages.account_id, aiMessages.id],
    }),
    unique().on(table.account_id, table.id),
    uniqueIndex('one_running_turn').on(table.account_id, table.session_id).where(sql`status = 'streaming'`),
    index().on(table.account_id, table.session_id, table.started_at),
    index('turns_with_events').on(table.account_id, table.ended_at).where(sql`events_pruned_at is null`),
    tenantPolicy(),
  ],
)
