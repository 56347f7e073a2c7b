import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { northbeam } from '../../harness/world.ts'
import { idsOf, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct()
afterAll(product.close)

const newcomer = (more = {}) => ({
  name: northbeam.engineer,
  email: `${randomUUID()}@northbeam.test`,
  password: 'a long enough password',
  ...more,
})
const signUp = (body: unknown) => openBrowser(product).post('/auth/sign-up/email', body)

async function tokensIn(text: string) {
  const rows = await product.admin`select token from logins`
  return rows.filter(({ token }) => text.includes(token))
}

test('signing up makes a user and an account that he owns', async () => {
  const mara = openBrowser(product)
  const body = newcomer({ account_name: northbeam.account_name })
  expect((await mara.post('/auth/sign-up/email', body)).status).toBe(200)
  const me = await mara.get('/me')
  expect(me.body).toEqual({
    user: { id: expect.any(String), name: northbeam.engineer, email: body.email },
    account: { id: expect.any(String), name: northbeam.account_name },
    role: 'owner',
    ai: { practice: false },
  })
})

test('an account without a name takes its owner’s', async () => {
  const mara = openBrowser(product)
  await mara.post('/auth/sign-up/email', newcomer())
  expect((await mara.get('/me')).body).toMatchObject({ account: { name: northbeam.engineer } })
})

test('two who sign up at once get an account each', async () => {
  const people = await Promise.all([signUpMara(product), signUpMara(product)])
  const [one, other] = await Promise.all(people.map(idsOf))
  expect(one?.account_id).not.toBe(other?.account_id)
})

test('a password of nine characters is refused, and the answer says where', async () => {
  const problem = expectProblem(await signUp(newcomer({ password: '123456789' })), 422, 'invalid')
  expect(pathsOf(problem)).toEqual(['password'])
  expect((await signUp(newcomer({ password: '1234567890' }))).status).toBe(200)
})

test('an address, a name and fields of the right kind are asked for', async () => {
  const wrong = { email: 'not an address', name: '  ', role: 'owner' }
  const problem = expectProblem(await signUp(newcomer(wrong)), 422, 'invalid')
  expect(pathsOf(problem).sort()).toEqual(['email', 'name', 'role'])
})

test('an address that is taken, in whatever case, is a conflict', async () => {
  const first = newcomer()
  await signUp(first)
  expectProblem(await signUp(newcomer({ email: first.email })), 409, 'conflict')
  expectProblem(await signUp(newcomer({ email: first.email.toUpperCase() })), 409, 'conflict')
})

test('of two sign-ups with one address at once, one gets it and the other a conflict', async () => {
  const same = newcomer()
  const answers = await Promise.all([signUp(same), signUp(same)])
  const [won, lost] = answers.sort((one, other) => one.status - other.status)
  expect(won?.status).toBe(200)
  if (lost) expectProblem(lost, 409, 'conflict')
})

test('the cookie is out of reach for scripts and other sites, and no answer’s body holds its token', async () => {
  const mara = openBrowser(product)
  const login = newcomer()
  const signedUp = await mara.post('/auth/sign-up/email', login)
  const signedIn = await mara.post('/auth/sign-in/email', { email: login.email, password: login.password })
  const session = await mara.get('/auth/get-session')
  for (const { body, headers } of [signedUp, signedIn, session]) {
    for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly(;.*)?; SameSite=Lax/)
    expect(await tokensIn(JSON.stringify(body))).toEqual([])
  }
  expect(signedUp.headers.getSetCookie()).not.toEqual([])
  expect(signedIn.headers.getSetCookie()).not.toEqual([])
})
