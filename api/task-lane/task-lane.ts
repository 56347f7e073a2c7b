import type { Tx } from '../../db/in-account.ts'
import { lockSession, type SessionRow, updateState } from '../ai-sessions/rows.ts'
import { found } from '../errors.ts'
import { readLane, type TaskLane } from './lane.ts'

/** A session's row as what the page shows: the session, and its lane. */
export function withLane({ pending_task_lane, ...session }: SessionRow) {
  return { session, task_lane: readLane(pending_task_lane) }
}

/** Locks the session and answers it with its lane, as they stay until this transaction ends. */
export async function lockLane(tx: Tx, account_id: string, session_id: string) {
  return withLane(found((await lockSession(tx, account_id, session_id))[0]))
}

/** Keeps a changed lane, with COMMIT. */
export function saveLane(tx: Tx, account_id: string, session_id: string, task_lane: TaskLane): void {
  tx.atCommit(updateState(tx, account_id, session_id, { pending_task_lane: task_lane }))
}
