import type { Tx } from '../../db/in-account.ts'
import { isClosed, mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession, type SessionRow, updateSession } from '../ai-sessions/rows.ts'
import { recordEvent } from '../audit/record.ts'
import { Failure, found } from '../errors.ts'
import { type Repeatable, remember } from '../http/idempotency.ts'
import { endFailedWriteBack, selectOpenWriteBack, updateWriteBack, type WriteBack } from '../psa/write-back/rows.ts'
import { withLane } from '../task-lane/task-lane.ts'
import type { Artifact } from './artifact.ts'
import type { Posted } from './posting-schemas.ts'
import type { ArtifactKind } from './rows.ts'

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
 * Resolves or escalates the session with what was posted, and ends the attempt, in one transaction. What the note rests on
 * may have changed since: it is on the ticket. Throws `already_resolved` and `already_escalated`, and `conflict` where
 * somebody else has taken the attempt up.
 */
export async function closeSession(tx: Tx, closing: Closing): Promise<Posted> {
  const { account_id, session_id, write_back } = closing
  mustBeOpen(found((await lockSession(tx, account_id, session_id))[0]))
  if (write_back) {
    const ending = { closed_at: closing.now, failure: null }
    const [ended] = await updateWriteBack(tx, account_id, write_back.id, write_back.lease_id ?? '', ending)
    if (!ended) throw new Failure('conflict', 'Somebody else has gone on with this note meanwhile.')
  }
  return await keepClosed(tx, closing)
}

/** What the engineer's note was written from. */
type Basis = { session: Pick<SessionRow, 'state_version' | 'title'>; accept_stale: boolean | undefined }

/**
 * Closes a session that is linked to no ticket, with the engineer's note. Of two notes at once one is kept: the same note
 * again is the same answer, another one is refused with `already_resolved` or `already_escalated`. Throws `stale_preview`
 * where the evidence has changed since `basis` was read. Answers nothing where a ticket was linked meanwhile or an attempt
 * is not over: then the session is not closed like this.
 */
export async function closeWithoutTicket(tx: Tx, closing: Closing, basis: Basis): Promise<Posted | undefined> {
  const { account_id, session_id, artifact, request } = closing
  const [[row], [open]] = await Promise.all([
    lockSession(tx, account_id, session_id),
    selectOpenWriteBack(tx, account_id, session_id),
  ])
  const { session } = withLane(found(row))
  if (isClosed(session) && isSameNote(session, closing)) {
    const same = posted(artifact, session, null, true)
    if (request) await remember(tx, request, same)
    return same
  }
  mustBeOpen(session)
  if (session.ticket || (open && (open.is_leased || open.write_back.state !== 'failed'))) return undefined
  mustRestOnTheSame(session, basis)
  tx.atCommit(endFailedWriteBack(tx, account_id, session_id))
  return await keepClosed(tx, closing)
}

/** Throws `stale_preview` where what a note rests on has changed since `basis` was read, and the engineer minds. */
export function mustRestOnTheSame(now: Basis['session'], { session, accept_stale }: Basis): void {
  if (accept_stale || (now.state_version === session.state_version && now.title === session.title)) return
  throw new Failure('stale_preview', 'What the note rests on has just changed. Nothing was posted.')
}

const isSameNote = (
  session: Pick<SessionRow, 'status' | `${ArtifactKind}_markdown` | `${ArtifactKind}_external_id`>,
  { artifact: { kind, closes }, markdown }: Closing,
) => session.status === closes && session[`${kind}_markdown`] === markdown && session[`${kind}_external_id`] === null

async function keepClosed(tx: Tx, closing: Closing): Promise<Posted> {
  const { account_id, session_id, user_id, artifact, markdown, write_back, is_local, request, now } = closing
  const external_id = write_back?.note_ids[0] ?? null
  const [session] = await updateSession(tx, account_id, session_id, {
    status: artifact.closes,
    ...(artifact.closes === 'resolved' ? { resolved_at: now } : {}),
    [`${artifact.kind}_markdown`]: markdown,
    [`${artifact.kind}_external_id`]: external_id,
    [`${artifact.kind}_posted_at`]: external_id === null ? null : now,
  })
  const answer = posted(artifact, found(session), write_back, is_local)
  const ticket_ref = write_back?.ticket_ref ?? null
  const action = `${artifact.kind}.${answer.result}`
  tx.atCommit(recordEvent(tx, { account_id, user_id, action, session_id, ticket_ref, detail: { external_id } }))
  if (request) await remember(tx, request, answer)
  return answer
}

function posted(
  { closes }: Artifact,
  session: Posted['session'],
  write_back: WriteBack | null,
  is_local: boolean,
): Posted {
  return {
    result: is_local ? `${closes}_local` : closes,
    external_id: write_back?.note_ids[0] ?? null,
    ticket_status: statusOf(write_back, is_local),
    status_transition_skipped_reason: write_back?.status_skipped_reason ?? null,
    session,
  }
}

function statusOf(write_back: WriteBack | null, is_local: boolean): Posted['ticket_status'] {
  const status = write_back?.actual_status
  return status ? { ...status, verified: !is_local && status.id === write_back.target_status?.id } : null
}
