import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fact } from '../../../api/facts/schemas.ts'
import { factSchema } from '../../../api/facts/schemas.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct({ practice: true })
afterAll(product.close)

let mara: Person
let id: string
let facts: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
  facts = `/ai-sessions/${id}/facts`
})

const note = async (text: string) => (await mara.post<Fact>(facts, { text })).body
const listed = async () => (await mara.get<{ items: Fact[] }>(facts)).body.items
const stateOf = async () => (await readPage(mara, id)).session.state_version

describe('a note', () => {
  test('is taken as it is: confirmed, the engineer’s own, under the next ordinal', async () => {
    const { status, body } = await mara.post<Fact>(facts, { text: '  Firmware went in on Tuesday night ' })
    expect(status).toBe(201)
    expect(factSchema.strict().parse(body)).toMatchObject({
      ordinal: 1,
      text: 'Firmware went in on Tuesday night',
      source_type: 'manual',
      source_ref: null,
      status: 'confirmed',
      editable: true,
    })
    expect((await note('Firmware went in on Tuesday night')).ordinal).toBe(2)
    expect(await listed()).toHaveLength(2)
  })

  test('of no words, or of more than 400 characters, is refused with its path', async () => {
    for (const text of ['', '   ', 'x'.repeat(401)]) {
      expect(await mara.post(facts, { text })).toMatchObject({ status: 422, body: { errors: [{ path: 'text' }] } })
    }
    expect((await mara.post(facts, { text: 'x'.repeat(400) })).status).toBe(201)
  })

  test('that is sent twice under one key is one note', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const first = await mara.post<Fact>(facts, { text: 'Once' }, headers)
    const second = await mara.post<Fact>(facts, { text: 'Once' }, headers)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await listed()).toHaveLength(1)
  })

  test('can be changed, and keeps its ordinal', async () => {
    const { id: fact_id } = await note('Firmware on Tuesday')
    const { status, body } = await mara.patch<Fact>(`${facts}/${fact_id}`, { text: 'Firmware on Tuesday night' })
    expect([status, body]).toMatchObject([200, { id: fact_id, ordinal: 1, text: 'Firmware on Tuesday night' }])
  })

  test('that somebody else changed meanwhile is not overwritten: both texts are told', async () => {
    const { id: fact_id, updated_at } = await note('Firmware on Tuesday')
    await mara.patch(`${facts}/${fact_id}`, { text: 'Firmware on Wednesday' })
    const mine = await mara.patch<{ code: string; detail: string }>(
      `${facts}/${fact_id}`,
      { text: 'Firmware on Tuesday night' },
      { 'if-match': `"${updated_at}"` },
    )
    expect(mine).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(mine.body.detail).toContain('Firmware on Wednesday')
    const [theirs] = await listed()
    expect(theirs?.text).toBe('Firmware on Wednesday')
    const again = await mara.patch(`${facts}/${fact_id}`, { text: 'Both' }, { 'if-match': `"${theirs?.updated_at}"` })
    expect(again.status).toBe(200)
  })
})

describe('a deleted fact', () => {
  test('is gone from the list and the page, comes back under its ordinal, and its ordinal is never given again', async () => {
    const first = await note('One')
    expect((await mara.delete(`${facts}/${first.id}`)).status).toBe(204)
    expect((await note('Two')).ordinal).toBe(2)
    expect((await listed()).map(({ text }) => text)).toEqual(['Two'])
    expect((await mara.delete(`${facts}/${first.id}`)).status).toBe(404)
    expect((await mara.patch(`${facts}/${first.id}`, { text: 'Uno' })).status).toBe(404)
    expect(await mara.post(`${facts}/${first.id}/restore`)).toMatchObject({
      status: 200,
      body: { ordinal: 1, text: 'One' },
    })
    expect((await readPage(mara, id)).facts.map(({ text }) => text)).toEqual(['One', 'Two'])
  })

  test('that is restored twice is there once', async () => {
    const { id: fact_id } = await note('One')
    await mara.delete(`${facts}/${fact_id}`)
    await Promise.all([mara.post(`${facts}/${fact_id}/restore`), mara.post(`${facts}/${fact_id}/restore`)])
    expect(await listed()).toHaveLength(1)
  })
})

test('every change of a fact is one step of the session’s state', async () => {
  const { id: fact_id } = await note('One')
  expect(await stateOf()).toBe(1)
  await mara.patch(`${facts}/${fact_id}`, { text: 'Uno' })
  await mara.delete(`${facts}/${fact_id}`)
  await mara.post(`${facts}/${fact_id}/restore`)
  expect(await stateOf()).toBe(4)
  await mara.post(`${facts}/${fact_id}/restore`)
  await mara.post(`${facts}/${fact_id}/confirm`)
  expect(await stateOf()).toBe(4)
})

test('a resolved or escalated session takes no facts and loses none', async () => {
  const { id: fact_id } = await note('One')
  for (const [status, code] of [
    ['resolved', 'already_resolved'],
    ['escalated', 'already_escalated'],
  ] as const) {
    await product.admin`update ai_sessions set status = ${status} where id = ${id}`
    for (const refused of [
      await mara.post(facts, { text: 'Two' }),
      await mara.patch(`${facts}/${fact_id}`, { text: 'Uno' }),
      await mara.delete(`${facts}/${fact_id}`),
      await mara.post(`${facts}/${fact_id}/confirm`),
      await mara.post(`${facts}/${fact_id}/restore`),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code } })
    }
  }
  expect(await listed()).toHaveLength(1)
})
