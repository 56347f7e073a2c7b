import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accountId, instant, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'

/** A ticket as it is compared: whose it is, where it stands, and what was said on it last. */
export type SeenTicket = {
  ref: string
  company: { id: string; name: string } | null
  status: { id: string; name: string; closed: boolean }
  newest_note: { id: string; text: string; author: string | null } | null
}

/** The linked ticket as an engineer's last preview saw it: what he posts was written with that in mind. */
export const ticketSightings = pgTable(
  'ticket_sightings',
  {
    account_id: accountId(),
    session_id: uuid().notNull(),
    user_id: uuid().notNull(),
    kind: text({ enum: ['resolution_note', 'escalation_package'] }).notNull(),
    ticket: json<SeenTicket>().notNull(),
    seen_at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account_id, table.session_id, table.user_id, table.kind] }),
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    index().on(table.account_id, table.seen_at),
    tenantPolicy(),
  ],
)
