import { selectSession } from '../ai-sessions/rows.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { found } from '../errors.ts'
import { selectFacts } from './rows.ts'

/** What a session knows, by ordinal, in one round trip. Throws `not_found` where there is no such session. */
export async function readFacts({ account_id, batch }: AccountAccess, session_id: string) {
  const [[session], facts] = await batch((tx) => [
    selectSession(tx, account_id, session_id),
    selectFacts(tx, account_id, session_id),
  ])
  found(session)
  return facts
}
