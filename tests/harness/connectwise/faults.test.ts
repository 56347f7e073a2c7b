import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callerOf, internalNote, toStatus } from './caller.ts'
import { type OwnConnectWise, startConnectWise } from './connectwise.ts'
import type { Trouble } from './faults.ts'
import type { Note, Ticket } from './records.ts'

let connectwise: OwnConnectWise
let caller: ReturnType<typeof callerOf>

beforeAll(async () => {
  connectwise = await startConnectWise()
  caller = callerOf(connectwise)
})
beforeEach(() => connectwise.reset())
afterAll(() => connectwise.close())

const notes = '/service/tickets/48213/notes'
const ticket = '/service/tickets/48213'
const post = () => caller.post(notes, internalNote('Reset the policy.'))
const whenPosting = (trouble: Trouble) => connectwise.fault({ at: 'POST /service/tickets/{id}/notes', ...trouble })
const posted = async () =>
  (await connectwise.notesOf(48213)).filter(({ createdBy }) => createdBy === 'FlowPilotAPI').length
const moveTo = async (name: string) => {
  const status = (await connectwise.statusesOf('Service Desk')).find((each) => each.name === name)
  return caller.patch(ticket, toStatus(status?.id))
}

describe('the connection', () => {
  test.each([
    ['drop_before', 0],
    ['drop_after', 1],
  ] as const)('%s breaks it, and leaves %i notes', async (kind, count) => {
    await whenPosting({ kind })
    await expect(post()).rejects.toThrow()
    expect(await posted()).toBe(count)
    expect((await connectwise.requests()).at(-1)).toMatchObject({ status: null, troubles: [kind] })
  })

  test.each([
    ['hang_before', 0],
    ['hang_after', 1],
  ] as const)('%s leaves the client waiting, and %i notes', async (kind, count) => {
    await whenPosting({ kind })
    const heard = await Promise.race([post().catch(() => 'broken'), sleep(100, 'nothing')])
    expect(heard).toBe('nothing')
    expect(await posted()).toBe(count)
  })

  test('truncated announces a whole answer and sends half of it, after the note is stored', async () => {
    await whenPosting({ kind: 'truncated' })
    await expect(post()).rejects.toThrow()
    expect(await posted()).toBe(1)
  })

  test('slow does what was asked for even when nobody waits for it any more', async () => {
    await whenPosting({ kind: 'slow', ms: 400 })
    const heard = await Promise.race([post(), sleep(20, 'gave up')])
    expect([heard, await posted()]).toEqual(['gave up', 0])
    await expect.poll(posted).toBe(1)
  })

  test('slow and committed has done it while the client still waits', async () => {
    await whenPosting({ kind: 'slow', ms: 60_000, committed: true })
    const heard = post().catch(() => 'broken')
    await expect.poll(posted).toBe(1)
    expect(await Promise.race([heard, sleep(20, 'nothing')])).toBe('nothing')
  })
})

