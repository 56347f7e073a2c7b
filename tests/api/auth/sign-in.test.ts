import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const signIn = (email: string, password: string) =>
  openBrowser(product).post('/auth/sign-in/email', { email, password })

test('who signs in again meets the account he left', async () => {
  const tab = openBrowser(product)
  const { status } = await tab.post('/auth/sign-in/email', { email: mara.email, password: mara.password })
  expect(status).toBe(200)
  expect((await tab.get('/me')).body).toEqual((await mara.get('/me')).body)
})

test('a wrong password and an unknown address are answered alike', async () => {
  const wrong = expectProblem(await signIn(mara.email, 'not her password'), 401, 'unauthenticated')
  const unknown = expectProblem(
    await signIn(`${randomUUID()}@northbeam.test`, 'not her password'),
    401,
    'unauthenticated',
  )
  expect({ ...wrong, request_id: '' }).toEqual({ ...unknown, request_id: '' })
})

test('an unknown address costs as much hashing as a wrong password', async () => {
  const { password: hashing } = await product.deps.auth.$context
  const work = [vi.spyOn(hashing, 'hash'), vi.spyOn(hashing, 'verify')]
  const calls = async (email: string) => {
    for (const each of work) each.mockClear()
    await signIn(email, 'not her password')
    return work.reduce((sum, each) => sum + each.mock.calls.length, 0)
  }
  expect([await calls(mara.email), await calls(`${randomUUID()}@northbeam.test`)]).toEqual([1, 1])
  for (const each of work) each.mockRestore()
})

test('the session is told to its owner, and is null for everybody else', async () => {
  const { body } = await mara.get('/auth/get-session')
  expect(body).toMatchObject({ user: { email: mara.email } })
  const nobody = await openBrowser(product).get('/auth/get-session')
  expect(nobody).toMatchObject({ status: 200, body: null })
})

test('signing out ends this sign-in and no other', async () => {
  const [desk, phone] = [openBrowser(product), openBrowser(product)]
  for (const tab of [desk, phone]) {
    await tab.post('/auth/sign-in/email', { email: mara.email, password: mara.password })
  }
  expect((await desk.post('/auth/sign-out')).status).toBe(200)
  expectProblem(await desk.get('/me'), 401, 'unauthenticated')
  expect((await desk.get('/auth/get-session')).body).toBeNull()
  expect((await phone.get('/me')).status).toBe(200)
})

test('a cookie that was changed signs nobody in', async () => {
  const cookie = await mara.cookie()
  const names = cookie.split('; ').map((pair) => pair.split('=')[0])
  expect(names.length).toBeGreaterThan(1)
  const tampered = cookie.replaceAll(/=([^;])/g, (_, first) => `=${first === 'A' ? 'B' : 'A'}`)
  expectProblem(await openBrowser(product).get('/me', { cookie: tampered }), 401, 'unauthenticated')
})

test('the account that a cookie names can’t be exchanged without its signature', async () => {
  const dario = await signUpMara(product)
  const parts = (text: string) => text.split('; ').map((pair) => pair.split(/=(.*)/s).slice(0, 2))
  const own = parts(await mara.cookie())
  const mixed = parts(await dario.cookie()).map(([name, value = '']) => {
    const [, ours = ''] = own.find(([each]) => each === name) ?? []
    return `${name}=${value.slice(0, value.length / 2)}${ours.slice(ours.length / 2)}`
  })
  expectProblem(await openBrowser(product).get('/me', { cookie: mixed.join('; ') }), 401, 'unauthenticated')
})

test('only the ways to sign in that are set up here answer, and none of better-auth’s others', async () => {
  expect((await mara.get('/auth/config')).body).toEqual({ demo: false, microsoft: false })
  expectProblem(await mara.post('/auth/sign-in/demo'), 404, 'not_found')
  expectProblem(await mara.post('/auth/sign-in/social', { provider: 'microsoft' }), 404, 'not_found')
  const closed = [
    '/auth/organization/create',
    '/auth/organization/set-active',
    '/auth/organization/invite-member',
    '/auth/organization/remove-member',
    '/auth/update-user',
    '/auth/delete-user',
    '/auth/change-email',
    '/auth/set-password',
    '/auth/sign-in/proven',
    '/auth/revoke-sessions',
    '/auth/list-sessions',
    '/auth/update-session',
  ]
  for (const path of closed) {
    expectProblem(await mara.post(path, { name: 'x', slug: 'x' }), 404, 'not_found', path)
    expectProblem(await mara.get(path), 404, 'not_found', path)
  }
})
