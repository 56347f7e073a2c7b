import { selectSession } from '../ai-sessions/rows.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { found } from '../errors.ts'
import { selectActiveFix, selectFixes } from './rows.ts'

/** All fixes of a session, newest first, in one round trip. Throws `not_found` where there is no such session. */
export async function readFixes({ account_id, batch }: AccountAccess, session_id: string) {
  const [[session], fixes] = await batch((tx) => [
    selectSession(tx, account_id, session_id),
    selectFixes(tx, account_id, session_id),
  ])
  found(session)
  return fixes
}

/** The fix that is neither superseded nor dismissed. Throws `not_found` where there is none. */
export async function readActiveFix({ account_id, batch }: AccountAccess, session_id: string) {
  const [[fix]] = await batch((tx) => [selectActiveFix(tx, account_id, session_id)])
  return found(fix)
}
