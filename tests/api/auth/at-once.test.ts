import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { idsOf, signUpColleague, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

// The cookie says for a day who somebody is; what it says is only as good as what the database says at this moment.
const product = await startProduct()
afterAll(product.close)

const openSession = { title: 'VPN drops after MFA' }

test('an old copy of the cookie is worth nothing after its owner signed out', async () => {
  const mara = await signUpMara(product)
  const thief = openBrowser(product)
  const cookie = await mara.cookie()
  expect((await thief.get('/me', { cookie })).status).toBe(200)
  await mara.post('/auth/sign-out')
  expectProblem(await thief.get('/me', { cookie }), 401, 'unauthenticated')
  expectProblem(await thief.post('/ai-sessions', openSession, { cookie }), 401, 'unauthenticated')
  expect((await thief.get('/auth/get-session', { cookie })).body).toBeNull()
})

test('a sign-in that was deleted, or is over, lets in nobody any more', async () => {
  const [revoked, expired] = [await signUpMara(product), await signUpMara(product)]
  await product.admin`delete from logins where user_id = ${(await idsOf(revoked)).user_id}`
  expectProblem(await revoked.get('/me'), 401, 'unauthenticated')
  await product.admin`update logins set expires_at = now() where user_id = ${(await idsOf(expired)).user_id}`
  expectProblem(await expired.get('/ai-sessions'), 401, 'unauthenticated')
})

test('a member who was removed is out with his very next request', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'engineer')
  const { user_id } = await idsOf(lee)
  expect((await lee.get('/ai-sessions')).status).toBe(200)
  expect((await mara.delete(`/members/${user_id}`)).status).toBe(204)
  expectProblem(await lee.get('/ai-sessions'), 401, 'unauthenticated')
  expectProblem(await lee.post('/ai-sessions', openSession), 401, 'unauthenticated')
})

test('a removed member who signs in again works in the account that is still his', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'engineer')
  await mara.delete(`/members/${(await idsOf(lee)).user_id}`)
  await lee.post('/auth/sign-in/email', { email: lee.email, password: lee.password })
  expect((await lee.get('/me')).body).toMatchObject({ account: { name: 'Lee Park' }, role: 'owner' })
})

test('a role that was taken away is gone with the very next request', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'engineer')
  expect((await lee.post('/ai-sessions', openSession)).status).toBe(201)
  await mara.patch(`/members/${(await idsOf(lee)).user_id}`, { role: 'viewer' })
  expectProblem(await lee.post('/ai-sessions', openSession), 403, 'forbidden')
  expect((await lee.get('/ai-sessions')).status).toBe(200)
  expect((await lee.get('/me')).body).toMatchObject({ role: 'viewer' })
})

test('a role that was given counts with the very next request', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'viewer')
  expectProblem(await lee.post('/ai-sessions', openSession), 403, 'forbidden')
  await mara.patch(`/members/${(await idsOf(lee)).user_id}`, { role: 'admin' })
  expect((await lee.post('/ai-sessions', openSession)).status).toBe(201)
  expect((await lee.post('/members/invitations', { email: 'x@northbeam.test', role: 'viewer' })).status).toBe(201)
})

test('an owner who is one no longer can’t invite another, whatever his cookie still says', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'owner')
  const invitation = { email: 'new.owner@northbeam.test', role: 'owner' }
  expect((await lee.post('/members/invitations', invitation)).status).toBe(201)
  await mara.patch(`/members/${(await idsOf(lee)).user_id}`, { role: 'admin' })
  expectProblem(await lee.post('/members/invitations', invitation), 403, 'forbidden')
  await mara.patch(`/members/${(await idsOf(lee)).user_id}`, { role: 'owner' })
  expect((await lee.post('/members/invitations', invitation)).status).toBe(201)
})
