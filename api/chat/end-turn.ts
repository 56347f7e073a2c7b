import { setTimeout as pause } from 'node:timers/promises'
import { inAccount, type Tx } from '../../db/in-account.ts'
import type { MessageEffect } from '../../db/schema/ai-messages.ts'
import type { TurnFailure } from '../../db/schema/ai-turns.ts'
import { updateSession } from '../ai-sessions/rows.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import { redactReply } from '../markers/redact-reply.ts'
import { redact } from '../redaction/redact.ts'
import type { BegunTurn } from './begin-turn.ts'
import { insertEvents, renewLease, updateMessage, updateTurn } from './rows.ts'
import type { LoggedEvent } from './turn-events.ts'
import { type TurnLog, TurnLost } from './turn-log.ts'

export type TurnEnd = {
  /** The visible prose. */
  content: string
  /** The reply as the model wrote it. */
  reply: string
  effects: MessageEffect[]
  /** `lost`: someone else has ended the turn. */
  status: 'done' | 'stopped' | 'failed' | 'interrupted' | 'lost'
  failure: TurnFailure | null
}

type KeptEnd = TurnEnd & { status: Exclude<TurnEnd['status'], 'lost'> }

/** So long a turn that is over is tried to be kept: until its lease has run out. */
const retryAfter_ms = [250, 750, 2000]

/**
 * Keeps how the turn ended, in one transaction with its last events, and tells its readers: all without secrets. Where
 * the database does not take it, tries again for some seconds. Throws `TurnLost` where someone else has ended it.
 */
export async function endTurn(
  deps: Deps,
  turn: BegunTurn,
  log: TurnLog,
  publish: (events: LoggedEvent[]) => void,
  end: TurnEnd,
): Promise<void> {
  const waiting = await log.close()
  const { status } = end
  if (status === 'lost') return
  const keep = () =>
    inAccount(deps.database, { account_id: turn.account_id }, (tx) =>
      keepEnd(tx, turn, log, waiting, { ...end, status }),
    )
  for (const wait_ms of retryAfter_ms) {
    try {
      return publish(await keep())
    } catch (error) {
      if (error instanceof TurnLost) throw error
      await pause(wait_ms)
    }
  }
  publish(await keep())
}

async function keepEnd(
  tx: Tx,
  { account_id, session_id, id, assistant_message_id, secrets }: BegunTurn,
  log: TurnLog,
  waiting: LoggedEvent[],
  end: KeptEnd,
): Promise<LoggedEvent[]> {
  const { effects, status, failure } = end
  const content = redact(end.content, secrets).text
  const reply = redactReply(end.reply, secrets)
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
  if (!lease[0]) throw new TurnLost('The turn was ended by someone else')
  const last = log.last(
    failure
      ? { event: 'error', data: failure }
      : {
          event: 'done',
          data: {
            message: { ...found(message), turn_id: id, failure: null },
            state_version: found(session).state_version,
          },
        },
  )
  const events = [...waiting, last]
  tx.atCommit(insertEvents(tx, account_id, id, events))
  tx.atCommit(updateTurn(tx, account_id, id, { status, failure }))
  return events
}
