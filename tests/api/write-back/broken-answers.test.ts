import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Trouble } from '../../harness/connectwise/faults.ts'
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

const quick = () => openCase(desk, { board: 'Projects' })
const post_note = (ticket: number) => `POST /service/tickets/${ticket}/notes`

describe.concurrent('a note that ConnectWise', () => {
  test('cut off is no success: the engineer is told that it is there, and only he can let it be', async () => {
    const it = await quick()
    await desk.there.fault({ at: post_note(it.ticket), kind: 'note_clamped', to: 40 })
    const answer = await post(desk.mara, it)
    const [note] = await notesOn(desk, it)
    expect(answer).toMatchObject({ status: 502, body: { code: 'psa_failed', external_id: `${note?.id}` } })
    expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'psa_failed' } })
    expect((await readPage(desk.mara, it.id)).session.status).toBe('active')
    expect(await settle(desk.mara, it, 'keep_local')).toMatchObject({
      status: 200,
      body: { result: 'resolved_local', external_id: `${note?.id}` },
    })
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test.each<Trouble>([
    { kind: 'drop_after' },
    { kind: 'truncated' },
    { kind: '500', committed: true },
    { kind: 'not_json', committed: true },
    { kind: '409', committed: true },
    { kind: 'note_listed_late', after_ms: 2000 },
  ])('took with $kind for an answer is found on the ticket, and not posted again', async (trouble) => {
    const it = await quick()
    await desk.there.fault({ at: post_note(it.ticket), ...trouble })
    expect(await post(desk.mara, it)).toMatchObject({ status: 200, body: { result: 'resolved' } })
    expect((await notesOn(desk, it)).map(({ text }) => text)).toEqual([it.seen.posted_as])
  })

  test.each<Trouble>([{ kind: '401' }, { kind: '404' }, { kind: '409' }, { kind: '429' }])(
    'refused with $kind is not there; posted again, it is there once',
    async (trouble) => {
      const it = await quick()
      await desk.there.fault({ at: post_note(it.ticket), ...trouble })
      expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'psa_failed', external_id: null } })
      expect(await notesOn(desk, it)).toEqual([])
      const markdown = '## Resolution\n\nIn other words.\n'
      expect(await post(desk.mara, it, { markdown })).toMatchObject({ status: 200 })
      const texts = (await notesOn(desk, it)).map(({ text }) => text)
      expect(texts).toEqual([expect.stringContaining('In other words.')])
    },
  )

  test.each<Trouble>([{ kind: 'drop_before' }, { kind: '500' }, { kind: '502' }])(
    'may have got, for all that $kind says, is looked for before it is posted again',
    async (trouble) => {
      const it = await quick()
      await desk.there.fault({ at: post_note(it.ticket), ...trouble })
      const doubtful = await post(desk.mara, it)
      expect(doubtful).toMatchObject({ status: 502, body: { code: 'psa_failed', external_id: null } })
      expect(doubtful.body.detail).toContain('not known')
      // As if it had had its time to arrive.
      await desk.admin`update write_backs set updated_at = updated_at - interval '1 minute' where session_id = ${it.id}`
      expect(await post(desk.mara, it)).toMatchObject({ status: 200, body: { result: 'resolved' } })
      expect(await notesOn(desk, it)).toHaveLength(1)
    },
  )

  test('gets when nobody waits for it any more is not posted a second time in the meantime', async () => {
    const it = await quick()
    await desk.there.fault({ at: post_note(it.ticket), kind: 'drop_before' })
    expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'psa_failed' } })
    const again = post(desk.mara, it)
    // Longer than any list of notes has been seen to lag behind.
    await sleep(7500)
    await desk.there.note(it.ticket, { text: it.seen.posted_as ?? '', resolutionFlag: true, createdBy: 'FlowPilotAPI' })
    expect(await again).toMatchObject({ status: 200, body: { result: 'resolved' } })
    expect(await notesOn(desk, it)).toHaveLength(1)
  })
})

describe.concurrent('before anything is posted', () => {
  test.each<Trouble & { what: 'ticket' | 'notes' | 'statuses' }>([
    { what: 'ticket', kind: '404' },
    { what: 'ticket', kind: '500' },
    { what: 'ticket', kind: 'not_json' },
    { what: 'notes', kind: '401' },
    { what: 'notes', kind: '502' },
    { what: 'statuses', kind: '404' },
    { what: 'statuses', kind: 'drop_before' },
  ])('the $what that can’t be read for $kind stop it', async ({ what, ...trouble }) => {
    const made = await desk.there.board({
      name: `Desk ${crypto.randomUUID()}`,
      statuses: [{ name: 'New' }, { name: 'Done', closed: true }],
    })
    const it = await openCase(desk, { board: made.name })
    const at = {
      ticket: `GET /service/tickets/${it.ticket}`,
      notes: `GET /service/tickets/${it.ticket}/notes`,
      statuses: `GET /service/boards/${made.id}/statuses`,
    }[what]
    const ticket_status_id = `${made.statuses[1]?.id}`
    await desk.there.fault({ at, times: 'always', ...trouble })
    const refused = await post(desk.mara, it, { ticket_status_id })
    expect(refused).toMatchObject({ status: 502, body: { code: 'psa_failed' } })
    expect(await notesOn(desk, it)).toEqual([])
  })

  test('a ticket that can’t be reached is no reason for no preview', async () => {
    const it = await quick()
    await desk.there.fault({ at: `* /service/tickets/${it.ticket}*`, kind: 'drop_before', times: 'always' })
    const seen = await previewOf(desk.mara, it.id)
    expect(seen.markdown).toBe(it.seen.markdown)
    expect(seen.posted_as).toBe(it.seen.posted_as)
  })
})
