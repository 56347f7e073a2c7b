import { Failure, notFound } from '../errors.ts'
import { PsaFailure, type PsaFailureCode } from './provider.ts'

/** What the engineer can do next; the failure's own sentence says what happened. */
const next_acts: Record<Exclude<PsaFailureCode, 'not_found'>, string> = {
  unreachable: 'Try again in a moment.',
  address_refused: 'An owner or admin can change the site under Settings.',
  keys_refused: 'An owner or admin can enter the keys anew under Settings.',
  rate_limited: 'Try again then.',
  in_use: 'Try again in a moment.',
  not_accepted: 'Nothing was changed there.',
  broken: 'Try again; where it goes on, test the connection under Settings.',
}

/** A `PsaFailure` as what the API answers: `not_found`, or `psa_failed` with what to do next. Anything else stays as it is. */
export function asPsaFailed(error: unknown): unknown {
  if (!(error instanceof PsaFailure)) return error
  if (error.code === 'not_found') return notFound()
  const { retry_after_seconds: retry_after_s } = error
  return new Failure(
    'psa_failed',
    `${error.message} ${next_acts[error.code]}`,
    retry_after_s === undefined ? {} : { retry_after_s: Math.ceil(retry_after_s) },
  )
}

/** For `.catch` behind a call to the PSA. */
export function throwPsaFailed(error: unknown): never {
  throw asPsaFailed(error)
}
