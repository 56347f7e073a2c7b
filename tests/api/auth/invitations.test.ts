import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationSchema } from '../../../api/members/schemas.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara, signUpPerson } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const newcomer = () => signUpPerson(product, { name: 'Lee Park', account_name: 'Lee Park' })
const accept = (person: Person, id: string) => person.post(`/members/invitations/${id}/accept`)

async function invite(email: string, role = 'engineer') {
  const { status, body } = await mara.post('/members/invitations', { email, role })
  expect(status).toBe(201)
  return invitationSchema.strict().parse(body)
}

test('who accepts an invitation works in that account from the next request on, in the role he was invited to', async () => {
  const lee = await newcomer()
  const { id, url } = await invite(lee.email.toUpperCase(), 'viewer')
  expect(url).toBe(`http://flowpilot.test/invitations/${id}`)
  expect((await accept(lee, id)).status).toBe(204)
  const { account_id } = await idsOf(mara)
  expect((await lee.get('/me')).body).toMatchObject({ account: { id: account_id }, role: 'viewer' })
})

test('an invitation is for one address only', async () => {
  const { id } = await invite('somebody.else@northbeam.test')
  expectProblem(await accept(await newcomer(), id), 404, 'not_found')
})

test('an invitation is accepted once, and not again after its member was removed', async () => {
  const lee = await newcomer()
  const { id } = await invite(lee.email)
  const answers = await Promise.all([accept(lee, id), accept(lee, id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
  await mara.delete(`/members/${(await idsOf(lee)).user_id}`)
  await lee.post('/auth/sign-in/email', { email: lee.email, password: lee.password })
  expectProblem(await accept(lee, id), 404, 'not_found')
})

test('an invitation is over after a week', async () => {
  const lee = await newcomer()
  const { id } = await invite(lee.email)
  const [row] = await product.admin`select expires_at - created_at as life from invitations where id = ${id}`
  expect(row?.life).toMatch(/^(7 days|6 days 23:59:59)/)
  await product.admin`update invitations set expires_at = now() where id = ${id}`
  expectProblem(await accept(lee, id), 404, 'not_found')
})

test('a member who accepts another invitation keeps the role he has', async () => {
  const lee = await signUpColleague(product, mara, 'admin')
  await accept(lee, (await invite(lee.email, 'viewer')).id)
  expect((await lee.get('/me')).body).toMatchObject({ role: 'admin' })
})

test('only an owner invites an owner', async () => {
  const lee = await signUpColleague(product, mara, 'admin')
  const as = (role: string) => lee.post('/members/invitations', { email: 'a@northbeam.test', role })
  expectProblem(await as('owner'), 403, 'forbidden')
  expect((await as('admin')).status).toBe(201)
})

test('an invitation needs an address and a role', async () => {
  const problem = expectProblem(await mara.post('/members/invitations', { email: 'x', role: 'god' }), 422, 'invalid')
  expect(pathsOf(problem).sort()).toEqual(['email', 'role'])
})

test('an invitation that is sent twice with one Idempotency-Key is made once', async () => {
  const key = { 'idempotency-key': 'the same click' }
  const body = { email: 'twice@northbeam.test', role: 'engineer' }
  const [first, second] = [
    await mara.post('/members/invitations', body, key),
    await mara.post('/members/invitations', body, key),
  ]
  expect(second).toMatchObject({ status: 201, body: first.body })
  expect(first.headers.has('idempotent-replayed')).toBe(false)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  const other = await mara.post('/members/invitations', { ...body, role: 'viewer' }, key)
  expectProblem(other, 409, 'idempotency_mismatch')
  expect(await product.admin`select id from invitations where email = ${body.email}`).toHaveLength(1)
})

test('the rival can accept nothing that was not sent to him', async () => {
  const dario = await signUpDario(product)
  const { id } = await invite('lee.park@northbeam.test')
  expectProblem(await accept(dario, id), 404, 'not_found')
  expect((await dario.get('/me')).body).toMatchObject({ account: { name: 'Southgate MSP' } })
})
