import type { Tx } from '../../db/in-account.ts'
import { updateState } from '../ai-sessions/rows.ts'
import type { TaskLane } from '../task-lane/lane.ts'
import { ground, isKnown, type Promotion } from './grounding.ts'
import { insertFact, selectFacts } from './rows.ts'
import type { Fact } from './schemas.ts'

type Session = { account_id: string; session_id: string }

/**
 * Keeps what the model promotes, confirmed where it is grounded, else proposed. Answers the new fact, or nothing where
 * the session knows it already. Needs the session's lock.
 */
export async function promoteFact(
  tx: Tx,
  { account_id, session_id }: Session,
  promotion: Promotion,
  lane: TaskLane,
  written: string[],
): Promise<Fact | undefined> {
  const grounded = ground(promotion, lane, written)
  if (isKnown(promotion.text, grounded, await selectFacts(tx, account_id, session_id))) return undefined
  const [fact] = await insertFact(tx, { account_id, session_id, text: promotion.text, ...grounded })
  tx.atCommit(updateState(tx, account_id, session_id))
  return fact
}
