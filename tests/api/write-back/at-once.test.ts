import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signUpDario } from '../people.ts'
import { readPage } from '../sessions.ts'
import { notesOn, openCase } from './cases.ts'
import { type Desk, startDesk } from './desk.ts'
import { expectGoodManners } from './manners.ts'
import { post, previewOf, settle } from './posting.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(async () => {
  await expectGoodManners(desk.there)
  await desk.close()
})

describe.concurrent('twenty clicks at once', () => {
  test.each(['resolution-note', 'escalation-package'] as const)(
    'of two engineers with many tabs post one %s, and each is told that it is done',
    async (kind) => {
      const it = await openCase(desk, {}, kind)
      await previewOf(desk.lee, it.id, kind)
      const clicks = Array.from({ length: 20 }, (_, at) => post(at % 2 ? desk.mara : desk.lee, it, { kind }))
      const answers = await Promise.all(clicks)
      const done = kind === 'resolution-note' ? 'already_resolved' : 'already_escalated'
      const told = answers.map(({ status, body }) => (status === 200 ? 'posted' : body.code))
      expect(new Set(told)).toEqual(new Set(['posted', done]))
      expect(told.filter((each) => each === 'posted')).toHaveLength(1)
      expect(await notesOn(desk, it)).toHaveLength(1)
    },
  )

  test('with one key all get the same answer', async () => {
    const it = await openCase(desk)
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(desk.mara, it, { key: 'one click' })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect(await notesOn(desk, it)).toHaveLength(1)
  })
})

test('a second click that finds the ticket closed by the first one waits for it', async () => {
  const it = await openCase(desk)
  await desk.there.fault({ at: `GET /service/tickets/${it.ticket}`, nth: 2, kind: 'slow', ms: 1500 })
  const answers = await Promise.all([post(desk.mara, it), post(desk.mara, it)])
  expect(answers.map(({ status, body }) => (status === 200 ? 200 : body.code)).sort()).toEqual([
    200,
    'already_resolved',
  ])
  expect(await notesOn(desk, it)).toHaveLength(1)
})

describe.concurrent('the same request again', () => {
  test('is answered as the first one was, and says so', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    const first = await post(desk.mara, it, { key: 'one click' })
    const again = await post(desk.mara, it, { key: 'one click' })
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test('with other words is refused', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    await post(desk.mara, it, { key: 'a' })
    const other = await post(desk.mara, it, { key: 'a', markdown: 'Other words' })
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } })
  })

  test('is tried again where the first one failed', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    await desk.there.fault({ at: `POST /service/tickets/${it.ticket}/notes`, kind: '429' })
    expect((await post(desk.mara, it, { key: 'b' })).status).toBe(502)
    expect((await post(desk.mara, it, { key: 'b' })).status).toBe(200)
  })
})

describe.concurrent('an attempt', () => {
  const post_note = (ticket: number) => `POST /service/tickets/${ticket}/notes`
  const isAsked = async (name: string) =>
    (await desk.there.requests()).some(({ method, path }) => `${method} ${path}` === name)

  test('is still its server’s own while ConnectWise takes its time', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    await desk.there.fault({ at: post_note(it.ticket), kind: 'slow', ms: 9000 })
    const posting = post(desk.mara, it)
    await vi.waitUntil(() => isAsked(post_note(it.ticket)), 5000)
    const leaseOf = async () =>
      (await desk.admin`select lease_expires_at from write_backs where session_id = ${it.id}`)[0]?.lease_expires_at
    const first = await leaseOf()
    await vi.waitUntil(async () => (await leaseOf()) > first, 9000)
    expect(await posting).toMatchObject({ status: 200 })
  })

  test('of which nothing is there is not sent to a ticket that its session is no longer linked to', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    await desk.there.fault({ at: post_note(it.ticket), kind: 'drop_before' })
    expect((await post(desk.mara, it)).status).toBe(502)
    const right = await desk.there.ticket({ board: 'Projects', company: 'Coastline CPA' })
    await desk.mara.patch(`/ai-sessions/${it.id}`, { ticket_ref: `${right.id}` })
    await desk.admin`update write_backs set updated_at = updated_at - interval '1 minute' where session_id = ${it.id}`
    expect(await post(desk.mara, it)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const seen = await previewOf(desk.mara, it.id)
    expect(await post(desk.mara, { id: it.id, seen })).toMatchObject({ status: 200 })
    expect(await notesOn(desk, it)).toEqual([])
    expect((await notesOn(desk, { ticket: right.id })).map(({ text }) => text)).toEqual([seen.posted_as])
  })

  test('that somebody else took up is left to him, and ended by whoever comes next', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    await desk.there.fault({ at: post_note(it.ticket), kind: 'slow', ms: 1000, committed: true })
    const posting = post(desk.mara, it)
    await vi.waitUntil(() => isAsked(post_note(it.ticket)), 5000)
    await desk.admin`update write_backs set lease_id = gen_random_uuid() where session_id = ${it.id}`
    expect(await posting).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await readPage(desk.mara, it.id)).session.status).toBe('active')
    await desk.admin`update write_backs set lease_expires_at = now() where session_id = ${it.id}`
    expect(await post(desk.mara, it)).toMatchObject({ status: 200 })
    expect(await notesOn(desk, it)).toHaveLength(1)
  })
})

