import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'

export type SessionRow = typeof aiSessions.$inferSelect
type SessionChange = Partial<typeof aiSessions.$inferInsert>

/** What is shown of a session; its lane is the task lane's own. */
const shown = {
  id: aiSessions.id,
  account_id: aiSessions.account_id,
  user_id: aiSessions.user_id,
  title: aiSessions.title,
  problem: aiSessions.problem,
  session_type: aiSessions.session_type,
  status: aiSessions.status,
  ticket: aiSessions.ticket,
  resolution_note_markdown: aiSessions.resolution_note_markdown,
  resolution_note_posted_at: aiSessions.resolution_note_posted_at,
  resolution_note_external_id: aiSessions.resolution_note_external_id,
  escalation_package_markdown: aiSessions.escalation_package_markdown,
  escalation_package_posted_at: aiSessions.escalation_package_posted_at,
  escalation_package_external_id: aiSessions.escalation_package_external_id,
  state_version: aiSessions.state_version,
  created_at: aiSessions.created_at,
  updated_at: aiSessions.updated_at,
  resolved_at: aiSessions.resolved_at,
}

export const insertSession = (tx: Tx, session: typeof aiSessions.$inferInsert) =>
  tx.insert(aiSessions).values(session).returning(shown)

export const selectSession = (tx: Tx, account_id: string, id: string) =>
  tx.select().from(aiSessions).where(isSession(account_id, id))

/** The session, which nobody else changes before this transaction ends. */
export const lockSession = (tx: Tx, account_id: string, id: string) => selectSession(tx, account_id, id).for('update')

export const updateSession = (tx: Tx, account_id: string, id: string, change: SessionChange) =>
  tx
    .update(aiSessions)
    .set({ ...change, updated_at: sql`now()` })
    .where(isSession(account_id, id))
    .returning(shown)

/** The session's state changed: facts, fixes, generations or lane. */
export const updateState = (tx: Tx, account_id: string, id: string, change: SessionChange = {}) =>
  updateSession(tx, account_id, id, { ...change, state_version: sql`${aiSessions.state_version} + 1` as never })

const isSession = (account_id: string, id: string) => and(eq(aiSessions.account_id, account_id), eq(aiSessions.id, id))
