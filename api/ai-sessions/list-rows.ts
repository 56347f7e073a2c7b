import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { users } from '../../db/schema/users.ts'
import { holdsWord, idsByTerms, wordsOf } from '../../db/term-search.ts'
import type { Position } from '../http/page.ts'
import type { SessionRow } from './rows.ts'

export type SessionFilter = {
  status?: SessionRow['status'] | undefined
  session_type?: SessionRow['session_type'] | undefined
  /** Whose sessions; everybody's where nobody is named. */
  user_id?: string | undefined
  /** Words that all have to stand in title, problem or linked ticket, in any case. */
  q?: string | undefined
}

/** The first that holds: a turn runs, a posting is not settled, nobody said how an applied fix went, it is open, or none. */
const waits_for = sql<'ai' | 'ticket' | 'outcome' | 'you' | 'nobody'>`coalesce(
  (select 'ai' from ai_turns turn where turn.account_id = ai_sessions.account_id
    and turn.session_id = ai_sessions.id and turn.status = 'streaming' and turn.lease_expires_at > now() limit 1),
  (select 'ticket' from write_backs posting where posting.account_id = ai_sessions.account_id
    and posting.session_id = ai_sessions.id and posting.closed_at is null limit 1),
  (select 'outcome' from session_suggested_fixes fix where fix.account_id = ai_sessions.account_id
    and fix.session_id = ai_sessions.id and fix.status = 'applied' limit 1),
  case when ai_sessions.status in ('active', 'paused') then 'you' else 'nobody' end)`

/** What its search reads, as the triggers on the table do. */
const searched = sql`concat_ws(' ', ${aiSessions.title}, ${aiSessions.ticket} ->> 'ref', ${aiSessions.ticket} ->> 'summary',
  ${aiSessions.ticket} ->> 'company', ${aiSessions.problem})`

const shown = {
  id: aiSessions.id,
  account_id: aiSessions.account_id,
  user_id: aiSessions.user_id,
  owner: { id: users.id, name: users.name },
  waits_for,
  title: aiSessions.title,
  session_type: aiSessions.session_type,
  status: aiSessions.status,
  ticket: aiSessions.ticket,
  resolution_note_posted_at: aiSessions.resolution_note_posted_at,
  resolution_note_external_id: aiSessions.resolution_note_external_id,
  escalation_package_posted_at: aiSessions.escalation_package_posted_at,
  escalation_package_external_id: aiSessions.escalation_package_external_id,
  state_version: aiSessions.state_version,
  created_at: aiSessions.created_at,
  updated_at: aiSessions.updated_at,
  resolved_at: aiSessions.resolved_at,
}

/** The account's sessions behind `from`, the last changed first. */
export function selectSessions(
  tx: Tx,
  account_id: string,
  filter: SessionFilter,
  from: Position | undefined,
  limit: number,
) {
  const words = wordsOf(filter.q)
  const fits = and(
    eq(aiSessions.account_id, account_id),
    filter.status ? eq(aiSessions.status, filter.status) : undefined,
    filter.session_type ? eq(aiSessions.session_type, filter.session_type) : undefined,
    filter.user_id ? eq(aiSessions.user_id, filter.user_id) : undefined,
    ...words.map((word) => holdsWord(searched, word)),
    from && sql`(${aiSessions.updated_at}, ${aiSessions.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`,
  )
  const order = [desc(aiSessions.updated_at), desc(aiSessions.id)]
  const newest = tx
    .select({ id: aiSessions.id })
    .from(aiSessions)
    .where(fits)
    .orderBy(...order)
    .limit(limit)
  const found = idsByTerms({ table: 'session_terms', id: 'session_id' }, account_id, words, newest.getSQL())
  return tx
    .select(shown)
    .from(aiSessions)
    .leftJoin(users, eq(users.id, aiSessions.user_id))
    .where(and(fits, words.length > 0 ? sql`${aiSessions.id} = any(${found})` : undefined))
    .orderBy(...order)
    .limit(limit)
}
