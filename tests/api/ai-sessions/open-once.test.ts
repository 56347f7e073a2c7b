import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../../harness/http.ts'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import type { AiSession } from '../sessions.ts'

const product = await startProduct({ connections: 8 })
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const body = { title: 'VPN drops after MFA', problem: 'since Monday' }
const open = (person: Person, key: string, said: object = body) =>
  person.post<AiSession>('/ai-sessions', said, { 'idempotency-key': key })
const isReplay = ({ headers }: Answer<unknown>) => headers.get('idempotent-replayed') === 'true'

test('the same key and body open one session, and the second answer is the first one again', async () => {
  const first = await open(mara, 'once')
  await mara.patch(`/ai-sessions/${first.body.id}`, { title: 'changed since' })
  const second = await open(mara, 'once')
  expect([first.status, isReplay(first)]).toEqual([201, false])
  expect([second.status, isReplay(second)]).toEqual([201, true])
  expect(second.body).toEqual(first.body)
})

test('the order of a body’s fields makes no other body', async () => {
  const first = await open(mara, 'order', { title: body.title, problem: body.problem })
  const second = await open(mara, 'order', { problem: body.problem, title: body.title })
  expect(second.body).toEqual(first.body)
})

test('the same key with another body is a mismatch, and opens nothing', async () => {
  await open(mara, 'mismatch')
  expectProblem(await open(mara, 'mismatch', { ...body, title: 'other' }), 409, 'idempotency_mismatch')
  expectProblem(await open(mara, 'mismatch', {}), 409, 'idempotency_mismatch')
})

test('ten at once with one key open one session', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => open(mara, 'at once')))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(answers.filter(isReplay)).toHaveLength(9)
})

test('without a key every call opens a session of its own', async () => {
  const [first, second] = [
    await mara.post<AiSession>('/ai-sessions', body),
    await mara.post<AiSession>('/ai-sessions', body),
  ]
  expect(first.body.id).not.toBe(second.body.id)
})

test('another account’s key of the same words is another key', async () => {
  const dario = await signUpDario(product)
  const [hers, his] = [await open(mara, 'ours'), await open(dario, 'ours')]
  expect(isReplay(his)).toBe(false)
  expect(his.body.id).not.toBe(hers.body.id)
  expect(his.body.account_id).toBe((await idsOf(dario)).account_id)
})

test('a request that was refused leaves its key unused', async () => {
  expectProblem(await open(mara, 'second try', { title: '' }), 422, 'invalid')
  expect(isReplay(await open(mara, 'second try'))).toBe(false)
})

test('a key of 255 characters is taken, and a longer or an empty one is not', async () => {
  expect((await open(mara, 'k'.repeat(255))).status).toBe(201)
  expectProblem(await open(mara, 'k'.repeat(256)), 422, 'invalid')
  expectProblem(await open(mara, ''), 422, 'invalid')
})

test('a key is remembered for a day at least', async () => {
  const first = await open(mara, 'yesterday')
  await product.admin`update idempotency_keys set created_at = created_at - interval '25 hours' where key = 'yesterday'`
  await open(mara, 'sweeps what is old')
  expect((await open(mara, 'yesterday')).body).toEqual(first.body)
})
