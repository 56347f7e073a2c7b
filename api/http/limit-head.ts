import { createMiddleware } from 'hono/factory'
import { Failure } from '../errors.ts'

/** What is sent before a body, in characters: an address that any browser and proxy takes, and the headers beside it. */
const longest = { address: 8000, headers: 16_000 }

/** How much of it Bun hands on, in bytes: what is longer than we take, and not absurd, gets an answer that says so. */
export const head_read_bytes = 128 * 1024

/** Refuses an address or headers that are too long (`address_too_long`, `headers_too_large`). */
export const limitHead = createMiddleware(async (c, next) => {
  if (c.req.url.length > longest.address) {
    throw new Failure('address_too_long', `The address is over ${longest.address} characters long.`)
  }
  let length = 0
  for (const [name, value] of c.req.raw.headers) length += name.length + value.length
  if (length > longest.headers) {
    throw new Failure('headers_too_large', `The headers are over ${longest.headers} characters long.`)
  }
  await next()
})
