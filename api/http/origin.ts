import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { AppEnv } from './context.ts'

/**
 * Refuses a write that another site's page sends with our cookie. A browser always names the origin of such a write;
 * a client without one is no browser and carries no cookie by accident.
 */
export const sameOrigin = ({ edge }: Pick<Deps, 'edge'>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const origin = c.req.header('origin')
      const is_foreign = origin !== undefined && !isOwn(origin, edge.public_url, c.req.url)
      if (is_foreign || c.req.header('sec-fetch-site') === 'cross-site') {
        throw new Failure('csrf', 'This write came from another site’s page.')
      }
    }
    await next()
  })

/** Without a public URL only the host is compared: whether TLS ends at a proxy that nobody told of can't be known. */
const isOwn = (origin: string, public_url: string | undefined, asked: string) =>
  public_url === undefined ? hostOf(origin) === hostOf(asked) : origin === public_url

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null)