describe.concurrent('an attempt that stopped', () => {
  const told = (answers: Awaited<ReturnType<typeof post>>[]) =>
    answers.map(({ status, body }) => (status === 200 ? 'done' : body.code)).sort()

  async function stoppedCase() {
    const it = await openCase(desk, { board: 'Projects' })
    await desk.there.fault({ at: `POST /service/tickets/${it.ticket}/notes`, kind: '409' })
    expect((await post(desk.mara, it)).status).toBe(502)
    return it
  }

  test('is given up once by two who give it up at once', async () => {
    const it = await stoppedCase()
    const answers = await Promise.all([settle(desk.mara, it, 'keep_local'), settle(desk.lee, it, 'keep_local')])
    expect([
      ['already_resolved', 'done'],
      ['conflict', 'done'],
    ]).toContainEqual(told(answers))
    expect((await readPage(desk.mara, it.id)).session.status).toBe('resolved')
    const ends = await desk.admin`select 1 from audit_events where session_id = ${it.id} and action like '%resolved%'`
    expect(ends).toHaveLength(1)
  })

  test('is posted or given up where both are asked for at once, and the session says which', async () => {
    const it = await stoppedCase()
    const answers = await Promise.all([post(desk.mara, it), settle(desk.lee, it, 'keep_local')])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const done = answers.find(({ status }) => status === 200)
    const { session } = await readPage(desk.mara, it.id)
    expect(session).toMatchObject({ status: 'resolved', resolution_note_external_id: done?.body.external_id })
    expect(await notesOn(desk, it)).toHaveLength(done?.body.external_id === null ? 0 : 1)
  })
})

describe.concurrent('a session', () => {
  test('of another account does not exist for whoever posts or settles', async () => {
    const it = await openCase(desk)
    const dario = await signUpDario(desk)
    expect(await post(dario, it)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await settle(dario, it, 'keep_local')).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await notesOn(desk, it)).toEqual([])
  })

  test('is not resolved while its escalation is under way', async () => {
    const it = await openCase(desk, {}, 'escalation-package')
    const note = await previewOf(desk.lee, it.id)
    const escalating = post(desk.mara, it, { kind: 'escalation-package' })
    await vi.waitUntil(async () => (await notesOn(desk, it)).length === 1, 5000)
    const resolving = await post(desk.lee, { id: it.id, seen: note })
    expect(resolving).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await settle(desk.lee, it, 'keep_local')).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await settle(desk.lee, it, 'keep_local', 'escalation-package')).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    })
    expect(await escalating).toMatchObject({ status: 200, body: { result: 'escalated' } })
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test('is free to be resolved where its escalation was refused', async () => {
    const it = await openCase(desk, {}, 'escalation-package')
    await desk.there.fault({ at: `POST /service/tickets/${it.ticket}/notes`, kind: '409' })
    expect((await post(desk.mara, it, { kind: 'escalation-package' })).status).toBe(502)
    const seen = await previewOf(desk.mara, it.id)
    expect(await post(desk.mara, { id: it.id, seen })).toMatchObject({ status: 200, body: { result: 'resolved' } })
    const notes = await notesOn(desk, it)
    expect(notes.map(({ text }) => text)).toEqual([seen.posted_as])
    expect(notes[0]).toMatchObject({ resolutionFlag: true, internalAnalysisFlag: false })
  })

  test('has a note that was refused go to the ticket that it is linked to by then, with the status picked by then', async () => {
    const it = await openCase(desk)
    await desk.there.fault({ at: `POST /service/tickets/${it.ticket}/notes`, kind: '409' })
    expect((await post(desk.mara, it)).status).toBe(502)
    const right = await desk.there.ticket({ company: 'Coastline CPA' })
    await desk.mara.patch(`/ai-sessions/${it.id}`, { ticket_ref: `${right.id}` })
    const seen = await previewOf(desk.mara, it.id)
    const ticket_status_id = await desk.statusId('Waiting Customer')
    expect(await post(desk.mara, { id: it.id, seen }, { ticket_status_id })).toMatchObject({ status: 200 })
    expect(await notesOn(desk, it)).toEqual([])
    expect((await notesOn(desk, { ticket: right.id })).map(({ text }) => text)).toEqual([seen.posted_as])
    expect((await desk.there.ticketOf(right.id))?.status.name).toBe('Waiting Customer')
  })
})
