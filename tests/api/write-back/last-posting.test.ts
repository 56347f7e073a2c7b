import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeBackSchema } from '../../../api/psa/write-back/schemas.ts'
import { openSession, readPage } from '../sessions.ts'
import { openCase } from './cases.ts'
import { type Desk, startDesk } from './desk.ts'
import { post, previewOf, settle } from './posting.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.close())

const lastOf = async (id: string) => (await readPage(desk.lee, id)).write_back

test('how a posting ended is told to whoever opens the session later', async () => {
  const it = await openCase(desk)
  const { body } = await post(desk.mara, it)
  const last = await lastOf(it.id)
  expect(writeBackSchema.strict().parse(last)).toMatchObject({
    kind: 'resolution_note',
    state: 'confirmed',
    is_running: false,
    ticket_ref: `${it.ticket}`,
    external_id: body.external_id,
    actual_status: { name: 'Resolved' },
    status_skipped_reason: null,
    note_differs: null,
    failure: null,
  })
  expect(last?.steps.map(({ step, done }) => [step, done])).toEqual([
    ['note', true],
    ['status', true],
    ['check', true],
  ])
  expect(last?.closed_at).not.toBeNull()
})

test('a posting that was given up says how far it came, and that it is over', async () => {
  const it = await openCase(desk, { board: 'Projects' })
  await desk.there.fault({ at: `POST /service/tickets/${it.ticket}/notes`, kind: '409' })
  await post(desk.mara, it)
  expect(await lastOf(it.id)).toMatchObject({ state: 'failed', closed_at: null, failure: { code: 'psa_failed' } })
  await settle(desk.mara, it, 'keep_local')
  expect(await lastOf(it.id)).toMatchObject({ state: 'failed', is_running: false, closed_at: expect.any(String) })
})

test('of several it is the newest, and without any there is none', async () => {
  const it = await openCase(desk, { board: 'Projects' })
  const first = await post(desk.mara, it)
  await desk.mara.patch(`/ai-sessions/${it.id}`, { status: 'active' })
  expect(await lastOf(it.id)).toMatchObject({ external_id: first.body.external_id, closed_at: expect.any(String) })
  const seen = await previewOf(desk.mara, it.id, 'escalation-package')
  const second = await post(desk.mara, { id: it.id, seen }, { kind: 'escalation-package' })
  expect(await lastOf(it.id)).toMatchObject({ kind: 'escalation_package', external_id: second.body.external_id })
  expect(await lastOf((await openSession(desk.mara)).id)).toBeNull()
})
