import { afterAll, beforeAll, expect, test } from 'vitest'
import { aiSessionSchema } from '../../../api/ai-sessions/schemas.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { type AiSession, openSession, readPage } from '../sessions.ts'
import { expectShape } from '../shapes.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let session: AiSession
beforeAll(async () => {
  mara = await signUpMara(product)
})

const change = async (body: unknown) => await mara.patch<AiSession>(`/ai-sessions/${session.id}`, body)
const close = (status: string) =>
  product.admin`update ai_sessions set status = ${status}, resolved_at = now() where id = ${session.id}`

test('a session is renamed, linked to a ticket and unlinked, one thing at a time', async () => {
  session = await openSession(mara, { title: 'VPN', problem: 'VPN drops' })
  const renamed = await change({ title: '  Acme Dental: VPN ' })
  expect(renamed.status).toBe(200)
  const { updated_at, ...changed } = expectShape(aiSessionSchema, renamed.body)
  const { updated_at: before, ...opened } = session
  expect(changed).toEqual({ ...opened, title: 'Acme Dental: VPN' })
  expect(Date.parse(updated_at)).toBeGreaterThan(Date.parse(before))
  expect((await change({ ticket_ref: '48213' })).body).toMatchObject({
    title: 'Acme Dental: VPN',
    ticket: { ref: '48213', summary: null, company: null, url: null },
  })
  expect((await change({ ticket_ref: null })).body.ticket).toBeNull()
  expect((await readPage(mara, session.id)).session).toMatchObject({ title: 'Acme Dental: VPN', ticket: null })
})

test('a session is paused, abandoned and taken up again', async () => {
  session = await openSession(mara)
  for (const status of ['paused', 'active', 'abandoned', 'active', 'abandoned', 'paused'] as const) {
    expect((await change({ status })).body.status).toBe(status)
  }
})

test('a change that changes nothing, or what is not to be changed here, is refused', async () => {
  session = await openSession(mara)
  const refused = [{}, { title: '' }, { status: 'resolved' }, { status: 'escalated' }, { ticket_ref: '' }]
  const foreign = [{ problem: 'other' }, { state_version: 9 }, { user_id: session.user_id }]
  for (const body of [...refused, ...foreign]) {
    expectProblem(await change(body), 422, 'invalid', JSON.stringify(body))
  }
  expect((await readPage(mara, session.id)).session).toEqual(session)
})

test.each([
  ['resolved', 'already_resolved'],
  ['escalated', 'already_escalated'],
])('a session that is %s is reopened before anything else becomes of it', async (status, code) => {
  session = await openSession(mara)
  await close(status)
  expectProblem(await change({ status: 'paused' }), 409, code)
  expectProblem(await change({ status: 'abandoned' }), 409, code)
  expectProblem(await mara.post(`/ai-sessions/${session.id}/messages`, { content: 'and now?' }), 409, code)
  expect((await change({ status: 'active' })).body).toMatchObject({ status: 'active', resolved_at: null })
  expect((await change({ status: 'paused' })).body.status).toBe('paused')
})

test('two changes at once are both kept', async () => {
  session = await openSession(mara)
  await Promise.all([change({ title: 'Harbor Legal' }), change({ ticket_ref: '7' }), change({ status: 'paused' })])
  const { session: kept } = await readPage(mara, session.id)
  expect(kept).toMatchObject({ title: 'Harbor Legal', ticket: { ref: '7' }, status: 'paused' })
})
