import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { Failure } from '../errors.ts'
import type { Log } from '../log.ts'
import type { AppEnv } from './context.ts'
import { securityHeaders } from './headers.ts'
import { answerProblem } from './problem.ts'

/** What a server answers to everything until its database is open: 503, and to come again. */
export function startingApp(log: Log) {
  const app = new Hono<AppEnv>()
  app.use(requestId(), securityHeaders)
  app.use(async (c, next) => {
    c.set('log', log)
    await next()
  })
  app.onError(answerProblem)
  app.all('*', () => {
    throw new Failure('unavailable', 'FlowPilot is starting.', { retry_after_s: 1 })
  })
  return app
}
