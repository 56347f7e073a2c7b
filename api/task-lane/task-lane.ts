import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession, type SessionRow, updateState } from '../ai-sessions/rows.ts'
import { found } from '../errors.ts'
import { changeItem } from './change-item.ts'
import type { TaskLane } from './lane.ts'
import type { ItemChange } from './schemas.ts'

/** A session's row as what the page shows: the session, and its lane. */
export function withLane({ pending_task_lane, ...session }: SessionRow) {
  return { session, task_lane: pending_task_lane as TaskLane }
}

/** Locks the session and answers it with its lane, as they stay until this transaction ends. */
export async function lockLane(tx: Tx, account_id: string, session_id: string) {
  return withLane(found((await lockSession(tx, account_id, session_id))[0]))
}

/** Keeps a changed lane, with COMMIT. */
export function saveLane(tx: Tx, account_id: string, session_id: string, task_lane: TaskLane): void {
  tx.atCommit(updateState(tx, account_id, session_id, { pending_task_lane: task_lane }))
}

/** Changes one item of an open session and answers the whole lane. */
export async function changeLaneItem(
  tx: Tx,
  account_id: string,
  session_id: string,
  item_id: string,
  change: ItemChange,
) {
  const { session, task_lane } = await lockLane(tx, account_id, session_id)
  const changed = changeItem(task_lane, item_id, change)
  mustBeOpen(session)
  saveLane(tx, account_id, session_id, changed)
  return { task_lane: changed }
}
