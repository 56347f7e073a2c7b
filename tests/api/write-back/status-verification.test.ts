import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../sessions.ts'
import { type Case, notesOn, openCase, statusOn } from './cases.ts'
import { type Desk, startDesk } from './desk.ts'
import { expectGoodManners } from './manners.ts'
import { post, settle } from './posting.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(async () => {
  await expectGoodManners(desk.there)
  await desk.close()
})

const patch_of = ({ ticket }: Case) => `PATCH /service/tickets/${ticket}`

/** A session whose note is posted, and whose ticket a workflow rule moved back. */
async function openUndone(after_ms = 0, times: number | 'always' = 1): Promise<Case> {
  const it = await openCase(desk)
  await desk.there.fault({ at: patch_of(it), kind: 'status_undone', after_ms, times })
  expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'status_not_verified' } })
  return it
}

describe.concurrent('a status that a workflow moves back', () => {
  test.each([
    ['at once', 0],
    ['after two seconds', 2000],
  ])('%s is an error that says what is there, and not a success', async (_, after_ms) => {
    const it = await openCase(desk)
    await desk.there.fault({ at: patch_of(it), kind: 'status_undone', after_ms })
    const answer = await post(desk.mara, it)
    const [note] = await notesOn(desk, it)
    expect(answer).toMatchObject({
      status: 502,
      body: {
        code: 'status_not_verified',
        external_id: `${note?.id}`,
        expected: { id: await desk.statusId('Resolved'), name: 'Resolved' },
        actual: { id: await desk.statusId('New'), name: 'New' },
      },
    })
    expect((await readPage(desk.mara, it.id)).session).toMatchObject({
      status: 'active',
      resolution_note_posted_at: null,
    })
  })

  test('is found as it is when the engineer checks again, or posts again: no second note', async () => {
    const it = await openUndone()
    expect(await settle(desk.lee, it, 'check_again')).toMatchObject({ body: { code: 'status_not_verified' } })
    expect(await post(desk.lee, it)).toMatchObject({ body: { code: 'status_not_verified' } })
    await desk.there.move(it.ticket, 'Resolved')
    const settled = await settle(desk.lee, it, 'check_again')
    expect(settled).toMatchObject({
      status: 200,
      body: {
        result: 'resolved',
        ticket_status: { name: 'Resolved', verified: true },
        session: { status: 'resolved' },
      },
    })
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test('is set again by retry_status, and verified', async () => {
    const it = await openUndone()
    const settled = await settle(desk.mara, it, 'retry_status')
    expect(settled).toMatchObject({ status: 200, body: { result: 'resolved', ticket_status: { verified: true } } })
    expect(await statusOn(desk, it)).toBe('Resolved')
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test('is left alone by keep_local, and the session says so', async () => {
    const it = await openUndone(0, 'always')
    expect(await settle(desk.mara, it, 'retry_status')).toMatchObject({ status: 502 })
    const settled = await settle(desk.mara, it, 'keep_local', 'resolution-note', 'one click')
    const [note] = await notesOn(desk, it)
    expect(settled).toMatchObject({
      status: 200,
      body: {
        result: 'resolved_local',
        external_id: `${note?.id}`,
        ticket_status: { name: 'New', verified: false },
        session: { status: 'resolved', resolution_note_external_id: `${note?.id}` },
      },
    })
    expect(await statusOn(desk, it)).toBe('New')
    const again = await settle(desk.mara, it, 'keep_local', 'resolution-note', 'one click')
    expect(again).toMatchObject({ status: 200, body: settled.body })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await settle(desk.mara, it, 'check_again')).toMatchObject({ body: { code: 'already_resolved' } })
  })
})

describe.concurrent('settling', () => {
  test.each(['check_again', 'retry_status', 'keep_local'] as const)(
    '%s is a conflict where nothing was posted',
    async (action) => {
      const it = await openCase(desk)
      expect(await settle(desk.mara, it, action)).toMatchObject({ status: 409, body: { code: 'conflict' } })
      expect((await readPage(desk.mara, it.id)).session.status).toBe('active')
    },
  )

  test('posts no note that was refused, and closes the session here where that is asked', async () => {
    const it = await openCase(desk)
    await desk.there.fault({ at: `POST /service/tickets/${it.ticket}/notes`, kind: '409' })
    expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'psa_failed', external_id: null } })
    for (const action of ['check_again', 'retry_status'] as const) {
      expect(await settle(desk.mara, it, action)).toMatchObject({ status: 502, body: { code: 'psa_failed' } })
    }
    const kept = await settle(desk.mara, it, 'keep_local')
    expect(kept).toMatchObject({ status: 200, body: { result: 'resolved_local', external_id: null } })
    expect(kept.body.session).toMatchObject({ status: 'resolved', resolution_note_posted_at: null })
    expect(await notesOn(desk, it)).toEqual([])
  })

  test('asks for the status that was never asked for', async () => {
    const it = await openCase(desk)
    await desk.there.fault({ at: patch_of(it), kind: '409' })
    expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'psa_failed' } })
    expect(await settle(desk.mara, it, 'check_again')).toMatchObject({ status: 200, body: { result: 'resolved' } })
    expect(await statusOn(desk, it)).toBe('Resolved')
    expect(await notesOn(desk, it)).toHaveLength(1)
  })
})
