import { afterAll, expect, test } from 'vitest'
import { memberSchema } from '../../../api/members/schemas.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct()
afterAll(product.close)

async function rolesOf(person: Person) {
  const { body } = await person.get<{ items: { user_id: string; role: string }[] }>('/members')
  return Object.fromEntries(body.items.map(({ user_id, role }) => [user_id, role]))
}
const giveRole = async (manager: Person, member: Person, role: string) =>
  manager.patch(`/members/${(await idsOf(member)).user_id}`, { role })

test('the members are listed to everyone of the account, with nothing of their sign-in', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'viewer')
  const { body } = await lee.get<{ items: unknown[]; next_cursor: null }>('/members')
  expect(body).toEqual({ items: expect.any(Array), next_cursor: null })
  const members = body.items.map((item) => memberSchema.strict().parse(item))
  expect(members.map(({ email, role }) => [email, role])).toEqual([
    [mara.email, 'owner'],
    [lee.email, 'viewer'],
  ])
})

test('a long list of members comes page by page, each of them once', async () => {
  const mara = await signUpMara(product)
  const joined = [
    mara,
    await signUpColleague(product, mara, 'viewer'),
    await signUpColleague(product, mara, 'engineer'),
  ]
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const { body } = await mara.get<{ items: { email: string }[]; next_cursor: string | null }>(
      `/members?limit=1${query}`,
    )
    seen.push(...body.items.map(({ email }) => email))
    cursor = body.next_cursor
  }
  expect(seen).toEqual(joined.map(({ email }) => email))
  expectProblem(await mara.get('/members?cursor=nonsense'), 422, 'invalid')
})

test('an account sees its own members only', async () => {
  const [mara, dario] = [await signUpMara(product), await signUpDario(product)]
  expect(Object.keys(await rolesOf(dario))).toEqual([(await idsOf(dario)).user_id])
  expectProblem(await giveRole(dario, mara, 'viewer'), 404, 'not_found')
})

test('the last owner can be neither removed nor made less', async () => {
  const mara = await signUpMara(product)
  await signUpColleague(product, mara, 'admin')
  const { user_id } = await idsOf(mara)
  expectProblem(await mara.delete(`/members/${user_id}`), 409, 'conflict')
  expectProblem(await giveRole(mara, mara, 'admin'), 409, 'conflict')
  expect((await giveRole(mara, mara, 'owner')).status).toBe(204)
})

test('an owner can go where another one stays', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'owner')
  expect((await mara.delete(`/members/${(await idsOf(mara)).user_id}`)).status).toBe(204)
  expectProblem(await mara.get('/me'), 401, 'unauthenticated')
  expect(Object.values(await rolesOf(lee))).toEqual(['owner'])
})

test('an admin manages everyone but owners', async () => {
  const mara = await signUpMara(product)
  const [admin, lee] = [await signUpColleague(product, mara, 'admin'), await signUpColleague(product, mara, 'viewer')]
  expect((await giveRole(admin, lee, 'engineer')).status).toBe(204)
  expectProblem(await giveRole(admin, lee, 'owner'), 403, 'forbidden')
  expectProblem(await giveRole(admin, admin, 'owner'), 403, 'forbidden')
  expectProblem(await giveRole(admin, mara, 'viewer'), 403, 'forbidden')
  expectProblem(await admin.delete(`/members/${(await idsOf(mara)).user_id}`), 403, 'forbidden')
  expect((await admin.delete(`/members/${(await idsOf(lee)).user_id}`)).status).toBe(204)
  expect(Object.values(await rolesOf(mara))).toEqual(['owner', 'admin'])
})

test('an admin can remove himself', async () => {
  const mara = await signUpMara(product)
  const admin = await signUpColleague(product, mara, 'admin')
  expect((await admin.delete(`/members/${(await idsOf(admin)).user_id}`)).status).toBe(204)
  expectProblem(await admin.get('/members'), 401, 'unauthenticated')
})

test('of two owners who demote each other at once, one stays owner', async () => {
  for (let time = 0; time < 3; time++) {
    const mara = await signUpMara(product)
    const lee = await signUpColleague(product, mara, 'owner')
    const answers = await Promise.all([giveRole(mara, lee, 'engineer'), giveRole(lee, mara, 'engineer')])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403])
    expect(Object.values(await rolesOf(mara)).sort()).toEqual(['engineer', 'owner'])
  }
})

test('of two admins who remove each other at once, one stays', async () => {
  const mara = await signUpMara(product)
  for (let time = 0; time < 3; time++) {
    const [one, other] = [await signUpColleague(product, mara, 'admin'), await signUpColleague(product, mara, 'admin')]
    const ids = [await idsOf(one), await idsOf(other)]
    const answers = await Promise.all([
      one.delete(`/members/${ids[1]?.user_id}`),
      other.delete(`/members/${ids[0]?.user_id}`),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401])
    expect(Object.values(await rolesOf(mara)).filter((role) => role === 'admin')).toHaveLength(time + 1)
  }
})

test('of two admins who demote each other at once, one stays', async () => {
  const mara = await signUpMara(product)
  const [one, other] = [await signUpColleague(product, mara, 'admin'), await signUpColleague(product, mara, 'admin')]
  const answers = await Promise.all([giveRole(one, other, 'viewer'), giveRole(other, one, 'viewer')])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 403])
  expect(Object.values(await rolesOf(mara)).sort()).toEqual(['admin', 'owner', 'viewer'])
})

test('of two owners who leave at once, one stays', async () => {
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'owner')
  const [one, other] = [await idsOf(mara), await idsOf(lee)]
  const answers = await Promise.all([mara.delete(`/members/${one.user_id}`), lee.delete(`/members/${other.user_id}`)])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
})
