import { batchInAccount, inAccount } from '../../db/in-account.ts'
import { interruptedWriteBacks } from '../../db/interrupted-write-backs.ts'
import { selectSession } from '../ai-sessions/rows.ts'
import type { Deps } from '../deps.ts'
import { Failure, found } from '../errors.ts'
import { takeLease, type WriteBack } from '../psa/write-back/rows.ts'
import { runWriteBack } from '../psa/write-back/run.ts'
import type { Artifact } from './artifact.ts'
import { closeSession } from './close-session.ts'
import { working } from './lease.ts'
import { mustBeLinked } from './posting-context.ts'
import { mustNotHaveMoved, seeTicket, throwTicketFailed } from './ticket-conflict.ts'
import { selectSighting } from './ticket-snapshot-rows.ts'

/**
 * Goes on with every attempt whose server went away in the middle, each from where it stands; for a server that starts,
 * and now and then. What can't be ended now is left as it is, with the reason in it. Never throws.
 */
export async function resumeInterrupted(deps: Deps, artifacts: readonly Artifact[]): Promise<void> {
  try {
    const interrupted = await interruptedWriteBacks(deps.database)
    await Promise.all(interrupted.map((each) => takeUpOne(deps, artifacts, each)))
  } catch (error) {
    deps.log.error('interrupted notes not looked for', { error })
  }
}

type Place = { account_id: string; id: string }

async function takeUpOne(deps: Deps, artifacts: readonly Artifact[], { account_id, id }: Place): Promise<void> {
  const { database, log, now } = deps
  try {
    const [write_back] = await inAccount(database, { account_id }, async (tx) =>
      takeLease(tx, account_id, id, crypto.randomUUID()),
    )
    const artifact = artifacts.find(({ kind }) => kind === write_back?.kind)
    if (!write_back || !artifact) return
    const { seen, session } = await lastKnown(deps, write_back)
    const done = await working(
      deps,
      write_back,
      (writing) => runWriteBack(writing, write_back),
      (provider) => ({
        async lookFirst() {
          mustBeLinked(session, write_back)
          const { ticket_ref, reference } = write_back
          mustNotHaveMoved(seen, await seeTicket(provider, ticket_ref, reference, []).catch(throwTicketFailed))
        },
      }),
    )
    const { session_id, markdown } = done
    const closing = { account_id, session_id, user_id: null, artifact, markdown, write_back: done, request: undefined }
    await inAccount(database, { account_id }, (tx) =>
      closeSession(tx, { ...closing, is_local: false, now: new Date(now()).toISOString() }),
    )
    log.info('interrupted note taken to its end', { write_back_id: id })
  } catch (error) {
    if (error instanceof Failure) log.warn('interrupted note stopped again', { write_back_id: id, code: error.code })
    else log.error('interrupted note not taken up', { write_back_id: id, error })
  }
}

/** The session, and its ticket as the engineer saw it for whom the note is. */
async function lastKnown({ database }: Deps, { account_id, session_id, user_id, kind }: WriteBack) {
  const sighting = { account_id, session_id, user_id: user_id ?? nobody, kind }
  const [[session], [seen]] = await batchInAccount(database, { account_id }, (tx) => [
    selectSession(tx, account_id, session_id),
    selectSighting(tx, sighting),
  ])
  return { session: found(session), seen: seen?.ticket }
}

const nobody = '00000000-0000-0000-0000-000000000000'
