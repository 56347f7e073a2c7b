import { Hono } from 'hono'
import { managers, readers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { validate } from '../http/validate.ts'
import { listBoards, readConnection, removeConnection, saveConnection, testConnection } from './connections.ts'
import { boardsSchema, connectionSchema, connectionTestSchema, newConnection } from './schemas.ts'

/** The account's way to its PSA. */
export function psaConnectionRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const manage = signedIn(deps, managers)
  return new Hono<AppEnv>()
    .get(
      '/',
      describe('The connection, without its secrets; the built-in board where there is none', {
        200: connectionSchema,
      }),
      read,
      async (c) => c.json(await readConnection(c.var.account)),
    )
    .put(
      '/',
      describe('Connect a PSA; keys that are left out stay as they are', { 200: connectionSchema }),
      manage,
      validate('json', newConnection),
      async (c) => c.json(await saveConnection(deps.psa, c.var.account, c.req.valid('json'))),
    )
    .delete('/', describe('Forget the connection and its keys', { 204: null }), manage, async (c) => {
      await removeConnection(c.var.account)
      return c.body(null, 204)
    })
    .post(
      '/test',
      describe('Ask the PSA whether the connection holds', { 200: connectionTestSchema }),
      manage,
      async (c) => c.json(await testConnection(deps.psa, c.var.account)),
    )
    .get('/boards', describe('The PSA’s boards, with the statuses of each', { 200: boardsSchema }), read, async (c) =>
      c.json(await listBoards(deps.psa, c.var.account)),
    )
}
