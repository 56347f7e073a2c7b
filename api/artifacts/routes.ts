import { Hono } from 'hono'
import * as z from 'zod'
import { writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import { optionalBody } from '../http/body.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { repeatable } from '../http/idempotency.ts'
import { keepRunning } from '../http/keep-running.ts'
import { replayed } from '../http/replayed.ts'
import { uuid, validate } from '../http/validate.ts'
import type { Artifact } from './artifact.ts'
import { postArtifact } from './post.ts'
import { postedSchema, posting, previewing, settling } from './posting-schemas.ts'
import { previewArtifact } from './preview.ts'
import { previewSchema } from './schemas.ts'
import { settleArtifact } from './settle.ts'

const sessionPath = validate('param', z.object({ id: uuid }))

/** What a session leaves on its ticket, as it would be, as it is posted, and how a posting that stopped goes on. */
export function artifactRoutes<Path extends string>(deps: Deps, path: Path, artifact: Artifact) {
  const write = signedIn(deps, writers)
  return new Hono<AppEnv>()
    .post(
      `/:id/${path}/preview`,
      describe(`What the ${artifact.title.toLowerCase()} would say now`, { 200: previewSchema }),
      write,
      sessionPath,
      optionalBody,
      validate('json', previewing),
      async (c) =>
        c.json(await previewArtifact(deps, c.var.account, c.req.valid('param').id, artifact, c.req.valid('json'))),
    )
    .post(
      `/:id/${path}/post`,
      describe('Post it to the ticket, once, and close the session', { 200: postedSchema }),
      write,
      sessionPath,
      validate('json', posting),
      async (c) => {
        const { account } = c.var
        const body = c.req.valid('json')
        const request = repeatable(c, deps.psa.box, account.account_id, body)
        const order = { account, session_id: c.req.valid('param').id, artifact, request }
        const posted = await keepRunning(c, postArtifact(deps, order, body))
        return c.json(posted.answer, 200, replayed(posted))
      },
    )
    .post(
      `/:id/${path}/settle`,
      describe('Go on with a posting that stopped', { 200: postedSchema }),
      write,
      sessionPath,
      validate('json', settling),
      async (c) => {
        const { account } = c.var
        const body = c.req.valid('json')
        const request = repeatable(c, deps.psa.box, account.account_id, body)
        const order = { account, session_id: c.req.valid('param').id, artifact, request }
        const settled = await keepRunning(c, settleArtifact(deps, order, body))
        return c.json(settled.answer, 200, replayed(settled))
      },
    )
}
