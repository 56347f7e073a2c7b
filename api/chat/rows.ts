import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { aiMessages } from '../../db/schema/ai-messages.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { aiTurnEvents } from '../../db/schema/ai-turn-events.ts'
import { aiTurns } from '../../db/schema/ai-turns.ts'
import type { LoggedEvent } from './turn-events.ts'

type MessageChange = Partial<typeof aiMessages.$inferInsert>
export type TurnRow = typeof aiTurns.$inferSelect
type TurnChange = Partial<typeof aiTurns.$inferInsert>

/** A turn's writer renews its lease every second; after this many seconds without, it is gone. */
const lease_s = 4
const leaseEnd = sql`now() + make_interval(secs => ${sql.raw(String(lease_s))})`

const shown = {
  id: aiMessages.id,
  role: aiMessages.role,
  content: aiMessages.content,
  status: aiMessages.status,
  effects: aiMessages.effects,
  sent_items: aiMessages.sent_items,
  created_at: aiMessages.created_at,
}

/** What was said in a session, each message with the turn that it is of and, of a reply, why it is not whole. */
export const selectMessages = (tx: Tx, account_id: string, session_id: string) => {
  // A message that was answered again is still of the turn that it began.
  const begun = tx
    .selectDistinctOn([aiTurns.user_message_id], { id: aiTurns.id, user_message_id: aiTurns.user_message_id })
    .from(aiTurns)
    .where(ofSession(aiTurns, account_id, session_id))
    .orderBy(aiTurns.user_message_id, asc(aiTurns.started_at))
    .as('begun')
  return tx
    .select({
      ...shown,
      turn_id: sql<string | null>`coalesce(${aiTurns.id}, ${begun.id})`,
      failure: aiTurns.failure,
    })
    .from(aiMessages)
    .leftJoin(aiTurns, and(ofSession(aiTurns, account_id, session_id), eq(aiTurns.assistant_message_id, aiMessages.id)))
    .leftJoin(begun, eq(begun.user_message_id, aiMessages.id))
    .where(ofSession(aiMessages, account_id, session_id))
    .orderBy(asc(aiMessages.position))
}

/** The conversation as the model knows it: its own replies with their blocks. */
export const selectConversation = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select({
      id: aiMessages.id,
      role: aiMessages.role,
      status: aiMessages.status,
      content: sql<string>`coalesce(${aiMessages.reply}, ${aiMessages.content})`,
    })
    .from(aiMessages)
    .where(ofSession(aiMessages, account_id, session_id))
    .orderBy(asc(aiMessages.position))

export const insertMessages = (tx: Tx, messages: (typeof aiMessages.$inferInsert)[]) =>
  tx.insert(aiMessages).values(messages).returning(shown)

export const updateMessage = (tx: Tx, account_id: string, id: string, change: MessageChange) =>
  tx
    .update(aiMessages)
    .set(change)
    .where(and(eq(aiMessages.account_id, account_id), eq(aiMessages.id, id)))
    .returning(shown)

export const insertTurn = (tx: Tx, turn: Omit<typeof aiTurns.$inferInsert, 'lease_expires_at'>) =>
  tx
    .insert(aiTurns)
    .values({ ...turn, lease_expires_at: leaseEnd as never })
    .returning()

export const selectTurn = (tx: Tx, account_id: string, session_id: string, id: string) =>
  tx
    .select()
    .from(aiTurns)
    .where(and(ofSession(aiTurns, account_id, session_id), eq(aiTurns.id, id)))

export const selectRunningTurn = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select()
    .from(aiTurns)
    .where(and(ofSession(aiTurns, account_id, session_id), eq(aiTurns.status, 'streaming')))

export const updateTurn = (tx: Tx, account_id: string, id: string, change: TurnChange) =>
  tx
    .update(aiTurns)
    .set({ ...change, ended_at: sql`now()` })
    .where(and(eq(aiTurns.account_id, account_id), eq(aiTurns.id, id)))

/** The writer is still there. Answers whether the turn is still its own, and whether someone asked it to stop. */
export const renewLease = (tx: Tx, account_id: string, id: string) =>
  tx
    .update(aiTurns)
    .set({ lease_expires_at: leaseEnd as never })
    .where(and(eq(aiTurns.account_id, account_id), eq(aiTurns.id, id), eq(aiTurns.status, 'streaming')))
    .returning({ stop_requested_at: aiTurns.stop_requested_at })

