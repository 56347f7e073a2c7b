import { Hono } from 'hono'
import * as z from 'zod'
import { readers, writers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { once, repeatable } from '../http/idempotency.ts'
import { replayed } from '../http/replayed.ts'
import { uuid, validate } from '../http/validate.ts'
import { itemChange, itemChangedSchema } from '../task-lane/schemas.ts'
import { changeLaneItem } from './change-item.ts'
import { addNote, confirmFact, editFact, removeFact, restoreFact } from './facts.ts'
import { previewWording, promoteItem } from './promote-item.ts'
import { readFacts } from './read-facts.ts'
import { factSchema, factsSchema, factText, itemReference, promotion, wordingSchema } from './schemas.ts'

const sessionPath = validate('param', z.object({ id: uuid }))
const factPath = validate('param', z.object({ id: uuid, fact_id: uuid }))
const itemPath = validate('param', z.object({ id: uuid, item_id: uuid }))

/** What we know: the facts of a session, and the lane's items, whose facts follow them. */
export function factRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const write = signedIn(deps, writers)
  return new Hono<AppEnv>()
    .get('/:id/facts', describe('What a session knows', { 200: factsSchema }), read, sessionPath, async (c) =>
      c.json({ items: await readFacts(c.var.account, c.req.valid('param').id) }),
    )
    .post(
      '/:id/facts',
      describe('Add a note', { 201: factSchema }),
      write,
      sessionPath,
      validate('json', factText),
      async (c) => {
        const { account } = c.var
        const place = { account_id: account.account_id, session_id: c.req.valid('param').id }
        const body = c.req.valid('json')
        const request = repeatable(c, deps.psa.box, account.account_id, body)
        const added = await account.inAccount((tx) =>
          once(tx, request, () => addNote(tx, place, account.user_id, body.text)),
        )
        return c.json(added.answer, 201, replayed(added))
      },
    )
    .post(
      '/:id/facts/wording',
      describe('The words that an item would be promoted with', { 200: wordingSchema }),
      write,
      sessionPath,
      validate('json', itemReference),
      async (c) =>
        c.json(await previewWording(deps, c.var.account, c.req.valid('param').id, c.req.valid('json').item_id)),
    )
    .post(
      '/:id/facts/promote',
      describe('Make a fact of an answered item', { 200: factSchema, 201: factSchema }),
      write,
      sessionPath,
      validate('json', promotion),
      async (c) => {
        const { fact, is_new } = await promoteItem(deps, c.var.account, c.req.valid('param').id, c.req.valid('json'))
        return c.json(fact, is_new ? 201 : 200)
      },
    )
    .patch(
      '/:id/facts/:fact_id',
      describe('Give a fact other words; If-Match names the updated_at of those that were changed', {
        200: factSchema,
      }),
      write,
      factPath,
      validate('json', factText),
      async (c) => {
        const { account_id, inAccount } = c.var.account
        const { id: session_id, fact_id } = c.req.valid('param')
        const seen_at = c.req.header('if-match')?.replaceAll('"', '')
        return c.json(
          await inAccount((tx) => editFact(tx, { account_id, session_id }, fact_id, c.req.valid('json').text, seen_at)),
        )
      },
    )
    .delete('/:id/facts/:fact_id', describe('Take a fact out', { 204: null }), write, factPath, async (c) => {
      const { account_id, inAccount } = c.var.account
      const { id: session_id, fact_id } = c.req.valid('param')
      await inAccount((tx) => removeFact(tx, { account_id, session_id }, fact_id))
      return c.body(null, 204)
    })
    .post(
      '/:id/facts/:fact_id/restore',
      describe('Bring a fact back', { 200: factSchema }),
      write,
      factPath,
      async (c) => {
        const { account_id, inAccount } = c.var.account
        const { id: session_id, fact_id } = c.req.valid('param')
        return c.json(await inAccount((tx) => restoreFact(tx, { account_id, session_id }, fact_id)))
      },
    )
    .post(
      '/:id/facts/:fact_id/confirm',
      describe('Confirm a proposed fact', { 200: factSchema }),
      write,
      factPath,
      async (c) => {
        const { account_id, inAccount } = c.var.account
        const { id: session_id, fact_id } = c.req.valid('param')
        return c.json(await inAccount((tx) => confirmFact(tx, { account_id, session_id }, fact_id)))
      },
    )
    .patch(
      '/:id/task-lane/items/:item_id',
      describe('Answer a question, record a check’s result, skip or reopen an item', { 200: itemChangedSchema }),
      write,
      itemPath,
      validate('json', itemChange),
      async (c) => {
        const { account_id, inAccount } = c.var.account
        const { id, item_id } = c.req.valid('param')
        return c.json(await inAccount((tx) => changeLaneItem(tx, account_id, id, item_id, c.req.valid('json'))))
      },
    )
}
