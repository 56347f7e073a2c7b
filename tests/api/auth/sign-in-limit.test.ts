import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct({ connections: 30 })
afterAll(product.close)

const signIn = (email: string, password: string) =>
  openBrowser(product).post('/auth/sign-in/email', { email, password })
const rightly = ({ email, password }: Person) => signIn(email, password)

async function failTimes(times: number, email: string) {
  for (let time = 0; time < times; time++) {
    expectProblem(await signIn(email, 'a wrong password'), 401, 'unauthenticated', `failure ${time + 1}`)
  }
}

/** Fails as often, without hashing as many passwords: one failure, and copies of what was noted of it. */
async function haveFailedTimes(times: number, email: string) {
  await failTimes(1, email)
  await product.admin`
    insert into sign_in_attempts (id, address_hash, created_at) select gen_random_uuid(), address_hash, created_at
    from (select * from sign_in_attempts order by created_at desc limit 1) as last, generate_series(2, ${times})`
}

test('after ten failures an address is refused for a while, also with the right password, and no other is', async () => {
  const [mara, other] = await Promise.all([signUpMara(product), signUpMara(product)])
  await failTimes(10, mara.email)
  const refused = await signIn(mara.email, 'a wrong password')
  expectProblem(refused, 429, 'rate_limited')
  const wait_s = Number(refused.headers.get('retry-after'))
  expect(wait_s).toBeGreaterThan(0)
  expect(wait_s).toBeLessThanOrEqual(15 * 60)
  expectProblem(await rightly(mara), 429, 'rate_limited')
  expectProblem(await signIn(mara.email.toUpperCase(), mara.password), 429, 'rate_limited')
  expect((await rightly(other)).status).toBe(200)
})

test('failures of more than 15 minutes ago are forgotten, and waiting as long as was asked is enough', async () => {
  const mara = await signUpMara(product)
  await haveFailedTimes(10, mara.email)
  const refused = await rightly(mara)
  const wait_s = Number(refused.headers.get('retry-after'))
  // What other tests noted only becomes older.
  await product.admin`update sign_in_attempts set created_at = created_at - make_interval(secs => ${wait_s})`
  expect((await rightly(mara)).status).toBe(200)
})

test('a success clears what failed before', async () => {
  const mara = await signUpMara(product)
  await haveFailedTimes(9, mara.email)
  expect((await rightly(mara)).status).toBe(200)
  await haveFailedTimes(9, mara.email)
  expect((await rightly(mara)).status).toBe(200)
})

test('an unknown address is limited like a known one', async () => {
  const unknown = `${randomUUID()}@northbeam.test`
  await haveFailedTimes(10, unknown)
  expectProblem(await signIn(unknown, 'a wrong password'), 429, 'rate_limited')
})

test('of thirty attempts at once exactly ten are tried', async () => {
  const mara = await signUpMara(product)
  const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(mara.email, 'a wrong password')))
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  expect({ tried: count(401), refused: count(429) }).toEqual({ tried: 10, refused: 20 })
  expectProblem(await rightly(mara), 429, 'rate_limited')
})

test('what was refused before any password was tried counts as no failure', async () => {
  const mara = await signUpMara(product)
  for (let time = 0; time < 12; time++) {
    expectProblem(await signIn(mara.email, ''), 422, 'invalid')
  }
  expect((await rightly(mara)).status).toBe(200)
})
