import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import type { auditEventSchema } from '../../../api/audit/schemas.ts'
import { openBrowser } from '../../harness/http.ts'
import { idsOf, type Person, signUpColleague, signUpMara, signUpPerson } from '../people.ts'
import { startProduct } from '../product.ts'

type Page = { items: z.infer<typeof auditEventSchema>[] }

const product = await startProduct()
afterAll(product.close)

let mara: Person
let mara_id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  mara_id = (await idsOf(mara)).user_id
})

/** Does something, and answers what the trail tells of it, the first first. */
async function told(act: () => Promise<unknown>, who = mara) {
  const read = async () => (await who.get<Page>('/audit-events?limit=100')).body.items
  const before = await read()
  await act()
  const all = await read()
  return all.slice(0, all.length - before.length).toReversed()
}
const short = (events: Page['items']) => events.map(({ action, user, detail }) => [action, user?.id ?? null, detail])

test('an invitation is told when it is made, revoked and accepted, and never by its id', async () => {
  const lee = await signUpPerson(product, { name: 'Lee Park', account_name: 'Lee Park' })
  const { user_id } = await idsOf(lee)
  const asked = { email: lee.email, role: 'engineer' }
  const ids: string[] = []
  const events = await told(async () => {
    for (const _ of ['revoked', 'accepted']) {
      ids.push((await mara.post<{ id: string }>('/members/invitations', asked)).body.id)
    }
    await mara.delete(`/members/invitations/${ids[0]}`)
    await lee.post(`/members/invitations/${ids[1]}/accept`)
  })
  expect(short(events)).toEqual([
    ['invitation.made', mara_id, asked],
    ['invitation.made', mara_id, asked],
    ['invitation.revoked', mara_id, asked],
    ['invitation.accepted', user_id, { role: 'engineer' }],
  ])
  for (const id of ids) expect(JSON.stringify(events)).not.toContain(id)
})

test('a role and a member’s place are told with what they were, and what changed nothing is not', async () => {
  const lee = await signUpColleague(product, mara, 'engineer')
  const { user_id: member_id } = await idsOf(lee)
  const events = await told(async () => {
    await mara.patch(`/members/${member_id}`, { role: 'engineer' })
    await mara.patch(`/members/${member_id}`, { role: 'admin' })
    await mara.delete(`/members/${member_id}`)
    await mara.delete(`/members/${mara_id}`)
  })
  expect(short(events)).toEqual([
    ['member.role_changed', mara_id, { member_id, from: 'engineer', to: 'admin' }],
    ['member.removed', mara_id, { member_id, role: 'admin' }],
  ])
})

test('signing in, failing to and signing out are told to every account that the user works in', async () => {
  const lee = await signUpPerson(product, { name: 'Lee Park', account_name: 'Lee Park' })
  const { user_id } = await idsOf(lee)
  const at_home = openBrowser(product)
  const signIn = (password: string) => at_home.post('/auth/sign-in/email', { email: lee.email.toUpperCase(), password })
  await at_home.post('/auth/sign-in/email', { email: lee.email, password: lee.password })
  const { body } = await mara.post<{ id: string }>('/members/invitations', { email: lee.email, role: 'viewer' })
  await lee.post(`/members/invitations/${body.id}/accept`)
  const act = async () => {
    expect((await signIn('a wrong password')).status).toBe(401)
    expect((await signIn(lee.password)).status).toBe(200)
    await at_home.post('/auth/sign-out')
    await at_home.post('/auth/sign-out')
    expect((await signIn(lee.password)).status).toBe(200)
  }
  const expected = ['sign_in.failed', 'sign_in.succeeded', 'sign_in.ended', 'sign_in.succeeded']
  const events = await told(act)
  expect(short(events)).toEqual(expected.map((action) => [action, user_id, {}]))
  // His own account, where he works at home.
  const at_his = (await at_home.get<Page>('/audit-events')).body.items.toReversed()
  expect(at_his.map(({ action }) => action)).toEqual(['sign_in.succeeded', ...expected])
})

test('a sign-in that fails at an unknown address, or is refused without a look at the password, is told to nobody', async () => {
  const email = `${mara.email}.example`
  const events = await told(async () => {
    await openBrowser(product).post('/auth/sign-in/email', { email, password: 'a wrong password' })
    await openBrowser(product).post('/auth/sign-in/email', { email: mara.email, password: '' })
    await openBrowser(product).post('/auth/sign-out')
  })
  expect(events).toEqual([])
})

test('another password and the end of all sign-ins are told, and no password is', async () => {
  const lee = await signUpColleague(product, mara, 'engineer')
  const { user_id } = await idsOf(lee)
  const new_password = 'another password of his'
  const events = await told(async () => {
    const wrong = { current_password: 'a wrong password', new_password }
    expect((await lee.post('/auth/change-password', wrong)).status).toBe(422)
    const right = { current_password: lee.password, new_password, sign_out_others: true }
    expect((await lee.post('/auth/change-password', right)).status).toBe(204)
    expect((await lee.post('/auth/sign-out-everywhere')).status).toBe(204)
  })
  expect(short(events)).toEqual([
    ['password.changed', user_id, { sign_out_others: true }],
    ['sign_in.ended_everywhere', user_id, {}],
  ])
  for (const secret of [lee.password, new_password, 'a wrong password']) {
    expect(JSON.stringify(events)).not.toContain(secret)
  }
})
