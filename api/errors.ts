/** Everything that can be refused or go wrong, in the product's own words; `http/problem.ts` knows what that is in HTTP. */
export type FailureCode =
  | 'bad_request'
  | 'unauthenticated'
  | 'forbidden'
  | 'read_only'
  | 'csrf'
  | 'not_found'
  | 'conflict'
  | 'turn_in_progress'
  | 'already_resolved'
  | 'already_escalated'
  | 'superseded'
  | 'already_decided'
  | 'stale_preview'
  | 'idempotency_mismatch'
  | 'ticket_moved'
  | 'misdirected'
  | 'too_large'
  | 'address_too_long'
  | 'headers_too_large'
  | 'unsupported_media_type'
  | 'invalid'
  | 'no_fact'
  | 'rate_limited'
  | 'psa_failed'
  | 'status_not_verified'
  | 'ai_failed'
  | 'unavailable'
  | 'internal'

/** One wrong value: where it stands (`item_ids.0`) and what is wrong with it. */
export type FieldError = { path: string; message: string }

/** What is known of what went wrong, for whoever goes on from there. */
export type FailureFacts = {
  /** The note that is on the ticket. */
  external_id?: string | null
  expected?: { id: string; name: string }
  actual?: { id: string; name: string } | null
  /** What is another one on the ticket than when it was last seen. */
  changes?: { field: 'company' | 'status' | 'note'; before: string | null; after: string | null }[]
}

export class Failure extends Error {
  override name = 'Failure'
  constructor(
    readonly code: FailureCode,
    /** A sentence for the engineer: what happened and, where there is one, the next act. */
    readonly detail: string,
    readonly more: { errors?: FieldError[]; retry_after_s?: number; facts?: FailureFacts } = {},
  ) {
    super(`${code}: ${detail}`)
  }
}

export const notFound = () => new Failure('not_found', 'It does not exist, or not in your account.')

/** The row that a query for one must find; another account's row does not exist. */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw notFound()
  return row
}
