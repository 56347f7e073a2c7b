import { isUniqueViolation } from '../../db/connection.ts'
import type { StatusName } from '../../db/schema/write-backs.ts'
import { getSetting } from '../account-settings/settings.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession } from '../ai-sessions/rows.ts'
import { recordEvent } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { Failure, found } from '../errors.ts'
import { PsaFailure } from '../psa/provider.ts'
import { asPsaFailed, throwPsaFailed } from '../psa/psa-failed.ts'
import type { PsaConnection } from '../psa/registry.ts'
import { referenceOf } from '../psa/write-back/reference.ts'
import { insertWriteBack, restartWriteBack, type WriteBack } from '../psa/write-back/rows.ts'
import type { Artifact } from './artifact.ts'
import { mustRestOnTheSame } from './close-session.ts'
import type { Known, Order } from './posting-context.ts'
import type { Posting } from './posting-schemas.ts'
import { renderNote } from './render-note.ts'
import { mustNotHaveMoved, seeTicket, throwTicketFailed } from './ticket-conflict.ts'

/**
 * Commits the attempt to write to the ticket, after a last look at it; nothing is sent yet. Of one that failed nothing is
 * on any ticket: it is made again, with all that is asked for now. Answers nothing where somebody else began one at the
 * same moment, or linked the session to another ticket.
 */
export async function beginWriteBack(
  deps: Deps,
  { account, session_id, artifact }: Order,
  posting: Posting,
  known: Known,
  ticket_ref: string,
): Promise<WriteBack | undefined> {
  const { account_id, user_id } = account
  const psa = await deps.psa.connect(account_id).catch(throwPsaFailed)
  const markdown = known.markdownOf(posting)
  const reference = await referenceOf(session_id, known.attempt)
  const now = await seeTicket(psa.provider, ticket_ref, reference, known.secrets).catch(throwTicketFailed)
  if (!posting.accept_moved) mustNotHaveMoved(known.seen, now)
  const target = await targetOf(psa, artifact, now.board_id, posting.ticket_status_id)
  try {
    return await account.inAccount(async (tx) => {
      const session = found((await lockSession(tx, account_id, session_id))[0])
      mustBeOpen(session)
      if (session.ticket?.ref !== ticket_ref) return undefined
      mustRestOnTheSame(session, { session: known.session, accept_stale: posting.accept_stale })
      const discussion = await getSetting(tx, account_id, 'resolution_note_in_discussion', false)
      const intent = {
        user_id,
        kind: artifact.kind,
        provider: psa.name,
        ticket_ref,
        markdown,
        parts: renderNote(psa.provider, artifact, reference, markdown, known.secrets),
        note_kinds: artifact.kindsOfNote(discussion),
        ...target,
        lease_id: crypto.randomUUID(),
      }
      const [write_back] = known.open
        ? await restartWriteBack(tx, account_id, known.open.id, intent)
        : await insertWriteBack(tx, { account_id, session_id, reference, ...intent })
      if (!write_back) return undefined
      const detail = { reference, target_status: target.target_status }
      tx.atCommit(
        recordEvent(tx, { account_id, user_id, action: `${artifact.kind}.begun`, session_id, ticket_ref, detail }),
      )
      return write_back
    })
  } catch (error) {
    if (isUniqueViolation(error)) return undefined
    throw error
  }
}

type Target = { target_status: StatusName | null; status_skipped_reason: string | null }

/** The status that the ticket is to get: the one that was picked for this time, else the board's own in the settings. */
async function targetOf(
  { provider, targets }: PsaConnection,
  { closes }: Artifact,
  board_id: string,
  picked: string | undefined,
): Promise<Target> {
  const id = picked ?? targets[closes][board_id]
  if (id === undefined) {
    return {
      target_status: null,
      status_skipped_reason: `No status for ${closes} tickets is picked for this board in the settings.`,
    }
  }
  const statuses = await provider.listStatuses(board_id).catch(throwStatusesFailed)
  const status = statuses.find((each) => each.id === id)
  if (status) return { target_status: { id, name: status.name }, status_skipped_reason: null }
  if (picked !== undefined) {
    const errors = [{ path: 'ticket_status_id', message: 'is no status of the ticket’s board' }]
    throw new Failure('invalid', 'ticket_status_id: is no status of the ticket’s board.', { errors })
  }
  return {
    target_status: null,
    status_skipped_reason: 'The status that is picked in the settings is no longer on this board.',
  }
}

/** A board that does not exist there is no missing page here. */
function throwStatusesFailed(error: unknown): never {
  if (error instanceof PsaFailure && error.code === 'not_found') {
    throw new Failure('psa_failed', 'The statuses of the ticket’s board can’t be read there. Nothing was posted.')
  }
  throw asPsaFailed(error)
}
