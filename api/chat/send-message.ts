import type { Tx } from '../../db/in-account.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { readers } from '../auth/roles.ts'
import type { Deps } from '../deps.ts'
import { once, type Repeatable } from '../http/idempotency.ts'
import { type BegunTurn, beginAgain, beginContinuation, beginTurn } from './begin-turn.ts'
import { followTurn } from './follow-turn.ts'
import { runTurn } from './run-turn.ts'
import type { NewMessage } from './schemas.ts'
import { endsTurn, type LoggedEvent } from './turn-events.ts'

export type AnsweredTurn = {
  events: AsyncIterable<LoggedEvent | null>
  /** The same request came before: these are that turn's events, and the model was not asked again. */
  replayed: boolean
  /** Over when the turn is, whoever has stopped listening. */
  running: Promise<void>
}

/** Saves the message, begins the turn that answers it and lets it run. */
export function sendMessage(
  deps: Deps,
  account: AccountAccess,
  session_id: string,
  message: NewMessage,
  request: Repeatable,
) {
  const { account_id } = account
  return answer(deps, account, session_id, request, (tx) => beginTurn(tx, { account_id, session_id }, message))
}

/** Asks the model once more for the message that a turn answered. */
export function tryAgain(deps: Deps, account: AccountAccess, session_id: string, turn_id: string, request: Repeatable) {
  const { account_id } = account
  return answer(deps, account, session_id, request, (tx) => beginAgain(tx, { account_id, session_id }, turn_id))
}

/** Asks the model to go on where a turn, the session's last, broke off. */
export function goOn(deps: Deps, account: AccountAccess, session_id: string, turn_id: string, request: Repeatable) {
  const { account_id } = account
  return answer(deps, account, session_id, request, (tx) => beginContinuation(tx, { account_id, session_id }, turn_id))
}

async function answer(
  deps: Deps,
  account: AccountAccess,
  session_id: string,
  request: Repeatable,
  begin: (tx: Tx) => Promise<BegunTurn>,
): Promise<AnsweredTurn> {
  let begun: BegunTurn | undefined
  const { answer, replayed } = await account.inAccount((tx) =>
    once(tx, request, async () => {
      begun = await begin(tx)
      return { turn_id: begun.id }
    }),
  )
  if (!begun) {
    return {
      events: await followTurn(deps, account, { session_id, turn_id: answer.turn_id }, 0),
      replayed,
      running: Promise.resolve(),
    }
  }
  const feed = openFeed()
  const sign_in = { ...account.sign_in, roles: readers }
  const reader = { sign_in, publish: feed.publish, leave: feed.close }
  const running = runTurn(deps, begun, reader).finally(feed.close)
  return { events: feed.events, replayed, running }
}

/** From the turn to the one who asked for it; a reader that left is no longer written to. */
function openFeed() {
  let controller: ReadableStreamDefaultController<LoggedEvent> | undefined
  const events = new ReadableStream<LoggedEvent>({
    start(opened) {
      controller = opened
    },
    cancel() {
      controller = undefined
    },
  })
  const close = () => {
    controller?.close()
    controller = undefined
  }
  return {
    events,
    close,
    publish(logged: LoggedEvent[]) {
      for (const event of logged) controller?.enqueue(event)
      if (logged.some(endsTurn)) close()
    },
  }
}
