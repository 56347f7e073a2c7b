import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct({ connections: 20, trusted_proxies: '127.0.0.1' })
afterAll(product.close)
beforeEach(async () => {
  await product.admin`delete from sign_in_attempts`
})

const newcomer = (more = {}) => ({
  name: 'Lee Park',
  email: `${randomUUID()}@northbeam.test`,
  password: randomUUID(),
  ...more,
})
const signUp = (from: string, body = newcomer()) =>
  openBrowser(product).post('/auth/sign-up/email', body, { 'x-forwarded-for': from })

/** As if so many had signed up like the last one, without hashing as many passwords. */
const repeatLast = (times: number, key = 0) => product.admin`
  insert into sign_in_attempts (id, address_hash, created_at) select gen_random_uuid(), address_hash, created_at
  from (select * from sign_in_attempts order by created_at offset ${key} limit 1) as noted, generate_series(1, ${times})`

test('of 300 sign-ups from one network the next is refused for a while, and other networks none', async () => {
  expect((await signUp('203.0.113.7')).status).toBe(200)
  await repeatLast(298)
  expect((await signUp('203.0.113.99')).status).toBe(200)
  const refused = await signUp('203.0.113.200')
  expectProblem(refused, 429, 'rate_limited')
  const wait_s = Number(refused.headers.get('retry-after'))
  expect(wait_s).toBeGreaterThan(0)
  expect(wait_s).toBeLessThanOrEqual(60 * 60)
  expect((await signUp('203.0.112.7')).status).toBe(200)
  await product.admin`update sign_in_attempts set created_at = created_at - make_interval(secs => ${wait_s})`
  expect((await signUp('203.0.113.200')).status).toBe(200)
})

test('a network of IPv6 is what one customer gets: 64 bits', async () => {
  expect((await signUp('2001:db8:0:7::1')).status).toBe(200)
  await repeatLast(299)
  expectProblem(await signUp('2001:db8:0:7:dead:beef:0:2'), 429, 'rate_limited')
  expect((await signUp('2001:db8:0:8::1')).status).toBe(200)
})

test('of many sign-ups at once no more get through than are left', async () => {
  await signUp('203.0.113.7')
  await repeatLast(296)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => signUp(`203.0.113.${at}`)))
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  expect({ made: count(200), refused: count(429) }).toEqual({ made: 3, refused: 9 })
})

test('an address is signed up ten times in 15 minutes at most, in whatever case and from wherever', async () => {
  const body = newcomer()
  expect((await signUp('203.0.113.7', body)).status).toBe(200)
  expectProblem(await signUp('198.51.100.7', body), 409, 'conflict')
  await product.admin`delete from sign_in_attempts`
  expectProblem(await signUp('198.51.100.7', body), 409, 'conflict')
  await repeatLast(9, 1)
  const refused = await signUp('192.0.2.7', { ...body, email: body.email.toUpperCase() })
  expectProblem(refused, 429, 'rate_limited')
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60)
  const login = { email: body.email, password: body.password }
  expect((await openBrowser(product).post('/auth/sign-in/email', login)).status).toBe(200)
})

test('what was refused before anything was done counts as no sign-up', async () => {
  for (let time = 0; time < 12; time++)
    expectProblem(await signUp('203.0.113.7', newcomer({ email: 'x' })), 422, 'invalid')
  expect(await product.admin`select from sign_in_attempts`).toHaveLength(0)
})

test('attempts that no limit counts any more go as new ones come', async () => {
  await product.admin`
    insert into sign_in_attempts (id, address_hash, created_at)
    select gen_random_uuid(), 'old', now() - interval '61 minutes' from generate_series(1, 150)`
  const old = async () => (await product.admin`select from sign_in_attempts where address_hash = 'old'`).length
  await openBrowser(product).post('/auth/sign-in/email', { email: newcomer().email, password: 'a wrong password' })
  expect(await old()).toBe(50)
  await signUp('203.0.113.7')
  expect(await old()).toBe(0)
})
