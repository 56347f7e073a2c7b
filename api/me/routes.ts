import { Hono } from 'hono'
import { readers } from '../auth/roles.ts'
import { selectMe } from '../auth/rows.ts'
import { meSchema } from '../auth/schemas.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'

/** Who is signed in, in which account, and whether the model behind it is the practice model. */
export function meRoutes(deps: Deps) {
  return new Hono<AppEnv>().get(
    '/',
    describe('Who is signed in', { 200: meSchema }),
    signedIn(deps, readers),
    async (c) => {
      const { account_id, user_id, batch } = c.var.account
      const [[me]] = await batch((tx) => [selectMe(tx, account_id, user_id)])
      return c.json({ ...found(me), ai: { practice: deps.ai.practice } })
    },
  )
}
