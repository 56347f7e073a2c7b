import { selectSession } from '../ai-sessions/rows.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { found } from '../errors.ts'
import { selectFacts } from '../facts/rows.ts'
import { selectLastWriteBack } from '../psa/write-back/rows.ts'
import { showWriteBack } from '../psa/write-back/schemas.ts'
import { selectActiveFix } from '../suggested-fixes/rows.ts'
import { withLane } from '../task-lane/task-lane.ts'
import { interruptAbandoned, selectMessages, selectRunningTurn } from './rows.ts'

/** All that the page of a session shows, in one round trip. */
export async function readSessionPage({ account_id, batch }: AccountAccess, id: string) {
  const [, [row], messages, facts, [fix], [turn], [last]] = await batch((tx) => [
    interruptAbandoned(tx, account_id, id),
    selectSession(tx, account_id, id),
    selectMessages(tx, account_id, id),
    selectFacts(tx, account_id, id),
    selectActiveFix(tx, account_id, id),
    selectRunningTurn(tx, account_id, id),
    selectLastWriteBack(tx, account_id, id),
  ])
  return {
    ...withLane(found(row)),
    messages,
    facts,
    suggested_fix: fix ?? null,
    turn: turn
      ? {
          id: turn.id,
          status: 'streaming' as const,
          assistant_message_id: turn.assistant_message_id,
          started_at: turn.started_at,
        }
      : null,
    write_back: last ? showWriteBack(last) : null,
  }
}
