import { inAccount } from '../../db/in-account.ts'
import type { MessageEffect } from '../../db/schema/ai-messages.ts'
import type { TurnFailure } from '../../db/schema/ai-turns.ts'
import { updateSession } from '../ai-sessions/rows.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import { redact } from '../redaction/redact.ts'
import type { BegunTurn } from './begin-turn.ts'
import { insertEvents, renewLease, updateMessage, updateTurn } from './rows.ts'
import type { LoggedEvent, TurnEvent } from './turn-events.ts'
import type { TurnLog } from './turn-log.ts'

export type TurnEnd = {
  /** The visible prose. */
  content: string
  /** The reply as the model wrote it. */
  reply: string
  effects: MessageEffect[]
  status: 'done' | 'stopped' | 'failed' | 'interrupted'
  failure: TurnFailure | null
}

/** Keeps how the turn ended, in one transaction with its last events, and tells its readers: all without secrets. */
export async function endTurn(
  deps: Deps,
  turn: BegunTurn,
  log: TurnLog,
  publish: (events: LoggedEvent[]) => void,
  end: TurnEnd,
): Promise<void> {
  const { account_id, session_id, id, assistant_message_id } = turn
  const { effects, status, failure } = end
  const [content, reply] = [end.content, end.reply].map((said) => redact(said, turn.secrets).text)
  const waiting = await log.close()
  if (status === 'interrupted') return
  const events = await inAccount(deps.database, { account_id }, async (tx) => {
    const [lease, [session], [message]] = await Promise.all([
      renewLease(tx, account_id, id),
      updateSession(tx, account_id, session_id, {}),
      updateMessage(tx, account_id, assistant_message_id, {
        content,
        reply,
        effects,
        status: status === 'done' ? 'complete' : status,
      }),
    ])
    if (!lease[0]) throw new Error('The turn was ended by someone else')
    const last: TurnEvent = failure
      ? { event: 'error', data: failure }
      : { event: 'done', data: { message: found(message), state_version: found(session).state_version } }
    const events = [...waiting, ...log.number([last])]
    tx.atCommit(
      insertEvents(
        tx,
        events.map((event) => ({ account_id, turn_id: id, ...event })),
      ),
    )
    tx.atCommit(updateTurn(tx, account_id, id, { status, failure }))
    return events
  })
  publish(events)
}
