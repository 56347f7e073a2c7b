import type { Watch } from '../../db/changes.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import { interruptAbandoned, selectEvents, selectMessages, selectTurn, selectVersions, type TurnRow } from './rows.ts'
import { endsTurn, type LoggedEvent } from './turn-events.ts'

/** Nobody tells when a writer is gone, so its lease is looked at this often. */
const lookEvery_ms = 1000
/** Where nobody tells of new events either, this often: as often as they are logged. */
const untoldEvery_ms = 250

type Turn = { session_id: string; turn_id: string }

/**
 * The turn's events after number `after`: those that are logged, then those that come, to the turn's end; null for a look
 * that found nothing new. Throws `not_found`.
 */
export async function followTurn(
  { changes }: Pick<Deps, 'changes'>,
  account: AccountAccess,
  turn: Turn,
  after: number,
): Promise<AsyncGenerator<LoggedEvent | null>> {
  const watch = changes.watch(turn.turn_id, account.user_id)
  try {
    return follow(account, turn, after, await look(account, turn, after), watch)
  } catch (error) {
    watch.end()
    throw error
  }
}

async function* follow(
  account: AccountAccess,
  turn: Turn,
  after: number,
  first: Look,
  watch: Watch,
): AsyncGenerator<LoggedEvent | null> {
  try {
    for (let { events, running } = first, seen = after; ; { events, running } = await look(account, turn, seen)) {
      yield* events
      const last = events.at(-1)
      if (!running || (last && endsTurn(last))) return
      seen = last?.id ?? seen
      if (!last) yield null
      await watch.next(lookEvery_ms, untoldEvery_ms)
    }
  } finally {
    watch.end()
  }
}

type Look = { events: LoggedEvent[]; running: boolean }

async function look({ account_id, batch }: AccountAccess, { session_id, turn_id }: Turn, after: number): Promise<Look> {
  const [, turns, events] = await batch((tx) => [
    interruptAbandoned(tx, account_id, session_id),
    selectTurn(tx, account_id, session_id, turn_id),
    selectEvents(tx, account_id, turn_id, after),
  ])
  const turn = found(turns[0])
  if (turn.events_pruned_at) return { events: await eventsOfPruned({ account_id, batch }, turn, after), running: false }
  return { events, running: turn.status === 'streaming' }
}

/**
 * The events of a turn whose log is gone, made from its messages: `turn`, one `text` and its end. Who had read some of
 * the log is told the end alone, which holds the whole message.
 */
async function eventsOfPruned(
  { account_id, batch }: Pick<AccountAccess, 'account_id' | 'batch'>,
  turn: TurnRow,
  after: number,
): Promise<LoggedEvent[]> {
  const [messages, [session]] = await batch((tx) => [
    selectMessages(tx, account_id, turn.session_id),
    selectVersions(tx, account_id, [turn.session_id]),
  ])
  const asked = messages.find(({ id }) => id === turn.user_message_id)
  const reply = found(messages.find(({ id }) => id === turn.assistant_message_id))
  const end = turn.failure
    ? { event: 'error', data: turn.failure }
    : { event: 'done', data: { message: reply, state_version: found(session).state_version } }
  if (after > 0) return [{ id: after + 1, ...end }]
  const { id: turn_id, assistant_message_id } = turn
  const start = { event: 'turn', data: { turn_id, user_message: asked, assistant_message_id } }
  const text = reply.content === '' ? [] : [{ event: 'text', data: { delta: reply.content } }]
  return [start, ...text, end].map((event, at) => ({ id: at + 1, ...event }))
}
