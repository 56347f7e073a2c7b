import { Hono } from 'hono'
import { readers, writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { once, repeatable } from '../http/idempotency.ts'
import { listOf } from '../http/page.ts'
import { replayed } from '../http/replayed.ts'
import { validate } from '../http/validate.ts'
import { parseTicket } from './parse-ticket.ts'
import {
  newTicket,
  parsedTicketSchema,
  statusesSchema,
  ticketPath,
  ticketQuery,
  ticketSchema,
  ticketSummarySchema,
  ticketText,
} from './schemas.ts'
import { createTicket, listTickets, readStatuses, readTicket } from './tickets.ts'

/** Tickets of the account's PSA, or of its built-in board. */
export function ticketRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const write = signedIn(deps, writers)
  return new Hono<AppEnv>()
    .get(
      '/',
      describe('Find tickets by number or summary, newest first; the open ones without words', {
        200: listOf(ticketSummarySchema),
      }),
      read,
      validate('query', ticketQuery),
      async (c) => c.json(await listTickets(deps.psa, c.var.account, c.req.valid('query'))),
    )
    .post(
      '/',
      describe('Add a ticket to the built-in board', { 201: ticketSchema }),
      write,
      validate('json', newTicket),
      async (c) => {
        const { account } = c.var
        const body = c.req.valid('json')
        const request = repeatable(c, deps.psa.box, account.account_id, body)
        const created = await account.inAccount((tx) => once(tx, request, () => createTicket(tx, account, body)))
        return c.json(created.answer, 201, replayed(created))
      },
    )
    .post(
      '/ai-parse',
      describe('Read a pasted ticket: what stands in the text, and nothing else', { 200: parsedTicketSchema }),
      write,
      validate('json', ticketText),
      async (c) => c.json(await parseTicket(deps.ai, c.var.account, c.req.valid('json').text)),
    )
    .get(
      '/:ref',
      describe('A ticket as it is now, with its notes', { 200: ticketSchema }),
      read,
      validate('param', ticketPath),
      async (c) => c.json(await readTicket(deps.psa, c.var.account, c.req.valid('param').ref)),
    )
    .get(
      '/:ref/statuses',
      describe('The statuses that a ticket can be given', { 200: statusesSchema }),
      read,
      validate('param', ticketPath),
      async (c) => c.json(await readStatuses(deps.psa, c.var.account, c.req.valid('param').ref)),
    )
}
