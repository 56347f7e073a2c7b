import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

type Accounts = { items: { id: string; name: string; role: string }[] }

const product = await startProduct()
afterAll(product.close)

let mara: Person
let northbeam: string
beforeAll(async () => {
  mara = await signUpMara(product)
  northbeam = (await idsOf(mara)).account_id
})

const accountsOf = async (person: Person) => (await person.get<Accounts>('/me/accounts')).body.items
const ownOf = async (person: Person) => (await accountsOf(person)).find(({ id }) => id !== northbeam)?.id
const nameOf = async (browser: Pick<Person, 'get'>) =>
  (await browser.get<{ account: { name: string } }>('/me')).body.account.name
const moveTo = (person: Person, account_id: unknown) => person.post('/me/account', { account_id })

test('everybody sees the accounts that he works in, with his role there, and no other', async () => {
  const lee = await signUpColleague(product, mara, 'viewer')
  expect(await accountsOf(lee)).toEqual([
    { id: expect.any(String), name: 'Lee Park', role: 'owner' },
    { id: northbeam, name: 'Northbeam IT', role: 'viewer' },
  ])
  expect(await accountsOf(mara)).toEqual([{ id: northbeam, name: 'Northbeam IT', role: 'owner' }])
})

test('who moves to another account works there from the next request on, in this browser and no other', async () => {
  const lee = await signUpColleague(product, mara, 'viewer')
  const phone = openBrowser(product)
  await phone.post('/auth/sign-in/email', { email: lee.email, password: lee.password })
  expectProblem(await lee.post('/ai-sessions', { title: 'VPN' }), 403, 'forbidden')
  expect((await moveTo(lee, await ownOf(lee))).status).toBe(204)
  expect(await nameOf(lee)).toBe('Lee Park')
  expect((await lee.post('/ai-sessions', { title: 'VPN' })).status).toBe(201)
  expect((await moveTo(lee, northbeam)).status).toBe(204)
  expect(await nameOf(lee)).toBe('Northbeam IT')
  expect(await nameOf(phone)).toBe('Lee Park')
})

test('nobody moves to an account that he does not work in, or no longer', async () => {
  const dario = await signUpDario(product)
  const southgate = (await idsOf(dario)).account_id
  for (const id of [southgate, crypto.randomUUID(), 'nonsense']) expectProblem(await moveTo(mara, id), 404, 'not_found')
  expect(await nameOf(mara)).toBe('Northbeam IT')
  const lee = await signUpColleague(product, mara, 'engineer')
  const own = await ownOf(lee)
  await mara.delete(`/members/${(await idsOf(lee)).user_id}`)
  expectProblem(await moveTo(lee, northbeam), 404, 'not_found')
  // Where he was he is no more; where he is still one he can go on.
  expectProblem(await lee.get('/me'), 401, 'unauthenticated')
  expect((await moveTo(lee, own)).status).toBe(204)
  expect(await nameOf(lee)).toBe('Lee Park')
})

test('an old copy of the cookie moves nothing and sees nothing after its owner signed out', async () => {
  const lee = await signUpColleague(product, mara, 'engineer')
  const own = await ownOf(lee)
  const cookie = await lee.cookie()
  await lee.post('/auth/sign-out')
  const thief = openBrowser(product)
  expectProblem(await thief.get('/me/accounts', { cookie }), 401, 'unauthenticated')
  expectProblem(await thief.post('/me/account', { account_id: own }, { cookie }), 404, 'not_found')
})

test('owner and admin give the account another name, which is told', async () => {
  const owner = await signUpMara(product)
  const admin = await signUpColleague(product, owner, 'admin')
  const { account_id, user_id } = await idsOf(admin)
  const answer = await admin.patch('/account', { name: 'Northbeam Managed IT' })
  expect(answer).toMatchObject({ status: 200, body: { id: account_id, name: 'Northbeam Managed IT' } })
  expect(await nameOf(owner)).toBe('Northbeam Managed IT')
  const { body } = await owner.get<{ items: unknown[] }>('/audit-events?action=account')
  expect(body.items).toMatchObject([
    { action: 'account.renamed', user: { id: user_id }, detail: { name: 'Northbeam Managed IT' } },
  ])
  for (const name of ['', ' ', 'x'.repeat(121)]) expectProblem(await owner.patch('/account', { name }), 422, 'invalid')
  expect(await nameOf(mara)).toBe('Northbeam IT')
})
