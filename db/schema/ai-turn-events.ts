import { foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accountId, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiTurns } from './ai-turns.ts'

/** The log of a turn: its server-sent events, numbered from 1. */
export const aiTurnEvents = pgTable(
  'ai_turn_events',
  {
    account_id: accountId(),
    turn_id: uuid().notNull(),
    id: integer().notNull(),
    event: text().notNull(),
    data: json<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account_id, table.turn_id, table.id] }),
    foreignKey({
      columns: [table.account_id, table.turn_id],
      foreignColumns: [aiTurns.account_id, aiTurns.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
