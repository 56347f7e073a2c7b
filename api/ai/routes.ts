import { Hono } from 'hono'
import * as z from 'zod'
import { readers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { periodQuery } from '../http/period.ts'
import { validate } from '../http/validate.ts'
import { addUp } from './ai-usage.ts'
import { selectUsage } from './rows.ts'

const period = z.object(periodQuery)

const counter = z.number().nullable()
const sums = {
  calls: z.int(),
  input_tokens: counter,
  output_tokens: counter,
  cache_creation_input_tokens: counter,
  cache_read_input_tokens: counter,
  cache_share: counter,
  cost_cents: counter,
}
const aiUsageSchema = z
  .object({
    totals: z.object(sums),
    by_purpose: z.array(z.object({ purpose: z.string(), ...sums })),
    by_model: z.array(z.object({ model: z.string(), ...sums })),
  })
  .meta({ id: 'AiUsage' })

/** What the account's calls to the model used and cost. */
export function aiUsageRoutes(deps: Deps) {
  return new Hono<AppEnv>().get(
    '/',
    describe('Tokens, cache and cost, by purpose and by model', { 200: aiUsageSchema }),
    signedIn(deps, readers),
    validate('query', period),
    async (c) => {
      const { from, to } = c.req.valid('query')
      const [rows] = await c.var.account.batch((tx) => [selectUsage(tx, c.var.account.account_id, from, to)])
      return c.json(addUp(rows))
    },
  )
}
