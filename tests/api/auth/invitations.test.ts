import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationSchema, openInvitationSchema } from '../../../api/members/schemas.ts'
import { openBrowser } from '../../harness/http.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara, signUpPerson } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { expectShape } from '../shapes.ts'

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
  const lee = await newcomer()
  const [first, second] = [await invite(lee.email, 'admin'), await invite(lee.email, 'viewer')]
  await accept(lee, first.id)
  expect((await accept(lee, second.id)).status).toBe(204)
  expect((await lee.get('/me')).body).toMatchObject({ role: 'admin' })
})

test('only an owner invites an owner', async () => {
  const lee = await signUpColleague(product, mara, 'admin')
  const as = (role: string) => lee.post('/members/invitations', { email: 'a@northbeam.test', role })
  expectProblem(await as('owner'), 403, 'forbidden')
  expect((await as('admin')).status).toBe(201)
})

test('an invitation is listed with who made it until it is accepted, revoked or over', async () => {
  const owner = await signUpMara(product)
  const make = async (email: string, role = 'engineer') =>
    (await owner.post<{ id: string }>('/members/invitations', { email, role })).body.id
  const lee = await newcomer()
  const accepted = await make(lee.email)
  const revoked = await make('revoked@northbeam.test')
  const over = await make('over@northbeam.test')
  const open = await make('Open@Northbeam.test', 'viewer')
  await accept(lee, accepted)
  expect((await owner.delete(`/members/invitations/${revoked}`)).status).toBe(204)
  await product.admin`update invitations set expires_at = now() where id = ${over}`
  const { body } = await owner.get<{ items: unknown[]; next_cursor: null }>('/members/invitations')
  expect(body.next_cursor).toBeNull()
  const listed = body.items.map((item) => expectShape(openInvitationSchema, item))
  const { user_id } = await idsOf(owner)
  expect(listed).toMatchObject([
    { id: open, email: 'open@northbeam.test', role: 'viewer', invited_by: { id: user_id, name: 'Mara Reyes' } },
  ])
})

test('a long list of invitations comes page by page, the newest first', async () => {
  const owner = await signUpMara(product)
  for (const at of [1, 2, 3]) {
    await owner.post('/members/invitations', { email: `lee.${at}@northbeam.test`, role: 'viewer' })
  }
  type Page = { items: { email: string }[]; next_cursor: string | null }
  const first = (await owner.get<Page>('/members/invitations?limit=2')).body
  const rest = (
    await owner.get<Page>(`/members/invitations?limit=2&cursor=${encodeURIComponent(`${first.next_cursor}`)}`)
  ).body
  const emails = [...first.items, ...rest.items].map(({ email }) => email)
  expect(emails).toEqual(['lee.3@northbeam.test', 'lee.2@northbeam.test', 'lee.1@northbeam.test'])
  expect(rest.next_cursor).toBeNull()
})

test('only owner and admin see who is invited: with the address, its id lets somebody in', async () => {
  for (const role of ['engineer', 'viewer'] as const) {
    const colleague = await signUpColleague(product, mara, role)
    expectProblem(await colleague.get('/members/invitations'), 403, 'forbidden')
  }
  expect((await (await signUpDario(product)).get('/members/invitations')).body).toEqual({
    items: [],
    next_cursor: null,
  })
})

test('a revoked invitation can be neither accepted nor revoked again, and an accepted one can’t be revoked', async () => {
  const lee = await newcomer()
  const [revoked, accepted] = [await invite(lee.email), await invite(lee.email)]
  expect((await mara.delete(`/members/invitations/${revoked.id}`)).status).toBe(204)
  expectProblem(await accept(lee, revoked.id), 404, 'not_found')
  expectProblem(await mara.delete(`/members/invitations/${revoked.id}`), 404, 'not_found')
  expect((await accept(lee, accepted.id)).status).toBe(204)
  expectProblem(await mara.delete(`/members/invitations/${accepted.id}`), 404, 'not_found')
})

