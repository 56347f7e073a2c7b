import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { readers, writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import type { AppEnv } from '../http/context.ts'
import { describe, describeStream } from '../http/describe.ts'
import { repeatable } from '../http/idempotency.ts'
import { replayed } from '../http/replayed.ts'
import { uuid, validate } from '../http/validate.ts'
import { answerStream } from './answer-stream.ts'
import { followTurn } from './follow-turn.ts'
import { requestStop } from './rows.ts'
import { lastEventQuery, newMessage, sessionPageSchema } from './schemas.ts'
import { type AnsweredTurn, goOn, sendMessage, tryAgain } from './send-message.ts'
import { readSessionPage } from './session-page.ts'

const sessionPath = validate('param', z.object({ id: uuid }))
const turnPath = validate('param', z.object({ id: uuid, turn_id: uuid }))

/** The conversation of a session: its page, its messages and the turns that answer them. */
export function chatRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const write = signedIn(deps, writers)
  return new Hono<AppEnv>()
    .get(
      '/:id',
      describe('All that a session’s page shows', { 200: sessionPageSchema }),
      read,
      sessionPath,
      async (c) => c.json(await readSessionPage(c.var.account, c.req.valid('param').id)),
    )
    .post(
      '/:id/messages',
      describeStream('Send a message, and follow the turn that answers it'),
      write,
      sessionPath,
      validate('json', newMessage),
      async (c) => {
        const { account } = c.var
        const body = c.req.valid('json')
        const request = repeatable(c, deps.psa.box, account.account_id, body)
        return answerTurn(c, await sendMessage(deps, account, c.req.valid('param').id, body, request))
      },
    )
    .post(
      '/:id/turns/:turn_id/retry',
      describeStream('Ask again for the message that a turn answered'),
      write,
      turnPath,
      async (c) => {
        const { id, turn_id } = c.req.valid('param')
        const request = repeatable(c, deps.psa.box, c.var.account.account_id, null)
        return answerTurn(c, await tryAgain(deps, c.var.account, id, turn_id, request))
      },
    )
    .post(
      '/:id/turns/:turn_id/continue',
      describeStream('Go on where the last turn broke off'),
      write,
      turnPath,
      async (c) => {
        const { id, turn_id } = c.req.valid('param')
        const request = repeatable(c, deps.psa.box, c.var.account.account_id, null)
        return answerTurn(c, await goOn(deps, c.var.account, id, turn_id, request))
      },
    )
    .get(
      '/:id/turns/:turn_id/events',
      describeStream('Follow a turn, from its start or after an event'),
      read,
      turnPath,
      validate('query', lastEventQuery),
      async (c) => {
        const { id, turn_id } = c.req.valid('param')
        const after = c.req.valid('query').last_event_id ?? numberIn(c.req.header('last-event-id'))
        return answerStream(c, await followTurn(deps, c.var.account, { session_id: id, turn_id }, after))
      },
    )
    .post(
      '/:id/turns/:turn_id/stop',
      describe('Stop a turn; what it said is kept', { 202: null }),
      write,
      turnPath,
      async (c) => {
        const { account_id, batch } = c.var.account
        const { id, turn_id } = c.req.valid('param')
        const [stopped] = await batch((tx) => [requestStop(tx, account_id, id, turn_id)])
        found(stopped[0])
        return c.body(null, 202)
      },
    )
}

function answerTurn(c: Context<AppEnv>, turn: AnsweredTurn): Response {
  c.executionCtx.waitUntil(turn.running)
  for (const [name, value] of Object.entries(replayed(turn))) c.header(name, value)
  return answerStream(c, turn.events)
}

/** What EventSource sends by itself; anything that is not a number of ours means from the start. */
const numberIn = (header: string | undefined) => (header && /^\d{1,9}$/.test(header) ? Number(header) : 0)
