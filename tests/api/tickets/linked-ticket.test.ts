import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startConnectWise } from '../../harness/connectwise/connectwise.ts'
import { type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { connectionTo, saveConnection } from '../psa/connect.ts'
import { type AiSession, openSession } from '../sessions.ts'

const connectwise = await startConnectWise()
const product = await startProduct({ psa_allowed_hosts: connectwise.host })
afterAll(async () => {
  await product.close()
  await connectwise.close()
})

let mara: Person
let connected: Person
beforeAll(async () => {
  mara = await signUpMara(product)
  connected = await signUpMara(product)
  await saveConnection(product, connected, connectionTo(connectwise))
})
beforeEach(() => connectwise.reset())

const bare = (ref: string) => ({ ref, summary: null, company: null, url: null })
const vpn = { ref: '48213', summary: 'VPN drops after MFA prompt', company: 'Acme Dental' }

test('a session keeps what its ticket is about, of the built-in board and of ConnectWise', async () => {
  await mara.post('/tickets', { summary: 'Scan-to-email stopped', company: 'Acme Dental' })
  expect((await openSession(mara, { ticket_ref: ' 1001 ' })).ticket).toEqual({
    ref: '1001',
    summary: 'Scan-to-email stopped',
    company: 'Acme Dental',
    url: null,
  })
  const { ticket } = await openSession(connected, { ticket_ref: '48213' })
  expect(ticket).toEqual({ ...vpn, url: expect.stringContaining('service_recid=48213') })
})

test('a session is linked later, to another one, and to none', async () => {
  const { id } = await openSession(connected, { title: 'VPN' })
  const link = async (ticket_ref: string | null) =>
    (await connected.patch<AiSession>(`/ai-sessions/${id}`, { ticket_ref })).body.ticket
  expect(await link('48213')).toMatchObject(vpn)
  expect(await link('48197')).toMatchObject({ ref: '48197', company: 'Harbor Legal' })
  const asked = (await connectwise.requests()).length
  expect(await link(null)).toBeNull()
  await connected.patch(`/ai-sessions/${id}`, { title: 'Outlook' })
  expect(await connectwise.requests()).toHaveLength(asked)
})

test('a ticket that is not there, or that nobody can be asked about, is linked by its number', async () => {
  expect((await openSession(connected, { ticket_ref: '1' })).ticket).toEqual(bare('1'))
  expect((await openSession(connected, { ticket_ref: 'CW 48213' })).ticket).toEqual(bare('CW 48213'))
  await connectwise.fault({ at: 'GET *', kind: '500', times: 'always' })
  expect((await openSession(connected, { ticket_ref: '48213' })).ticket).toEqual(bare('48213'))
})

test('another account’s ticket is not looked at', async () => {
  await mara.post('/tickets', { summary: 'VPN drops' })
  const dario = await signUpDario(product)
  expect((await openSession(dario, { ticket_ref: '1001' })).ticket).toEqual(bare('1001'))
  const { id } = await openSession(connected)
  expectProblem(await dario.patch(`/ai-sessions/${id}`, { ticket_ref: '1001' }), 404, 'not_found')
})

test('nobody is asked for who may not link', async () => {
  const viewer = await signUpColleague(product, connected, 'viewer')
  const leaver = await signUpColleague(product, connected, 'engineer')
  const cookie = await leaver.cookie()
  await leaver.post('/auth/sign-out')
  await connectwise.reset()
  expectProblem(await viewer.post('/ai-sessions', { ticket_ref: '48213' }), 403, 'forbidden')
  const headers = { origin: 'http://flowpilot.test', 'content-type': 'application/json', cookie }
  const init = { method: 'POST', headers, body: JSON.stringify({ ticket_ref: '48213' }) }
  const answer = await product.fetch(new Request('http://flowpilot.test/api/v1/ai-sessions', init))
  expect(answer.status).toBe(401)
  expect(await connectwise.requests()).toEqual([])
})
