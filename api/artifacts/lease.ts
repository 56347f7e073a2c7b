import { setTimeout as pause } from 'node:timers/promises'
import { batchInAccount } from '../../db/in-account.ts'
import { updateSession } from '../ai-sessions/rows.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { PsaProvider } from '../psa/provider.ts'
import { asPsaFailed } from '../psa/psa-failed.ts'
import { releaseLease, renewLease, takeLease, updateWriteBack, type WriteBack } from '../psa/write-back/rows.ts'
import { LeaseLost, WriteBackStopped, type Writing } from '../psa/write-back/write-back-context.ts'

/** Far within a lease: who waits long for the PSA keeps it. */
const between_renewals_ms = 8000

const movedElsewhere =
  'The account has another ticket system than when this note was begun. Connect that one again, or close the session here only.'

/** Takes the attempt up, or answers nothing where somebody works on it. */
export async function takeUp({ database }: Deps, { account_id, id }: WriteBack): Promise<WriteBack | undefined> {
  const [[taken]] = await batchInAccount(database, { account_id }, (tx) => [
    takeLease(tx, account_id, id, crypto.randomUUID()),
  ])
  return taken
}

/**
 * Runs `work` on an attempt that is leased to us, keeping each step as it happens; whoever has the session open is told.
 * Where it stops short, the attempt is left to the next who takes it up, and the failure says what is known.
 */
export async function working(
  deps: Deps,
  write_back: WriteBack,
  work: (writing: Writing) => Promise<WriteBack>,
  prepare: (provider: PsaProvider) => Pick<Writing, 'fresh' | 'lookFirst'> = () => ({}),
): Promise<WriteBack> {
  const { account_id } = write_back
  const id = write_back.id
  const lease_id = write_back.lease_id ?? ''
  const renewing = setInterval(() => {
    batchInAccount(deps.database, { account_id }, (tx) => [renewLease(tx, account_id, id, lease_id)]).catch(() => {})
  }, between_renewals_ms)
  try {
    const { name, provider } = await deps.psa.connect(account_id)
    if (name !== write_back.provider) throw new Failure('psa_failed', movedElsewhere)
    const save = saver(deps, write_back)
    return await work({ provider, now: deps.now, pause: (ms) => pause(ms), save, ...prepare(provider) })
  } catch (error) {
    const failure = asFailure(error)
    const detail =
      failure instanceof Failure ? failure.detail : 'Something went wrong here, before the ticket was done.'
    await batchInAccount(deps.database, { account_id }, (tx) => [
      releaseLease(tx, account_id, id, lease_id, { code: 'psa_failed', detail }),
    ])
    throw failure
  } finally {
    clearInterval(renewing)
  }
}

function saver({ database }: Deps, { account_id, session_id, id, lease_id }: WriteBack): Writing['save'] {
  return async (change) => {
    const [, [kept]] = await batchInAccount(database, { account_id }, (tx) => [
      // The session first, as whoever begins an attempt or ends it: of two at once none waits for the other in a ring.
      updateSession(tx, account_id, session_id, {}),
      updateWriteBack(tx, account_id, id, lease_id ?? '', change),
    ])
    if (!kept) throw new LeaseLost('Somebody else has taken this attempt up')
    return kept
  }
}

function asFailure(error: unknown): unknown {
  if (error instanceof LeaseLost) return new Failure('conflict', 'Somebody else has gone on with this note meanwhile.')
  return error instanceof WriteBackStopped ? asStopped(error) : asPsaFailed(error)
}

function asStopped({ code, message, write_back }: WriteBackStopped): Failure {
  const { note_ids, target_status, actual_status } = write_back
  const external_id = note_ids[0] ?? null
  if (code === 'psa_failed') return new Failure(code, message, { facts: { external_id } })
  const expected = target_status ? { expected: target_status } : {}
  return new Failure(code, message, { facts: { external_id, ...expected, actual: actual_status } })
}
