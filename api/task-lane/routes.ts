import { Hono } from 'hono'
import * as z from 'zod'
import { writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { uuid, validate } from '../http/validate.ts'
import { itemChange, itemChangedSchema } from './schemas.ts'
import { changeLaneItem } from './task-lane.ts'

const itemPath = validate('param', z.object({ id: uuid, item_id: uuid }))

export function taskLaneRoutes(deps: Deps) {
  return new Hono<AppEnv>().patch(
    '/:id/task-lane/items/:item_id',
    describe('Answer a question, record a check’s result, skip or reopen an item', { 200: itemChangedSchema }),
    signedIn(deps, writers),
    itemPath,
    validate('json', itemChange),
    async (c) => {
      const { account_id, inAccount } = c.var.account
      const { id, item_id } = c.req.valid('param')
      return c.json(await inAccount((tx) => changeLaneItem(tx, account_id, id, item_id, c.req.valid('json'))))
    },
  )
}
