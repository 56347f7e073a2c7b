import { Hono } from 'hono'
import * as z from 'zod'
import { readers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import { answerStream } from '../chat/answer-stream.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describeStream } from '../http/describe.ts'
import { isUuid, validate } from '../http/validate.ts'
import { followSessions } from './follow-sessions.ts'

const mostSessions = 50

/** Ids, with commas between them. What is no id names no session. */
const changesQuery = z.object({
  sessions: z
    .string()
    .default('')
    .transform((named) => named.split(',').filter((id) => id !== ''))
    .refine((ids) => ids.length <= mostSessions, `names more than ${mostSessions} sessions`)
    .transform((ids) => [...new Set(ids.map((id) => id.trim().toLowerCase()))].filter(isUuid))
    .meta({ description: `At most ${mostSessions} ids, with commas between them` }),
})

/** What changes in several sessions at once, for all tabs of a browser over one line. */
export function changesRoutes(deps: Deps) {
  return new Hono<AppEnv>().get(
    '/',
    describeStream('Be told whenever one of these sessions changes'),
    signedIn(deps, readers),
    validate('query', changesQuery),
    async (c) => {
      const { events, end } = await followSessions(deps, c.var.account, c.req.valid('query').sessions)
      return answerStream(c, events, end)
    },
  )
}
