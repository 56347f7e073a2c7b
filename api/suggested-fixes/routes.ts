import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { readers, writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import { optionalBody } from '../http/body.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { once, repeatable } from '../http/idempotency.ts'
import { replayed } from '../http/replayed.ts'
import { uuid, validate } from '../http/validate.ts'
import { applyFix, decideFix, setOutcome } from './decide.ts'
import { readActiveFix, readFixes } from './read-fixes.ts'
import { application, decidedSchema, decision, fixesSchema, outcome, ownFix, suggestedFixSchema } from './schemas.ts'
import { addOwnFix } from './suggest.ts'

const sessionPath = validate('param', z.object({ id: uuid }))
const fixPath = validate('param', z.object({ id: uuid, fix_id: uuid }))

/** The suggested fixes of a session: one is active at a time; an engineer decides, applies and judges. */
export function suggestedFixRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const write = signedIn(deps, writers)
  return new Hono<AppEnv>()
    .get(
      '/:id/suggested-fixes',
      describe('All fixes of a session, newest first', { 200: fixesSchema }),
      read,
      sessionPath,
      async (c) => c.json({ items: await readFixes(c.var.account, c.req.valid('param').id) }),
    )
    .get(
      '/:id/suggested-fixes/active',
      describe('The active fix', { 200: suggestedFixSchema }),
      read,
      sessionPath,
      async (c) => c.json(await readActiveFix(c.var.account, c.req.valid('param').id)),
    )
    .post(
      '/:id/suggested-fixes',
      describe('Keep what the engineer did himself', { 201: suggestedFixSchema }),
      write,
      sessionPath,
      validate('json', ownFix),
      async (c) => {
        const { account_id, user_id, inAccount } = c.var.account
        const body = c.req.valid('json')
        const place = { account_id, session_id: c.req.valid('param').id }
        const request = repeatable(c, deps.psa.box, account_id, body)
        const added = await inAccount((tx) => once(tx, request, () => addOwnFix(tx, place, user_id, body)))
        return c.json(added.answer, 201, replayed(added))
      },
    )
    .post(
      '/:id/suggested-fixes/:fix_id/decision',
      describe('Decide what becomes of a fix', { 200: decidedSchema }),
      write,
      fixPath,
      validate('json', decision),
      async (c) => {
        const { user_id, inAccount } = c.var.account
        return c.json(
          await inAccount((tx) => decideFix(tx, placeOf(c, c.req.valid('param')), user_id, c.req.valid('json'))),
        )
      },
    )
    .post(
      '/:id/suggested-fixes/:fix_id/apply',
      describe('Say that a fix was run', { 200: suggestedFixSchema }),
      write,
      fixPath,
      optionalBody,
      validate('json', application),
      async (c) => c.json(await c.var.account.inAccount((tx) => applyFix(tx, placeOf(c, c.req.valid('param'))))),
    )
    .post(
      '/:id/suggested-fixes/:fix_id/outcome',
      describe('Say how a fix went', { 200: suggestedFixSchema }),
      write,
      fixPath,
      validate('json', outcome),
      async (c) =>
        c.json(
          await c.var.account.inAccount((tx) => setOutcome(tx, placeOf(c, c.req.valid('param')), c.req.valid('json'))),
        ),
    )
}

const placeOf = (c: Context<AppEnv>, { id, fix_id }: { id: string; fix_id: string }) => ({
  account_id: c.var.account.account_id,
  session_id: id,
  fix_id,
})
