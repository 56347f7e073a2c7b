import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { type Browser, openBrowser } from '../../harness/http.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct({ connections: 8 })
afterAll(product.close)

const new_password = 'another password of hers'
let mara: Person
let phone: Browser
beforeEach(async () => {
  mara = await signUpMara(product)
  phone = openBrowser(product)
  await phone.post('/auth/sign-in/email', { email: mara.email, password: mara.password })
})

const signIn = async (password: string, browser = openBrowser(product)) =>
  (await browser.post('/auth/sign-in/email', { email: mara.email, password })).status
const change = (more = {}, who: Browser = mara) =>
  who.post('/auth/change-password', { current_password: mara.password, new_password, ...more })

test('who changes the password stays signed in, and from then on signs in with the new one alone', async () => {
  expect(await change()).toMatchObject({ status: 204, body: '' })
  expect((await mara.get('/me')).status).toBe(200)
  expect(await signIn(mara.password)).toBe(401)
  expect(await signIn(new_password)).toBe(200)
})

test('other sign-ins go on, unless they are to end: then with their very next request', async () => {
  await change()
  expect((await phone.get('/me')).status).toBe(200)
  await change({ current_password: new_password, new_password: mara.password, sign_out_others: true })
  expectProblem(await phone.get('/me'), 401, 'unauthenticated')
  expectProblem(await phone.post('/ai-sessions', { title: 'VPN' }), 401, 'unauthenticated')
  expect((await phone.get('/auth/get-session')).body).toBeNull()
  expect((await mara.get('/me')).status).toBe(200)
})

test('a wrong current password changes nothing, and is said at its field to one who stays signed in', async () => {
  const refused = expectProblem(
    await change({ current_password: 'a wrong password', sign_out_others: true }),
    422,
    'invalid',
  )
  expect(pathsOf(refused)).toEqual(['current_password'])
  for (const browser of [mara, phone]) expect((await browser.get('/me')).status).toBe(200)
  expect(await signIn(mara.password)).toBe(200)
})

test('after ten wrong ones the right one is refused too for a while, and signing in is not', async () => {
  for (let time = 0; time < 10; time++) {
    expectProblem(await change({ current_password: `wrong ${time}` }), 422, 'invalid')
  }
  const refused = await change()
  expectProblem(refused, 429, 'rate_limited')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await signIn(mara.password)).toBe(200)
  const dario = await signUpMara(product)
  const own = { current_password: dario.password, new_password }
  expect((await dario.post('/auth/change-password', own)).status).toBe(204)
})

test('of twenty wrong ones at once ten are looked at', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => change({ current_password: `wrong ${at}` })))
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  expect({ wrong: count(422), refused: count(429) }).toEqual({ wrong: 10, refused: 10 })
})

test('a new password has at least 10 and at most 128 characters', async () => {
  for (const length of [9, 129, 100_000]) {
    const refused = expectProblem(await change({ new_password: 'x'.repeat(length) }), 422, 'invalid')
    expect(pathsOf(refused)).toEqual(['new_password'])
  }
  expect((await change({ new_password: 'x'.repeat(128) })).status).toBe(204)
  expect((await change({ current_password: 'x'.repeat(128), new_password: 'x'.repeat(10) })).status).toBe(204)
  expect(await signIn('x'.repeat(10))).toBe(200)
})

test('of two changes at once one holds, and the other says that it does not', async () => {
  const [one, other] = ['the password of one', 'the password of the other']
  const answers = await Promise.all([change({ new_password: one }), change({ new_password: other }, phone)])
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 204)).toHaveLength(1)
  expect(statuses.filter((status) => status >= 400)).toHaveLength(1)
  expect([await signIn(one), await signIn(other)]).toEqual(statuses.map((status) => (status === 204 ? 200 : 401)))
})

test('a sign-in with the old password that is under way when it changes does not outlive the change', async () => {
  const { password: hashing } = await product.deps.auth.$context
  const verify = hashing.verify
  const changed = Promise.withResolvers<void>()
  const proven = Promise.withResolvers<void>()
  vi.spyOn(hashing, 'verify').mockImplementationOnce(async (guess) => {
    const is_right = await verify(guess)
    proven.resolve()
    await changed.promise
    return is_right
  })
  const thief = openBrowser(product)
  const signing_in = signIn(mara.password, thief)
  await proven.promise
  expect((await change({ sign_out_others: true })).status).toBe(204)
  changed.resolve()
  expect(await signing_in).toBe(401)
  expectProblem(await thief.get('/me'), 401, 'unauthenticated')
  vi.restoreAllMocks()
})

test('an old copy of the cookie changes no password after its owner signed out', async () => {
  const cookie = await mara.cookie()
  await mara.post('/auth/sign-out')
  const body = { current_password: mara.password, new_password }
  const answer = await openBrowser(product).post('/auth/change-password', body, { cookie })
  expectProblem(answer, 401, 'unauthenticated')
  expect(await signIn(mara.password)).toBe(200)
})

test('who has no password can’t change it', async () => {
  await product.admin`delete from credentials where user_id = ${(await idsOf(mara)).user_id}`
  expectProblem(await change(), 409, 'conflict')
})

test('signing out everywhere ends every sign-in, this one too, and nobody else’s', async () => {
  const dario = await signUpMara(product)
  const cookie = await mara.cookie()
  const answer = await phone.post('/auth/sign-out-everywhere')
  expect(answer).toMatchObject({ status: 204, body: '' })
  const taken_back = answer.headers.getSetCookie().filter((line) => /; Max-Age=0/i.test(line))
  expect(taken_back.length).toBeGreaterThan(1)
  for (const browser of [mara, phone]) expectProblem(await browser.get('/me'), 401, 'unauthenticated')
  expectProblem(await openBrowser(product).get('/me', { cookie }), 401, 'unauthenticated')
  expectProblem(
    await openBrowser(product).post('/auth/sign-out-everywhere', undefined, { cookie }),
    401,
    'unauthenticated',
  )
  expect((await dario.get('/me')).status).toBe(200)
  expect(await signIn(mara.password)).toBe(200)
})
