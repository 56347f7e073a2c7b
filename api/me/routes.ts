import { Hono } from 'hono'
import * as z from 'zod'
import { readers } from '../auth/roles.ts'
import { selectMe } from '../auth/rows.ts'
import { meSchema, role } from '../auth/schemas.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { uuid, validate } from '../http/validate.ts'
import { listOwnAccounts, switchAccount } from './own-accounts.ts'

const ownAccountsSchema = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), role })) })

/** Who is signed in, in which account and in which others he works, and whether the model behind it is the practice model. */
export function meRoutes(deps: Deps) {
  const user = signedIn(deps, readers)
  return new Hono<AppEnv>()
    .get('/', describe('Who is signed in', { 200: meSchema }), user, async (c) => {
      const { account_id, user_id, batch } = c.var.account
      const [[me]] = await batch((tx) => [selectMe(tx, account_id, user_id)])
      return c.json({ ...found(me), ai: { practice: deps.ai.practice } })
    })
    .get('/accounts', describe('The accounts that one works in', { 200: ownAccountsSchema }), user, async (c) =>
      c.json(await listOwnAccounts(deps, c.var.account.identity)),
    )
    .post(
      '/account',
      describe('Work in another of one’s accounts', { 204: null }),
      user,
      validate('json', z.strictObject({ account_id: uuid })),
      (c) => switchAccount(deps, c.var.account.identity, c.req.valid('json').account_id, c.req.raw.headers),
    )
}
