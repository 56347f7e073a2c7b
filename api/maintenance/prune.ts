import { inAccount, inSignIn, type Tx } from '../../db/in-account.ts'
import { selectPreferences } from '../account-settings/rows.ts'
import { withDefaults } from '../account-settings/settings.ts'
import { recordEvent } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { pruneIdempotencyKeys } from '../http/idempotency-rows.ts'
import {
  deleteClosedSessions,
  deleteEndedLogins,
  deleteEndedVerifications,
  deleteOldSightings,
  lockMaintenance,
  pruneTurnEvents,
  rollUpCalls,
  selectAccountIds,
} from './rows.ts'

// A transaction deletes no more than this, so that none holds a lock for long; what is left goes with the next one.
const most = { turns: 200, calls: 5000, sessions: 50 }
const most_transactions = 50

/**
 * Deletes what nobody needs any more, account by account: the events of turns that ended a day ago, old idempotency keys
 * and sightings of tickets, closed sessions past the account's `retention_days`; adds calls to the model up by day after
 * 90 days; and what is over of sign-in. Of several processes one does an account's. Never throws.
 */
export async function prune({ database, log }: Pick<Deps, 'database' | 'log'>): Promise<void> {
  try {
    const handle = inSignIn(database)
    await deleteEndedLogins(handle)
    await deleteEndedVerifications(handle)
    for (const { id } of await selectAccountIds(handle)) {
      for (let done = 0; done < most_transactions; done++) {
        if (!(await inAccount(database, { account_id: id }, (tx) => pruneAccount(tx, id)))) break
      }
    }
  } catch (error) {
    log.error('not everything old was deleted', { error })
  }
}

/** Answers whether there may be more sessions to delete, turns to prune or calls to add up. */
async function pruneAccount(tx: Tx, account_id: string): Promise<boolean> {
  const [lock] = await lockMaintenance(tx, account_id)
  if (!lock?.is_ours) return false
  tx.atCommit(pruneIdempotencyKeys(tx, account_id))
  tx.atCommit(deleteOldSightings(tx, account_id))
  const turns = await pruneTurnEvents(tx, account_id, most.turns)
  const calls = await rollUpCalls(tx, account_id, most.calls)
  const sessions = await deleteSessions(tx, account_id)
  return turns === most.turns || calls === most.calls || sessions === most.sessions
}

async function deleteSessions(tx: Tx, account_id: string): Promise<number> {
  const { retention_days } = withDefaults(await selectPreferences(tx, account_id))
  if (retention_days === null) return 0
  const sessions = await deleteClosedSessions(tx, account_id, retention_days, most.sessions)
  const detail = { sessions, retention_days }
  if (sessions > 0) tx.atCommit(recordEvent(tx, { account_id, user_id: null, action: 'sessions.deleted', detail }))
  return sessions
}
