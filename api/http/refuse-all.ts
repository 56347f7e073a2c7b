import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { Failure } from '../errors.ts'
import type { Log } from '../log.ts'
import type { AppEnv } from './context.ts'
import { securityHeaders } from './headers.ts'
import { answerProblem } from './problem.ts'

/** An app that refuses everything with the same failure, guarded as every answer is. */
export function refuseAll(log: Log, failure: Failure) {
  const app = new Hono<AppEnv>()
  app.use(requestId(), securityHeaders)
  app.use(async (c, next) => {
    c.set('log', log)
    await next()
  })
  app.onError(answerProblem)
  app.all('*', () => {
    throw failure
  })
  return app
}
