import { afterAll, beforeAll, expect, test } from 'vitest'
import { pruneIdempotencyKeys } from '../../../api/http/idempotency-rows.ts'
import { openBox } from '../../../api/secret-box/secret-box.ts'
import { batchInAccount } from '../../../db/in-account.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import type { AiSession } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

// The fields of jsonb come back in another order, numbers in another spelling.
const body = { title: 'A title of her own', problem: 'It says “1.0” and “<b>”. \u{1f4a5}' }
const open = (key: string) => mara.post<AiSession>('/ai-sessions', body, { 'idempotency-key': key })

async function openRaw(key: string) {
  const headers = { cookie: await mara.cookie(), 'content-type': 'application/json', 'idempotency-key': key }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await product.fetch(new Request('http://flowpilot.test/api/v1/ai-sessions', request))
  return { status: response.status, text: await response.text() }
}

const rowOf = async (key: string) => (await product.admin`select * from idempotency_keys where key = ${key}`)[0]

test('a replayed answer is the first one byte for byte, with its status', async () => {
  const [first, second] = [await openRaw('bytes'), await openRaw('bytes')]
  expect(first.status).toBe(201)
  expect(second).toEqual(first)
})

test('what is kept of an answer shows nothing of it, and opens for its own request alone', async () => {
  await open('sealed')
  const row = await rowOf('sealed')
  expect(row?.response).toMatch(/^v1:/)
  expect(JSON.stringify(row)).not.toContain('title')
  await open('other')
  await product.admin`update idempotency_keys set response = ${row?.response} where key = 'other'`
  expectProblem(await open('other'), 409, 'conflict')
})

test('an answer that can’t be read any more is not made again', async () => {
  const first = await open('lost')
  const { account_id } = await idsOf(mara)
  const field = `idempotency_keys.response ${JSON.stringify(['POST /api/v1/ai-sessions', 'lost'])}`
  const foreign = await openBox({ secret: 'a secret that is gone, of 32 bytes or more' }).seal('{}', {
    account_id,
    field,
  })
  await product.admin`update idempotency_keys set response = ${foreign} where key = 'lost'`
  expectProblem(await open('lost'), 409, 'conflict')
  await product.admin`update idempotency_keys set response = null where key = 'lost'`
  expectProblem(await open('lost'), 409, 'conflict')
  const sessions = await product.admin`select id from ai_sessions where account_id = ${account_id}`
  expect(sessions.filter(({ id }) => id === first.body.id)).toHaveLength(1)
})

test('a key that is older than three days is a new one, and what was answered then is gone', async () => {
  const first = await open('old')
  await product.admin`update idempotency_keys set created_at = created_at - interval '73 hours' where key = 'old'`
  const second = await open('old')
  expect([second.status, second.headers.get('idempotent-replayed')]).toEqual([201, null])
  expect(second.body.id).not.toBe(first.body.id)
})

test('keys of an account go after three days, without a request too', async () => {
  const { account_id } = await idsOf(mara)
  await open('pruned')
  await open('kept')
  await product.admin`update idempotency_keys set created_at = created_at - interval '73 hours' where key = 'pruned'`
  await batchInAccount(product.deps.database, { account_id }, (tx) => [pruneIdempotencyKeys(tx, account_id)])
  expect([await rowOf('pruned'), (await rowOf('kept'))?.key]).toEqual([undefined, 'kept'])
})
