import { createMiddleware } from 'hono/factory'
import { Failure } from '../errors.ts'

/**
 * Refuses a write that another site's page sends with our cookie. A browser always names the origin of such a write;
 * a client without one is no browser and carries no cookie by accident.
 */
export const sameOrigin = createMiddleware(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && hostOf(origin) !== hostOf(c.req.url)
    if (foreign || c.req.header('sec-fetch-site') === 'cross-site') {
      throw new Failure('csrf', 'This write came from another site’s page.')
    }
  }
  await next()
})

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null)
