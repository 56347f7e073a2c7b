import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'
import type { AppEnv } from './context.ts'

/** One line a request: which route, how it ended, how long its answer took to begin. No path, query or body: those hold content. */
export const requestLog = (log: Log) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const start = performance.now()
    c.set('log', log)
    await next()
    // A handler that answers with a Response of its own leaves out what was set before it.
    c.res.headers.set('x-request-id', c.var.requestId)
    log.info('request', {
      request_id: c.var.requestId,
      method: c.req.method,
      route: matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '*',
      status: c.res.status,
      duration_ms: Math.round(performance.now() - start),
    })
  })
