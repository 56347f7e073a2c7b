import { Hono } from 'hono'
import { readers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { listOf } from '../http/page.ts'
import { validate } from '../http/validate.ts'
import { listEvents } from './list-events.ts'
import { auditEventSchema, eventQuery } from './schemas.ts'

/** What was done in the account, and by whom. It can be read, and not changed by anybody. */
export function auditRoutes(deps: Deps) {
  return new Hono<AppEnv>().get(
    '/',
    describe('Who did what, newest first', { 200: listOf(auditEventSchema) }),
    signedIn(deps, readers),
    validate('query', eventQuery),
    async (c) => c.json(await listEvents(c.var.account, c.req.valid('query'))),
  )
}
