import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../sessions.ts'
import { type Case, notesOn, openCase, statusOn } from './cases.ts'
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

const kinds = [
  ['resolution-note', 'already_resolved'],
  ['escalation-package', 'already_escalated'],
] as const

/** On a board without picked statuses: nothing is waited for. */
const quick = (kind: (typeof kinds)[number][0] = 'resolution-note') => openCase(desk, { board: 'Projects' }, kind)

describe.concurrent.each(kinds)('a session that its %s closed', (kind, code) => {
  test('is not closed again, in either way, and there is nothing to settle', async () => {
    const it = await quick(kind)
    await post(desk.mara, it, { kind })
    for (const [other] of kinds) {
      const seen = await previewOf(desk.lee, it.id, other)
      expect(await post(desk.lee, { id: it.id, seen }, { kind: other })).toMatchObject({ status: 409, body: { code } })
      expect(await settle(desk.lee, it, 'check_again', other)).toMatchObject({ status: 409, body: { code } })
    }
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test('takes no message, no fact and no other state until it is reopened', async () => {
    const { mara } = desk
    const it = await quick(kind)
    const { facts } = await readPage(mara, it.id)
    await post(mara, it, { kind })
    const path = `/ai-sessions/${it.id}`
    const refused = { status: 409, body: { code } }
    expect(await mara.post(`${path}/messages`, { content: 'One more thing' })).toMatchObject(refused)
    expect(await mara.post(`${path}/facts`, { text: 'The tunnel was down' })).toMatchObject(refused)
    expect(await mara.patch(`${path}/facts/${facts[0]?.id}`, { text: 'Changed' })).toMatchObject(refused)
    expect(await mara.delete(`${path}/facts/${facts[0]?.id}`)).toMatchObject(refused)
    expect(await mara.patch(path, { status: 'paused' })).toMatchObject(refused)

    expect(await mara.patch(path, { status: 'active' })).toMatchObject({ status: 200, body: { resolved_at: null } })
    expect((await mara.post(`${path}/facts`, { text: 'The tunnel was down' })).status).toBe(201)
  })

  test('is closed again after it was reopened, with another note under another reference', async () => {
    const it = await quick(kind)
    const first = await post(desk.mara, it, { kind })
    await desk.mara.patch(`/ai-sessions/${it.id}`, { status: 'active' })
    const seen = await previewOf(desk.mara, it.id, kind)
    const second = await post(desk.mara, { id: it.id, seen }, { kind })
    expect(second.status).toBe(200)
    expect(second.body.external_id).not.toBe(first.body.external_id)
    const texts = (await notesOn(desk, it)).map(({ text }) => text)
    expect(texts).toEqual([it.seen.posted_as, seen.posted_as])
    expect(new Set(texts.map(referenceIn)).size).toBe(2)
  })
})

test('a ticket that the first resolution closed is posted to again only when the engineer says so', async () => {
  const it = await openCase(desk)
  await post(desk.mara, it)
  await desk.mara.patch(`/ai-sessions/${it.id}`, { status: 'active' })
  const again: Case = { ...it, seen: await previewOf(desk.mara, it.id) }
  expect(await post(desk.mara, again)).toMatchObject({
    status: 409,
    body: { code: 'ticket_moved', changes: [{ field: 'status', after: 'Resolved' }] },
  })
  expect((await post(desk.mara, again, { accept_moved: true })).status).toBe(200)
  expect(await notesOn(desk, it)).toHaveLength(2)
  expect(await statusOn(desk, it)).toBe('Resolved')
})

const referenceIn = (text: string) => /FP-[0-9A-Z]{8}/.exec(text)?.[0]