describe('other answers', () => {
  test.each(['401', '404', '409', '500'] as const)(
    '%s is an error in ConnectWise’s form, and no note',
    async (kind) => {
      await whenPosting({ kind })
      expect(await post()).toMatchObject({
        status: Number(kind),
        body: { code: expect.any(String), message: expect.any(String) },
      })
      expect(await posted()).toBe(0)
    },
  )

  test('429 names the seconds to wait, and the next request is answered', async () => {
    await whenPosting({ kind: '429', retry_after: 2 })
    const refused = await post()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
    expect((await post()).status).toBe(201)
    expect(await posted()).toBe(1)
  })

  test.each([
    ['502', 502],
    ['not_json', 200],
  ] as const)('%s is a page of HTML with status %i', async (kind, status) => {
    await whenPosting({ kind })
    expect(await post()).toMatchObject({ status, body: expect.stringContaining('<html>') })
    expect(await posted()).toBe(0)
  })

  test('a committed error has stored the note all the same', async () => {
    await whenPosting({ kind: '500', committed: true })
    expect((await post()).status).toBe(500)
    expect(await posted()).toBe(1)
  })

  test('redirect sends the client elsewhere', async () => {
    await connectwise.fault({ at: '* *', kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data', status: 307 })
    const answer = await caller.call(ticket, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'http://169.254.169.254/latest/meta-data'])
  })
})

describe('what ConnectWise does on its own', () => {
  test('a status that is undone is answered as set, and is the old one for the next to look', async () => {
    await connectwise.fault({ at: 'PATCH /service/tickets/{id}', kind: 'status_undone' })
    expect((await moveTo('Resolved')).body.status.name).toBe('Resolved')
    expect((await caller.get<Ticket>(ticket)).body).toMatchObject({
      status: { name: 'In Progress' },
      closedFlag: false,
    })
    await moveTo('Resolved')
    expect((await caller.get<Ticket>(ticket)).body.status.name).toBe('Resolved')
  })

  test('a status that is undone later holds until then, and may go elsewhere', async () => {
    await connectwise.fault({ at: 'PATCH /service/tickets/{id}', kind: 'status_undone', after_ms: 400, to: 'New' })
    await moveTo('Resolved')
    expect((await caller.get<Ticket>(ticket)).body.status.name).toBe('Resolved')
    await expect.poll(async () => (await caller.get<Ticket>(ticket)).body.status.name).toBe('New')
    const by_workflow = (await connectwise.history()).filter(({ by }) => by === 'workflow')
    expect(by_workflow).toMatchObject([{ what: 'ticket_changed', ticket_id: 48213, detail: 'status is New' }])
  })

  test('a note that is clamped is stored and answered shorter', async () => {
    await whenPosting({ kind: 'note_clamped', to: 5 })
    expect((await post()).body.text).toBe('Reset')
    expect((await connectwise.notesOf(48213)).at(-1)?.text).toBe('Reset')
  })

  test('a note that is listed late is there, and in the list after a while', async () => {
    await whenPosting({ kind: 'note_listed_late', after_ms: 400 })
    const { id } = (await post()).body
    const isListed = async () => (await caller.get<Note[]>(notes)).body.some((note) => note.id === id)
    expect([await isListed(), await posted()]).toEqual([false, 1])
    await expect.poll(isListed).toBe(true)
  })
})

describe('somebody else', () => {
  test('changes the company between two calls', async () => {
    await connectwise.fault({ at: `GET ${ticket}`, nth: 2, kind: 'company_changed' })
    expect((await caller.get<Ticket>(ticket)).body.company.name).toBe('Acme Dental')
    expect((await caller.get<Ticket>(ticket)).body).toMatchObject({
      company: { name: 'Harbor Legal' },
      contactName: 'Owen Pratt',
    })
  })

  test('closes the ticket just after a call', async () => {
    await connectwise.fault({ at: `GET ${ticket}`, kind: 'closed_meanwhile', when: 'after' })
    expect((await caller.get<Ticket>(ticket)).body.closedFlag).toBe(false)
    expect((await caller.get<Ticket>(ticket)).body.closedFlag).toBe(true)
  })

  test('adds a note between two calls', async () => {
    const before = (await caller.get<Note[]>(notes)).body.length
    await connectwise.fault({ at: `GET ${notes}`, kind: 'note_added', text: 'Still drops.' })
    const after = (await caller.get<Note[]>(notes)).body
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toMatchObject({ text: 'Still drops.', createdBy: 'mreyes' })
  })

  test('deletes the ticket, whose notes still count', async () => {
    await post()
    await whenPosting({ kind: 'ticket_deleted' })
    expect((await post()).status).toBe(404)
    expect((await caller.get(ticket)).status).toBe(404)
    expect([await connectwise.ticketOf(48213), await posted()]).toEqual([null, 1])
  })
})

describe('when a fault strikes', () => {
  const statuses = async (times: number) => {
    const heard: number[] = []
    for (let time = 0; time < times; time += 1) heard.push((await caller.get(ticket)).status)
    return heard
  }

  test('from the nth request that fits, so many times', async () => {
    await connectwise.fault({ at: 'GET /service/tickets/{id}', nth: 2, times: 2, kind: '500' })
    await caller.get(notes)
    expect(await statuses(4)).toEqual([200, 500, 500, 200])
  })

  test('always, until faults are cleared', async () => {
    await connectwise.fault({ at: 'GET *', times: 'always', kind: '409' })
    expect(await statuses(3)).toEqual([409, 409, 409])
    await connectwise.clearFaults()
    expect(await statuses(1)).toEqual([200])
  })

  test('several at once: a clamped note and a broken connection', async () => {
    await whenPosting({ kind: 'note_clamped', to: 5 })
    await whenPosting({ kind: 'drop_after' })
    await expect(post()).rejects.toThrow()
    expect((await connectwise.notesOf(48213)).at(-1)?.text).toBe('Reset')
  })

  test('a fault that names what does not exist is told to whoever calls', async () => {
    await connectwise.fault({ at: `GET ${ticket}`, kind: 'company_changed', company: 'Nobody' })
    expect(await caller.get(ticket)).toMatchObject({ status: 500, body: { code: 'SimulatorFailed' } })
  })
})
