import type { Tx } from '../../db/in-account.ts'
import { lockSession, updateSession } from '../ai-sessions/rows.ts'
import { recordEvent } from '../audit/record.ts'
import { Failure, found } from '../errors.ts'
import { type Repeatable, remember } from '../http/once.ts'
import { endFailedWriteBack, updateWriteBack, type WriteBack } from '../psa/write-back/rows.ts'
import type { Artifact } from './artifact.ts'
import type { Posted } from './posted.ts'

export type Closing = {
  account_id: string
  session_id: string
  /** Nobody, where the attempt was taken up at start. */
  user_id: string | null
  artifact: Artifact
  markdown: string
  /** The attempt, where there was one: it is over with this. */
  write_back: WriteBack | null
  /** The note, or its status, was left to the engineer. */
  is_local: boolean
  request: Repeatable | undefined
  /** RFC 3339. */
  now: string
}

/**
 * Resolves or escalates the session with what was posted, and ends the attempt, in one transaction. Throws `conflict` where
 * somebody else has taken the attempt up.
 */
export async function closeSession(tx: Tx, closing: Closing): Promise<Posted> {
  const { account_id, session_id, user_id, artifact, markdown, write_back, is_local, request, now } = closing
  found((await lockSession(tx, account_id, session_id))[0])
  const external_id = write_back?.note_ids[0] ?? null
  const result = is_local ? (`${artifact.closes}_local` as const) : artifact.closes
  const [session] = await updateSession(tx, account_id, session_id, {
    status: artifact.closes,
    ...(artifact.closes === 'resolved' ? { resolved_at: now } : {}),
    [`${artifact.kind}_markdown`]: markdown,
    [`${artifact.kind}_external_id`]: external_id,
    [`${artifact.kind}_posted_at`]: external_id === null ? null : now,
  })
  if (write_back) {
    const ending = { closed_at: now, failure: null }
    const [ended] = await updateWriteBack(tx, account_id, write_back.id, write_back.lease_id ?? '', ending)
    if (!ended) throw new Failure('conflict', 'Somebody else has gone on with this note meanwhile.')
  } else {
    tx.atCommit(endFailedWriteBack(tx, account_id, session_id))
  }
  const posted: Posted = {
    result,
    external_id,
    ticket_status: statusOf(write_back, is_local),
    status_transition_skipped_reason: write_back?.status_skipped_reason ?? null,
    session: found(session),
  }
  const ticket_ref = write_back?.ticket_ref ?? null
  tx.atCommit(
    recordEvent(tx, {
      account_id,
      user_id,
      action: `${artifact.kind}.${result}`,
      session_id,
      ticket_ref,
      detail: { external_id },
    }),
  )
  if (request) await remember(tx, request, posted)
  return posted
}

function statusOf(write_back: WriteBack | null, is_local: boolean): Posted['ticket_status'] {
  const status = write_back?.actual_status
  return status ? { ...status, verified: !is_local && status.id === write_back.target_status?.id } : null
}
