import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { AppEnv } from './context.ts'

/** `/healthz`: the process answers. `/readyz`: its database does too. */
export function healthRoutes({ database }: Pick<Deps, 'database'>) {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      await database
        .use((connection) => connection.send([{ sql: 'select 1', params: [] }]))
        .catch(() => {
          throw new Failure('unavailable', 'The database can’t be reached.', { retry_after_s: 2 })
        })
      return c.json({ status: 'ok' })
    })
}
