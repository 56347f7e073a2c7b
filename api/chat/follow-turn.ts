import type { AccountAccess } from '../auth/account-access.ts'
import { found } from '../errors.ts'
import { interruptAbandoned, selectEvents, selectTurn } from './rows.ts'
import { endsTurn, type LoggedEvent } from './turn-events.ts'

const lookEvery_ms = 250

type Turn = { session_id: string; turn_id: string }

/** The turn's events after number `after`: those that are logged, then those that come, to the turn's end. Throws `not_found`. */
export async function followTurn(
  account: AccountAccess,
  turn: Turn,
  after: number,
): Promise<AsyncGenerator<LoggedEvent>> {
  const first = await look(account, turn, after)
  return follow(account, turn, after, first)
}

async function* follow(account: AccountAccess, turn: Turn, after: number, first: Look): AsyncGenerator<LoggedEvent> {
  for (let { events, running } = first, seen = after; ; { events, running } = await look(account, turn, seen)) {
    yield* events
    const last = events.at(-1)
    if (!running || (last && endsTurn(last))) return
    seen = last?.id ?? seen
    await new Promise((resolve) => setTimeout(resolve, lookEvery_ms))
  }
}

type Look = { events: LoggedEvent[]; running: boolean }

async function look({ account_id, batch }: AccountAccess, { session_id, turn_id }: Turn, after: number): Promise<Look> {
  const [, turns, events] = await batch((tx) => [
    interruptAbandoned(tx, account_id, session_id),
    selectTurn(tx, account_id, session_id, turn_id),
    selectEvents(tx, account_id, turn_id, after),
  ])
  return { events, running: found(turns[0]).status === 'streaming' }
}
