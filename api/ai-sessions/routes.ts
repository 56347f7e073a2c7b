import { Hono } from 'hono'
import * as z from 'zod'
import { readers, writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { once, repeatable } from '../http/idempotency.ts'
import { listOf } from '../http/page.ts'
import { replayed } from '../http/replayed.ts'
import { uuid, validate } from '../http/validate.ts'
import { changeSession, listSessions, startSession } from './ai-sessions.ts'
import { lookUpTicket } from './linked-ticket.ts'
import { aiSessionSchema, listedSessionSchema, newSession, sessionChange, sessionQuery } from './schemas.ts'

const sessionPath = validate('param', z.object({ id: uuid }))

/** The sessions themselves; what the page of one shows comes from `chat/routes.ts`. */
export function aiSessionRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const write = signedIn(deps, writers)
  return new Hono<AppEnv>()
    .post('/', describe('Open a session', { 201: aiSessionSchema }), write, validate('json', newSession), async (c) => {
      const { account } = c.var
      const body = c.req.valid('json')
      const request = repeatable(c, deps.psa.box, account.account_id, body)
      const ticket = await lookUpTicket(deps.psa, account, body.ticket_ref)
      const started = await account.inAccount((tx) => once(tx, request, () => startSession(tx, account, body, ticket)))
      return c.json(started.answer, 201, replayed(started))
    })
    .get(
      '/',
      describe('The sessions, last changed first', { 200: listOf(listedSessionSchema) }),
      read,
      validate('query', sessionQuery),
      async (c) => {
        return c.json(await listSessions(c.var.account, c.req.valid('query')))
      },
    )
    .patch(
      '/:id',
      describe('Rename, link, pause, abandon or reopen', { 200: aiSessionSchema }),
      write,
      sessionPath,
      validate('json', sessionChange),
      async (c) => {
        const { account } = c.var
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        const ticket = await lookUpTicket(deps.psa, account, change.ticket_ref)
        return c.json(await account.inAccount((tx) => changeSession(tx, account.account_id, id, change, ticket)))
      },
    )
}
