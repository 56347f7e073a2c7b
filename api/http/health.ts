import { Hono } from 'hono'
import { missingMigrations } from '../../db/schema-version.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { AppEnv } from './context.ts'

/** Whoever asks whether the server is ready gives up soon, and takes no answer for a no. */
const patience_ms = 1900

/** `/healthz`: the process answers. `/readyz`: its database does too, and has the schema that this server was made for. */
export function healthRoutes({ database }: Pick<Deps, 'database'>) {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const missing = await soon(missingMigrations(database))
      if (missing.length > 0) {
        throw new Failure('unavailable', `The database’s schema is older than this server: ${missing[0]} is missing.`, {
          retry_after_s: 10,
        })
      }
      return c.json({ status: 'ok' })
    })
}

/** The answer, or within two seconds that there is none. */
async function soon<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure('unavailable', 'The database does not answer.', retry)), patience_ms)
  })
  return await Promise.race([work, over]).finally(() => clearTimeout(timer))
}

const retry = { retry_after_s: 2 }
