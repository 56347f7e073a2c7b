import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import type { auditEventSchema } from '../../../api/audit/schemas.ts'
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
