import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callerOf, internalNote, toStatus } from './caller.ts'
import { type OwnConnectWise, startConnectWise } from './connectwise.ts'
import { brokenHabits } from './habits.ts'
import type { Contact, Note, Ticket } from './records.ts'

let connectwise: OwnConnectWise
let caller: ReturnType<typeof callerOf>

beforeAll(async () => {
  connectwise = await startConnectWise()
  caller = callerOf(connectwise)
})
beforeEach(() => connectwise.reset())
afterAll(() => connectwise.close())

const statusId = async (name: string) =>
  (await connectwise.statusesOf('Service Desk')).find((status) => status.name === name)?.id

describe('who is let in', () => {
  test('wrong keys are told 401, or 404 by setting, and the keys are in no record', async () => {
    const headers = { authorization: `Basic ${btoa('northbeam+public:wrong')}` }
    expect(await caller.call('/system/info', { headers })).toMatchObject({
      status: 401,
      body: { code: 'Unauthorized' },
    })
    await connectwise.configure({ wrong_keys_status: 404 })
    expect(await caller.call('/system/info', { headers })).toMatchObject({ status: 404, body: { code: 'NotFound' } })
    const requests = await connectwise.requests()
    expect(requests.map(({ authorized }) => authorized)).toEqual([false, false])
    expect(JSON.stringify(requests)).not.toContain('Basic')
  })

  test('a request without a client id is told 401', async () => {
    expect((await caller.call('/system/info', { headers: { clientId: '' } })).status).toBe(401)
    expect((await caller.get('/system/info')).status).toBe(200)
  })

  test('only the base path of the codebase answers, and companyinfo says which that is', async () => {
    const company = '/login/companyinfo/northbeam'
    expect((await caller.call(company, { base: '' })).body).toMatchObject({
      Codebase: 'v4_6_release/',
      SiteUrl: connectwise.host,
      IsCloud: true,
    })
    const base = await connectwise.configure({ codebase: 'v2026_4/' })
    expect((await caller.call(company, { base: '' })).body).toMatchObject({ Codebase: 'v2026_4/' })
    const old = await caller.get('/system/info')
    expect([old.status, old.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect((await caller.call('/system/info', { base })).status).toBe(200)
  })
})

describe('lists', () => {
  test('tickets are found by number, by words and by being open', async () => {
    const ids = async (conditions: string) => {
      const query = new URLSearchParams({ conditions, orderBy: 'id desc', fields: 'id' })
      return (await caller.get<Ticket[]>(`/service/tickets?${query}`)).body.map(({ id }) => id)
    }
    expect(await ids('id=48213')).toEqual([48213])
    expect(await ids('summary contains "password"')).toEqual([48197])
    expect(await ids('closedFlag=false and (summary like "%VPN%" or company/name="Harbor Legal")')).toEqual([
      48213, 48197, 48102,
    ])
  })

  test('pages are linked until the last one', async () => {
    for (let more = 0; more < 3; more += 1) await connectwise.ticket()
    const first = await caller.get('/service/tickets?pageSize=3&fields=id')
    const link = first.headers.get('link') ?? ''
    expect(link).toMatch(/page=2>; rel="next", <.*page=3>; rel="last"/)
    const next = link.match(/<http:\/\/[^/]+(\/[^>]*)>; rel="next"/)?.[1] ?? ''
    const second = await caller.call(next, { base: '' })
    expect(second.body).toHaveLength(3)
    expect(second.body).not.toEqual(first.body)
    expect((await caller.get('/service/tickets?pageSize=3&page=3')).headers.get('link')).not.toContain('next')
  })

  test.each([
    'conditions=summary%20resembles%20"x"',
    'conditions=colour="red"',
    'orderBy=id%20sideways',
    'pageSize=1001',
    'page=0',
  ])('%s is refused with 400', async (query) =>
    expect(await caller.get(`/service/tickets?${query}`)).toMatchObject({ status: 400, body: { errors: null } }),
  )

  test('a contact comes with its portal password unless the fields are named', async () => {
    expect((await caller.get<Contact[]>('/company/contacts')).body[0]).toHaveProperty('portalPassword')
    expect(brokenHabits(await connectwise.requests())).toEqual([
      'GET /company/contacts: asks for every field, secrets among them',
    ])
    expect((await caller.get('/company/contacts/400?fields=firstName,company/name')).body).toEqual({
      firstName: 'Dana',
      company: { name: 'Acme Dental' },
    })
  })
})

describe('a ticket', () => {
  test('moves when its status is replaced whole, and is closed by what the status says, not by its name', async () => {
    const pending = await caller.patch('/service/tickets/48213', toStatus(await statusId('Closed – pending review')))
    expect(pending.body).toMatchObject({ status: { name: 'Closed – pending review' }, closedFlag: false })
    await caller.patch('/service/tickets/48213', toStatus(await statusId('>Closed')))
    expect((await caller.get('/service/tickets/48213')).body).toMatchObject({
      closedFlag: true,
      closedBy: 'FlowPilotAPI',
    })
  })

  test('stays as it is after a change of status/id, which is answered with 200', async () => {
    const value = await statusId('Resolved')
    const answer = await caller.patch('/service/tickets/48213', [{ op: 'replace', path: 'status/id', value }])
    expect([answer.status, answer.body.status.name]).toEqual([200, 'In Progress'])
    expect((await connectwise.ticketOf(48213))?.status.name).toBe('In Progress')
  })

  test.each([
    ['a path with a slash before it', [{ op: 'replace', path: '/status', value: { id: 521 } }]],
    ['a path in another case', [{ op: 'replace', path: 'Status', value: { id: 521 } }]],
    ['a bare number for a reference', [{ op: 'replace', path: 'status', value: 521 }]],
    ['an object for the list', { op: 'replace', path: 'status', value: { id: 521 } }],
  ])('%s is refused with 400, and nothing changes', async (_, body) => {
    expect((await caller.patch('/service/tickets/48213', body)).status).toBe(400)
    expect((await connectwise.ticketOf(48213))?.status.name).toBe('In Progress')
  })

  test('takes no status of another board', async () => {
    const [elsewhere] = await connectwise.statusesOf('Projects')
    expect(await caller.patch('/service/tickets/48213', toStatus(elsewhere?.id))).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'NotFound', field: 'status/id' }] },
    })
  })

  test('starts on a board of the test’s own, with its description as the first note', async () => {
    const board = await connectwise.board({
      name: 'Alerts',
      statuses: [{ name: 'Seen' }, { name: 'Gone', closed: true }],
    })
    const { id } = await connectwise.ticket({ board: 'Alerts', company: 'Coastline CPA', description: 'DC02 is late.' })
    expect((await caller.get(`/service/tickets/${id}`)).body).toMatchObject({
      board: { id: board.id },
      status: { name: 'Seen' },
      company: { name: 'Coastline CPA' },
    })
    expect((await caller.get(`/service/tickets/${id}/notes`)).body).toMatchObject([
      { text: 'DC02 is late.', detailDescriptionFlag: true },
    ])
  })
})

