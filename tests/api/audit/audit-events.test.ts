import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { recordEvent } from '../../../api/audit/record.ts'
import { auditEventSchema } from '../../../api/audit/schemas.ts'
import { inAccount } from '../../../db/in-account.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'
import { expectShape } from '../shapes.ts'

type Page = { items: z.infer<typeof auditEventSchema>[]; next_cursor: string | null }

const product = await startProduct()
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const page = async (query = '', who = mara) => (await who.get<Page>(`/audit-events?${query}`)).body

test('a new account has none', async () => {
  expect(await page()).toEqual({ items: [], next_cursor: null })
})

test('an event names who, what and where, and outlives its session', async () => {
  const { account_id, user_id } = await idsOf(mara)
  const { id: session_id } = await openSession(mara, { title: 'VPN' })
  const event = { action: 'resolution_note.resolved', session_id, ticket_ref: '48213', detail: { external_id: '7' } }
  await inAccount(product.deps.database, { account_id }, async (tx) => {
    tx.atCommit(recordEvent(tx, { account_id, user_id, ...event }))
    tx.atCommit(recordEvent(tx, { account_id, action: 'resolution_note.taken_up', detail: {} }))
  })
  await product.admin`delete from ai_sessions where id = ${session_id}`
  const { items } = await page()
  for (const item of items) expectShape(auditEventSchema, item)
  const told = items.find(({ action }) => action === event.action)
  expect(told).toMatchObject({ ...event, user: { id: user_id, name: 'Mara Reyes' } })
  expect(items.find(({ action }) => action === 'resolution_note.taken_up')).toMatchObject({
    user: null,
    session_id: null,
    ticket_ref: null,
  })
})

test('an event of work that failed is not kept', async () => {
  const { account_id } = await idsOf(mara)
  const before = await page()
  const work = inAccount(product.deps.database, { account_id }, async (tx) => {
    tx.atCommit(recordEvent(tx, { account_id, action: 'ticket.created', detail: {} }))
    throw new Error('too late')
  })
  await expect(work).rejects.toThrow('too late')
  expect(await page()).toEqual(before)
})

test('they are read page by page, the newest first, each once', async () => {
  const owner = await signUpMara(product)
  for (let at = 0; at < 7; at++) await owner.post('/tickets', { summary: `Ticket ${at}` })
  const refs: (string | null)[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { items, next_cursor }: Page = await page(
      `limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      owner,
    )
    expect(items.length).toBeLessThanOrEqual(3)
    refs.push(...items.map(({ ticket_ref }) => ticket_ref))
    cursor = next_cursor
  }
  expect(refs).toEqual(['1007', '1006', '1005', '1004', '1003', '1002', '1001'])
  expectProblem(await owner.get('/audit-events?cursor=x'), 422, 'invalid')
  expectProblem(await owner.get('/audit-events?limit=101'), 422, 'invalid')
})

test('who has left the account has done it all the same, without a name', async () => {
  const colleague = await signUpColleague(product, mara, 'engineer')
  await colleague.post('/tickets', { summary: 'Printer' })
  const { user_id } = await idsOf(colleague)
  expect((await mara.delete(`/members/${user_id}`)).status).toBe(204)
  expect((await page('limit=2')).items).toMatchObject([
    { action: 'member.removed', detail: { member_id: user_id, role: 'engineer' } },
    { action: 'ticket.created', user: { id: user_id, name: null } },
  ])
})

test('they are asked for by what was done, by whom and when, and page by page like that', async () => {
  const owner = await signUpMara(product)
  const colleague = await signUpColleague(product, owner, 'engineer')
  const [{ user_id }, { user_id: colleague_id }] = [await idsOf(owner), await idsOf(colleague)]
  for (const who of [owner, colleague, colleague]) await who.post('/tickets', { summary: 'Printer' })
  const all = (await page('', owner)).items
  const actions = async (query: string) => (await page(query, owner)).items.map(({ action }) => action)
  expect(await actions('action=ticket.created')).toHaveLength(3)
  expect(await actions('action=invitation')).toEqual(['invitation.accepted', 'invitation.made'])
  for (const none of ['action=invit', 'action=ticket.create', 'action=%25', 'action=ticket_created']) {
    expect(await actions(none)).toEqual([])
  }
  expect(await actions(`action=ticket&user_id=${colleague_id}`)).toHaveLength(2)
  expect(await actions(`user_id=${user_id}`)).toEqual(['ticket.created', 'invitation.made'])
  const second = all[1]?.created_at
  const later = all.filter(({ created_at }) => created_at >= `${second}`).map(({ action }) => action)
  const earlier = all.filter(({ created_at }) => created_at < `${second}`).map(({ action }) => action)
  expect(await actions(`from=${second}`)).toEqual(later)
  expect(await actions(`to=${second}`)).toEqual(earlier)
  expect(await actions('from=2026-01-01&to=2026-01-02')).toEqual([])
  const first = await page('action=ticket&limit=2', owner)
  expect(await actions(`action=ticket&cursor=${encodeURIComponent(`${first.next_cursor}`)}`)).toHaveLength(1)
  for (const wrong of ['from=yesterday', 'to=2026-02-30', 'action=']) {
    expectProblem(await owner.get(`/audit-events?${wrong}`), 422, 'invalid', wrong)
  }
  expectProblem(await owner.get('/audit-events?user_id=1'), 404, 'not_found')
})

test('another account sees none of them', async () => {
  expect((await page('', await signUpDario(product))).items).toEqual([])
})

test('they can’t be changed or removed over HTTP', async () => {
  const [event] = (await page()).items
  expectProblem(await mara.delete(`/audit-events/${event?.id}`), 404, 'not_found')
  expectProblem(await mara.patch(`/audit-events/${event?.id}`, { action: 'x' }), 404, 'not_found')
  expectProblem(await mara.post('/audit-events', { action: 'x' }), 404, 'not_found')
})
