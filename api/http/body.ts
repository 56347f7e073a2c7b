import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Failure } from '../errors.ts'

/** A message of 100,000 characters, every one of them escaped, fits. */
export const limitBody = bodyLimit({
  maxSize: 1024 * 1024,
  onError: () => {
    throw new Failure('too_large', 'The body is over 1 MiB.')
  },
})

/** A write's body is JSON or nothing. */
export const jsonOnly = createMiddleware(async (c, next) => {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const hasBody = c.req.raw.body !== null && c.req.header('content-length') !== '0'
  if (hasBody && c.req.method !== 'GET' && type !== 'application/json') {
    throw new Failure('unsupported_media_type', 'Send JSON, as content-type application/json.')
  }
  await next()
})

/** For a call whose body may be left out: nothing, announced as JSON, says as much as {}. Stands before the validator. */
export const optionalBody = createMiddleware(async (c, next) => {
  const isEmpty = (await c.req.text()).trim() === ''
  if (isEmpty) c.req.bodyCache.text = Promise.resolve('{}') as never
  await next()
})
