import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { resolver, uniqueSymbol } from 'hono-openapi'
import * as z from 'zod'
import { Failure, notFound } from '../errors.ts'
import { redact } from '../redaction/redact.ts'

const notAnId = 'not_an_id'
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuidShape.test(value)

/** An id. One that no row can have names nothing, so it is answered with 404 like any other that is not there. */
export const uuid = z
  .string()
  .refine(isUuid, { params: { reason: notAnId } })
  .meta({ format: 'uuid' })

/** Text of `min` to `max` characters, without the two things that PostgreSQL and UTF-8 can't keep: NUL and half a surrogate pair. */
export function plainText(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds a NUL or half a character')
}

/** As `plainText`, and white space alone does not count. */
export const saidText = (max: number) =>
  plainText(0, max)
    .refine((text) => text.trim() !== '', 'is empty')
    .meta({ minLength: 1 })

/**
 * Validates a part of the request or throws a `Failure`, so that no error type leaks into the client's answers; the
 * same schema describes that part in the OpenAPI document.
 */
export function validate<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  const middleware = zValidator(target, schema, (result) => {
    if (result.success) return
    const { issues } = result.error as unknown as z.ZodError
    if (target === 'param' || issues.some(isNotAnId)) throw notFound()
    const errors = issues.flatMap(explain)
    const first = errors[0] ? `${errors[0].path || 'The body'}: ${errors[0].message}` : 'It does not fit its schema.'
    throw new Failure('invalid', first, { errors })
  })
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...resolver(schema) } })
}

const isNotAnId = (issue: z.core.$ZodIssue) => issue.code === 'custom' && issue.params?.reason === notAnId

function explain(issue: z.core.$ZodIssue) {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: issue.message }]
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a field of this call' }))
}

// A key is the sender's word, and what he mistook for one may be a secret.
const pathOf = (path: PropertyKey[]): string => redact(path.map(String).join('.')).text
