import type { AccountAccess } from '../auth/account-access.ts'
import { Failure } from '../errors.ts'
import { fingerprintOf } from '../evidence/evidence.ts'
import { evidenceQueries, gathered } from '../evidence/gather.ts'
import { type Repeatable, remembered } from '../http/idempotency.ts'
import { countClosedWriteBacks, selectOpenWriteBack, type WriteBack } from '../psa/write-back/rows.ts'
import { redact } from '../redaction/redact.ts'
import type { Artifact } from './artifact.ts'
import type { Posted, Posting } from './posting-schemas.ts'
import { selectSighting } from './ticket-snapshot-rows.ts'

/** What is asked for, by whom, of which session. */
export type Order = {
  account: AccountAccess
  session_id: string
  artifact: Artifact
  request: Repeatable
}

export type Known = Awaited<ReturnType<typeof loadSession>>

/** All that has to be known before anything is posted: the session, its evidence, and the attempt that is not over. */
export async function loadSession({ account, session_id, artifact }: Order) {
  const { account_id, user_id, batch } = account
  const sighting = { account_id, session_id, user_id, kind: artifact.kind }
  const [[open], [seen], [attempts], ...answers] = await batch((tx) => [
    selectOpenWriteBack(tx, account_id, session_id),
    selectSighting(tx, sighting),
    countClosedWriteBacks(tx, account_id, session_id),
    ...evidenceQueries(tx, account_id, session_id),
  ])
  const { session, evidence, secrets } = gathered(answers)
  return {
    session,
    open: open?.write_back,
    seen: seen?.ticket,
    attempt: attempts?.closed ?? 0,
    fingerprint: await fingerprintOf(evidence),
    secrets,
    /** The third gate: what an engineer typed goes out without its secrets, too. */
    markdownOf: ({ markdown }: Posting) => redact(markdown, secrets).text,
  }
}

export type Answered = { answer: Posted; replayed: boolean }

/** Does `work` unless this very request was answered before, or meanwhile: then it is that answer again. */
export async function answeredOnce(order: Order, work: () => Promise<Posted>): Promise<Answered> {
  const before = await answeredBefore(order)
  if (before) return { answer: before, replayed: true }
  try {
    return { answer: await work(), replayed: false }
  } catch (error) {
    const meanwhile = error instanceof Failure ? await answeredBefore(order) : undefined
    if (meanwhile) return { answer: meanwhile, replayed: true }
    throw error
  }
}

async function answeredBefore({ account, request }: Order): Promise<Posted | undefined> {
  if (request.key === undefined) return undefined
  return await account.inAccount((tx) => remembered<Posted>(tx, request))
}

/** An attempt is about the ticket that its session was linked to; nothing is sent there once it is linked to another one. */
export function mustBeLinked({ ticket }: Pick<Known['session'], 'ticket'>, { ticket_ref }: WriteBack): void {
  if (ticket?.ref === ticket_ref) return
  const what = `This session is no longer linked to #${ticket_ref}, and its note is not there.`
  throw new Failure('conflict', `${what} Preview it and post it again.`)
}

export function mustBeSameKind({ kind }: Artifact, open: WriteBack): void {
  if (open.kind === kind) return
  const what = open.kind === 'resolution_note' ? 'A resolution note' : 'An escalation package'
  throw new Failure('conflict', `${what} of this session is on its way to the ticket. Settle that first.`)
}
