import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { selectSession } from '../ai-sessions/rows.ts'
import { recordEvent } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { Failure, found } from '../errors.ts'
import { checkNotes, findNotes } from '../psa/write-back/notes.ts'
import { selectOpenWriteBack, type WriteBack } from '../psa/write-back/rows.ts'
import { checkStatus, moveStatus } from '../psa/write-back/status.ts'
import type { Writing } from '../psa/write-back/write-back-context.ts'
import { closeSession } from './close-session.ts'
import { takeUp, working } from './lease.ts'
import { type Answered, answeredOnce, mustBeSameKind, type Order } from './posting-context.ts'
import type { Posted, Settling } from './posting-schemas.ts'

/**
 * Goes on with an attempt that stopped: looks at the ticket again, asks for the status again, or leaves the ticket as it is
 * and closes the session here. It posts no note. Throws `conflict` where nothing is to be settled.
 */
export function settleArtifact(deps: Deps, order: Order, { action }: Settling): Promise<Answered> {
  return answeredOnce(order, () => settle(deps, order, action))
}

async function settle(deps: Deps, order: Order, action: Settling['action']): Promise<Posted> {
  const { account, session_id, artifact, request } = order
  const { account_id, user_id } = account
  const [[session], [open]] = await account.batch((tx) => [
    selectSession(tx, account_id, session_id),
    selectOpenWriteBack(tx, account_id, session_id),
  ])
  mustBeOpen(found(session))
  if (!open) throw new Failure('conflict', 'There is nothing to settle: no note of this session is on its way.')
  mustBeSameKind(artifact, open.write_back)
  const taken = await takeUp(deps, open.write_back)
  if (!taken) {
    const [[now]] = await account.batch((tx) => [selectSession(tx, account_id, session_id)])
    mustBeOpen(found(now))
    throw new Failure('conflict', 'Somebody is at it right now. Wait a moment.')
  }
  const { ticket_ref } = taken
  const event = { account_id, user_id, action: `${artifact.kind}.settled`, session_id, ticket_ref, detail: { action } }
  await account.inAccount(async (tx) => tx.atCommit(recordEvent(tx, event)))
  const is_local = action === 'keep_local'
  const write_back = is_local ? taken : await working(deps, taken, (writing) => lookAgain(writing, taken, action))
  const now = new Date(deps.now()).toISOString()
  const closing = { account_id, session_id, user_id, artifact, markdown: write_back.markdown, write_back, request, now }
  return await account.inAccount((tx) => closeSession(tx, { ...closing, is_local }))
}

async function lookAgain(writing: Writing, taken: WriteBack, action: Settling['action']): Promise<WriteBack> {
  const noted = await checkNotes(writing, await findNotes(writing, taken))
  const again = action === 'retry_status'
  return again || noted.status_set_at === null
    ? await moveStatus(writing, noted, again)
    : await checkStatus(writing, noted)
}