describe('notes', () => {
  test('are stored once each with their flags, and counted per ticket', async () => {
    const posted = await caller.post('/service/tickets/48221/notes', internalNote('Toner is fine.'))
    expect(posted).toMatchObject({ status: 201, body: { internalAnalysisFlag: true, detailDescriptionFlag: false } })
    await caller.post('/service/tickets/48197/notes', internalNote('Elsewhere.'))
    const by_api = (await connectwise.notesOf(48221)).filter(({ createdBy }) => createdBy === 'FlowPilotAPI')
    expect(by_api.map(({ id }) => id)).toEqual([posted.body.id])
    expect(brokenHabits(await connectwise.requests())).toEqual([])
  })

  test('a note that leaves a flag out is taken, and told as a broken habit', async () => {
    const { customerUpdatedFlag: _, ...careless } = internalNote('Careless.')
    expect((await caller.post('/service/tickets/48221/notes', careless)).status).toBe(201)
    expect(brokenHabits(await connectwise.requests())).toEqual([
      'POST /service/tickets/48221/notes: leaves customerUpdatedFlag out',
    ])
  })

  test('are changed and deleted', async () => {
    const { body } = await caller.post('/service/tickets/48221/notes', internalNote('First.'))
    const path = `/service/tickets/48221/notes/${body.id}`
    await caller.patch(path, [{ op: 'replace', path: 'text', value: 'Second.' }])
    expect((await caller.get<Note>(path)).body.text).toBe('Second.')
    expect((await caller.delete(path)).status).toBe(204)
    expect((await caller.get(path)).status).toBe(404)
  })

  test('without a text are refused with 400, on a ticket that is not there with 404', async () => {
    expect((await caller.post('/service/tickets/48221/notes', internalNote(' '))).status).toBe(400)
    expect((await caller.post('/service/tickets/1/notes', internalNote('Lost.'))).status).toBe(404)
  })

  test('mail the customer only where a workflow does so and notifications were asked for', async () => {
    const { id } = await connectwise.ticket({ mails_customer: true })
    await caller.post(`/service/tickets/${id}/notes`, internalNote('Quiet.'))
    expect(await connectwise.mails()).toEqual([])
    await caller.post(`/service/tickets/${id}/notes`, { ...internalNote('Loud.'), processNotifications: true })
    await caller.post('/service/tickets/48221/notes', { ...internalNote('Loud.'), processNotifications: true })
    expect(await connectwise.mails()).toMatchObject([
      { ticket_id: id, text: 'Loud.', to: 'dana.whitfield@acmedental.test' },
    ])
  })
})

test('what happened is told in its order', async () => {
  await caller.post('/service/tickets/48221/notes', internalNote('One.'))
  await connectwise.move(48221, 'Resolved')
  expect((await connectwise.history()).map(({ what, by }) => `${what} by ${by}`)).toEqual([
    'request by api',
    'note_added by api',
    'ticket_changed by somebody',
  ])
})

test('a command that names what does not exist fails, and says what there is', async () => {
  await expect(connectwise.move(48213, 'Closed')).rejects.toThrow('Resolved')
})
