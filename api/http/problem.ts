import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { DatabaseBusy, databaseAway } from '../../db/connection.ts'
import { RoleRefused, SignInOver } from '../../db/in-account.ts'
import { Failure, type FailureCode } from '../errors.ts'
import type { AppEnv } from './context.ts'

const idAndName = z.object({ id: z.string(), name: z.string() })

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    external_id: z.string().nullable().optional(),
    expected: idAndName.optional(),
    actual: idAndName.nullable().optional(),
    changes: z
      .array(
        z.object({
          field: z.enum(['company', 'status', 'note']),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

/** Answers any error as a problem. What nobody foresaw is logged under its request id and shows nothing of itself. */
export function answerProblem(error: unknown, c: Context<AppEnv>): Response {
  const failure = asFailure(error)
  if (failure.code === 'unavailable' || failure.code === 'internal') {
    const why = error instanceof Failure ? { message: error.detail } : { error: databaseAway(error) ?? error }
    // What FlowPilot says itself, as that it is starting, is foreseen.
    const write = error instanceof Failure ? c.var.log.warn : c.var.log.error
    write(failure.code, { request_id: c.var.requestId, ...why })
  }
  return problem(c, failure)
}

export function problem(c: Context<AppEnv>, { code, detail, more }: Failure): Response {
  const { status, title, as = code } = inHttp(code)
  c.header('cache-control', 'no-store')
  if (more.retry_after_s !== undefined) c.header('retry-after', String(more.retry_after_s))
  const body: Problem = {
    type: `urn:flowpilot:problem:${as}`,
    title,
    status,
    code: as,
    detail,
    request_id: c.var.requestId,
    ...(more.errors ? { errors: more.errors } : {}),
    ...more.facts,
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof SignInOver) return new Failure('unauthenticated', 'You are signed out. Sign in again.')
  if (error instanceof RoleRefused) return new Failure('forbidden', 'Your role in this account does not allow this.')
  if (error instanceof HTTPException && error.status === 400) return new Failure('bad_request', 'The body is not JSON.')
  const away = databaseAway(error)
  if (away instanceof DatabaseBusy) return new Failure('unavailable', busy, { retry_after_s: 1 })
  if (away) return new Failure('unavailable', away.more.is_unknown ? lost : unreachable, { retry_after_s: 2 })
  return internal()
}

export const internal = () => new Failure('internal', 'Something went wrong here. It is logged under the request id.')

const busy = 'The database could not do this now. Nothing was changed. Try again in a moment.'
const unreachable = 'The database can’t be reached. Nothing was changed.'
const lost = 'The database stopped answering, perhaps after this was saved. Look before you do it again.'

/** `as`: the code that a client sees, where several are one to it. */
type InHttp = { status: ContentfulStatusCode; title: string; as?: FailureCode }

function inHttp(code: FailureCode): InHttp {
  switch (code) {
    case 'bad_request':
      return { status: 400, title: 'Bad request' }
    case 'unauthenticated':
      return { status: 401, title: 'Not signed in' }
    case 'forbidden':
    case 'read_only':
    case 'csrf':
      return { status: 403, title: 'Forbidden' }
    case 'not_found':
      return { status: 404, title: 'Not found' }
    case 'conflict':
    case 'turn_in_progress':
    case 'already_resolved':
    case 'already_escalated':
    case 'superseded':
    case 'already_decided':
    case 'stale_preview':
    case 'idempotency_mismatch':
    case 'ticket_moved':
      return { status: 409, title: 'Conflict' }
    case 'misdirected':
      return { status: 421, title: 'Misdirected request' }
    case 'too_large':
      return { status: 413, title: 'Too large' }
    case 'address_too_long':
      return { status: 414, title: 'Too large', as: 'too_large' }
    case 'headers_too_large':
      return { status: 431, title: 'Too large', as: 'too_large' }
    case 'unsupported_media_type':
      return { status: 415, title: 'Unsupported media type' }
    case 'invalid':
    case 'no_fact':
      return { status: 422, title: 'Not valid' }
    case 'rate_limited':
      return { status: 429, title: 'Too many requests' }
    case 'psa_failed':
    case 'status_not_verified':
    case 'ai_failed':
      return { status: 502, title: 'An outside system answered wrongly' }
    case 'unavailable':
      return { status: 503, title: 'Unavailable' }
    case 'internal':
      return { status: 500, title: 'Internal error' }
  }
}
