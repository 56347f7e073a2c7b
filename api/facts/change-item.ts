import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { secretsIn } from '../redaction/marked-values.ts'
import { selectParameters } from '../redaction/rows.ts'
import { changeItem } from '../task-lane/change-item.ts'
import { itemOf } from '../task-lane/lane.ts'
import type { ItemChange } from '../task-lane/schemas.ts'
import { lockLane, saveLane } from '../task-lane/task-lane.ts'
import { followItem } from './promote-item.ts'
import { selectFactOfItem } from './rows.ts'

/** Changes one item of an open session, its fact with it, and answers the whole lane. */
export async function changeLaneItem(
  tx: Tx,
  account_id: string,
  session_id: string,
  item_id: string,
  change: ItemChange,
) {
  const [{ session, task_lane }, [fact], parameters] = await Promise.all([
    lockLane(tx, account_id, session_id),
    selectFactOfItem(tx, account_id, session_id, item_id),
    selectParameters(tx, account_id, session_id),
  ])
  const changed = changeItem(task_lane, item_id, change)
  mustBeOpen(session)
  saveLane(tx, account_id, session_id, changed)
  const [before, after] = [itemOf(task_lane, item_id), itemOf(changed, item_id)]
  if (fact && after && before?.given !== after.given) {
    followItem(tx, account_id, session_id, fact, after, secretsIn(parameters))
  }
  return { task_lane: changed }
}