test('of a revocation and an acceptance at once one holds', async () => {
  for (let time = 0; time < 3; time++) {
    const lee = await newcomer()
    const { id } = await invite(lee.email)
    const answers = await Promise.all([accept(lee, id), mara.delete(`/members/invitations/${id}`)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
  }
})

test('an invitation ends with its inviter’s place in the account, and with his right to invite', async () => {
  const ends: Record<string, (user_id: string) => Promise<unknown>> = {
    removed: (user_id) => mara.delete(`/members/${user_id}`),
    engineer: (user_id) => mara.patch(`/members/${user_id}`, { role: 'engineer' }),
    viewer: (user_id) => mara.patch(`/members/${user_id}`, { role: 'viewer' }),
  }
  for (const [how, end] of Object.entries(ends)) {
    const admin = await signUpColleague(product, mara, 'admin')
    const lee = await newcomer()
    const { body } = await admin.post<{ id: string }>('/members/invitations', { email: lee.email, role: 'engineer' })
    const { user_id } = await idsOf(admin)
    await end(user_id)
    expectProblem(await accept(lee, body.id), 404, 'not_found', how)
    const { items } = (await mara.get<{ items: { email: string }[] }>('/members/invitations')).body
    expect(items.map(({ email }) => email)).not.toContain(lee.email)
    expect((await lee.get('/me')).body).toMatchObject({ account: { name: 'Lee Park' } })
  }
})

test('an invitation that its inviter lost comes back with nothing that he is given again', async () => {
  const admin = await signUpColleague(product, mara, 'admin')
  const lee = await newcomer()
  const { body } = await admin.post<{ id: string }>('/members/invitations', { email: lee.email, role: 'engineer' })
  const { user_id } = await idsOf(admin)
  await mara.patch(`/members/${user_id}`, { role: 'viewer' })
  await mara.patch(`/members/${user_id}`, { role: 'owner' })
  expectProblem(await accept(lee, body.id), 404, 'not_found')
})

test('what an owner offered who is an admin now holds but for the role of an owner', async () => {
  const owner = await signUpColleague(product, mara, 'owner')
  const [lee, kim] = [await newcomer(), await newcomer()]
  const make = async (email: string, role: string) =>
    (await owner.post<{ id: string }>('/members/invitations', { email, role })).body.id
  const [as_owner, as_admin] = [await make(lee.email, 'owner'), await make(kim.email, 'admin')]
  await mara.patch(`/members/${(await idsOf(owner)).user_id}`, { role: 'admin' })
  expectProblem(await accept(lee, as_owner), 404, 'not_found')
  expect((await accept(kim, as_admin)).status).toBe(204)
})

test('whether the inviter still may is looked at when it is accepted, whatever became of the invitation', async () => {
  const admin = await signUpColleague(product, mara, 'admin')
  const lee = await newcomer()
  const { body } = await admin.post<{ id: string }>('/members/invitations', { email: lee.email, role: 'engineer' })
  const { user_id } = await idsOf(admin)
  await product.admin`update members set role = 'engineer' where user_id = ${user_id} and role = 'admin'`
  expectProblem(await accept(lee, body.id), 404, 'not_found')
})

test('of an inviter’s removal and an acceptance at once, the member is there exactly where the acceptance held', async () => {
  for (let time = 0; time < 3; time++) {
    const admin = await signUpColleague(product, mara, 'admin')
    const lee = await newcomer()
    const { body } = await admin.post<{ id: string }>('/members/invitations', { email: lee.email, role: 'viewer' })
    const { user_id } = await idsOf(admin)
    const [accepted, removed] = await Promise.all([accept(lee, body.id), mara.delete(`/members/${user_id}`)])
    expect(removed.status).toBe(204)
    expect([204, 404]).toContain(accepted.status)
    const { account_id } = await idsOf(mara)
    expect((await idsOf(lee)).account_id === account_id).toBe(accepted.status === 204)
  }
})

test('the address of a member can’t be invited, in whatever case', async () => {
  const lee = await signUpColleague(product, mara, 'viewer')
  for (const email of [lee.email, lee.email.toUpperCase(), mara.email]) {
    expectProblem(await mara.post('/members/invitations', { email, role: 'admin' }), 409, 'conflict')
  }
  expect((await lee.get('/me')).body).toMatchObject({ role: 'viewer' })
})

test('an address is written in letters that have one case: one that only looks alike is none', async () => {
  for (const email of ['lee.par\u212a@northbeam.test', 'lee.park@northbeam.te\u017ft', 'l\u00e9e@northbeam.test']) {
    const refused = expectProblem(await mara.post('/members/invitations', { email, role: 'viewer' }), 422, 'invalid')
    expect(pathsOf(refused)).toEqual(['email'])
  }
})

test('an admin takes back what an admin may offer, and no owner’s invitation', async () => {
  const admin = await signUpColleague(product, mara, 'admin')
  const [as_owner, as_admin] = [await invite('o@northbeam.test', 'owner'), await invite('a@northbeam.test', 'admin')]
  expectProblem(await admin.delete(`/members/invitations/${as_owner.id}`), 403, 'forbidden')
  expect((await admin.delete(`/members/invitations/${as_admin.id}`)).status).toBe(204)
  expect((await mara.delete(`/members/invitations/${as_owner.id}`)).status).toBe(204)
})

test('an old copy of a cookie accepts nothing after its owner signed out', async () => {
  const lee = await newcomer()
  const { id } = await invite(lee.email)
  const cookie = await lee.cookie()
  const { user_id } = await idsOf(lee)
  await lee.post('/auth/sign-out')
  const thief = openBrowser(product)
  expectProblem(await thief.post(`/members/invitations/${id}/accept`, undefined, { cookie }), 404, 'not_found')
  const { items } = (await mara.get<{ items: { user_id: string }[] }>('/members')).body
  expect(items.map((member) => member.user_id)).not.toContain(user_id)
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