export const requestStop = (tx: Tx, account_id: string, session_id: string, id: string) =>
  tx
    .update(aiTurns)
    .set({ stop_requested_at: sql`coalesce(${aiTurns.stop_requested_at}, now())` as never })
    .where(and(ofSession(aiTurns, account_id, session_id), eq(aiTurns.id, id)))
    .returning({ id: aiTurns.id })

/**
 * Logs events of a turn that still runs. One that is there under its number already is the same: its writer did not hear
 * that it was kept.
 */
export const insertEvents = (tx: Tx, account_id: string, turn_id: string, events: LoggedEvent[]) =>
  tx
    .insert(aiTurnEvents)
    .select(sql`
      select ai_turns.account_id, ai_turns.id, logged.id, logged.event, logged.data
      from ai_turns, jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as logged (id integer, event text, data jsonb)
      where ai_turns.account_id = ${account_id} and ai_turns.id = ${turn_id} and ai_turns.status = 'streaming'`)
    .onConflictDoNothing()

export const selectEvents = (tx: Tx, account_id: string, turn_id: string, after: number) =>
  tx
    .select({ id: aiTurnEvents.id, event: aiTurnEvents.event, data: aiTurnEvents.data })
    .from(aiTurnEvents)
    .where(and(eq(aiTurnEvents.account_id, account_id), eq(aiTurnEvents.turn_id, turn_id), gt(aiTurnEvents.id, after)))
    .orderBy(asc(aiTurnEvents.id))

/**
 * Marks turns of these sessions as interrupted where their writer is gone: the message keeps what was logged of it, the log
 * ends with an error. One statement, to be sent before whatever looks at a session.
 */
export const interruptAbandoned = (tx: Tx, account_id: string, session_ids: string | string[]) =>
  tx.execute(sql`
    with abandoned as (
      update ai_turns set status = 'interrupted', ended_at = now(), failure = ${JSON.stringify(interrupted)}::jsonb
      where account_id = ${account_id} and ${isOneOf(sql`session_id`, [session_ids].flat())}
        and status = 'streaming' and lease_expires_at < now()
      returning account_id, session_id, id, assistant_message_id
    ), kept as (
      update ai_messages set status = 'interrupted', content = (
        select coalesce(string_agg(data ->> 'delta', '' order by ai_turn_events.id), '') from ai_turn_events
        where ai_turn_events.account_id = abandoned.account_id and turn_id = abandoned.id and event = 'text'
      )
      from abandoned where ai_messages.account_id = abandoned.account_id and ai_messages.id = assistant_message_id
    ), told as (
      update ai_sessions set updated_at = now() from abandoned
      where ai_sessions.account_id = abandoned.account_id and ai_sessions.id = abandoned.session_id
    )
    insert into ai_turn_events (account_id, turn_id, id, event, data)
    select account_id, id, (
      select coalesce(max(ai_turn_events.id), 0) + 1 from ai_turn_events
      where ai_turn_events.account_id = abandoned.account_id and turn_id = abandoned.id
    ), 'error', ${JSON.stringify(interrupted)}::jsonb
    from abandoned`)

/** What changes with every change of what a session's page shows. */
export const selectVersions = (tx: Tx, account_id: string, session_ids: string[]) =>
  tx
    .select({ session_id: aiSessions.id, state_version: aiSessions.state_version, updated_at: aiSessions.updated_at })
    .from(aiSessions)
    .where(and(eq(aiSessions.account_id, account_id), isOneOf(sql`${aiSessions.id}`, session_ids)))

const interrupted = {
  code: 'ai_failed',
  message: 'The reply was interrupted: the server that wrote it went away.',
  retryable: true,
}

const ofSession = (
  table: typeof aiMessages | typeof aiTurns,
  account_id: string,
  session_id: string,
): SQL | undefined => and(eq(table.account_id, account_id), eq(table.session_id, session_id))

/** One statement for any number of ids, which are UUIDs. */
const isOneOf = (column: SQL, ids: string[]) => sql`${column} = any(${`{${ids.join()}}`}::uuid[])`
