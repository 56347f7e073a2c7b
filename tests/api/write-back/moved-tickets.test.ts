import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, notesOn, openCase } from './cases.ts'
import { type Desk, startDesk } from './desk.ts'
import { expectGoodManners } from './manners.ts'
import { post, previewOf } from './posting.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(async () => {
  await expectGoodManners(desk.there)
  await desk.close()
})

const quick = () => openCase(desk, { board: 'Projects' })

/** What happened between the preview and the click, and what the engineer is told of it. */
const moves = [
  {
    name: 'it went to another company',
    move: ({ ticket }: Case) => desk.there.giveTo(ticket, 'Harbor Legal'),
    change: (it: Case) => ({
      field: 'company',
      before: `Acme Dental (#${it.ticket})`,
      after: `Harbor Legal (#${it.ticket})`,
    }),
  },
  {
    name: 'somebody closed it',
    move: ({ ticket }: Case) => desk.there.move(ticket, 'Done'),
    change: () => ({ field: 'status', before: 'Open', after: 'Done' }),
  },
  {
    name: 'a newer note came',
    move: ({ ticket }: Case) =>
      desk.there.note(ticket, { text: 'It happens at home now, too.', detailDescriptionFlag: true }),
    change: () => ({ field: 'note', before: 'VPN drops after MFA prompt', after: 'It happens at home now, too.' }),
  },
]

describe.concurrent('the ticket since the preview', () => {
  test.each(moves)('$name: nothing is posted before the engineer accepts it', async ({ move, change }) => {
    const it = await quick()
    await move(it)
    const refused = await post(desk.mara, it)
    expect(refused).toMatchObject({ status: 409, body: { code: 'ticket_moved' } })
    expect(refused.body.changes).toEqual([change(it)])
    expect(await notesOn(desk, it)).toEqual([])
    expect((await post(desk.mara, it, { accept_moved: true })).status).toBe(200)
    expect(await notesOn(desk, it)).toHaveLength(1)
  })

  test('all that moved is told at once, and a new preview has seen it', async () => {
    const it = await quick()
    for (const { move } of moves) await move(it)
    const refused = await post(desk.mara, it)
    expect(refused.body.changes?.map(({ field }) => field)).toEqual(['company', 'status', 'note'])
    const seen = await previewOf(desk.mara, it.id)
    // Closed it stays: that is worth saying again.
    expect((await post(desk.mara, { id: it.id, seen })).body.changes?.map(({ field }) => field)).toEqual(['status'])
  })

  test('the session went to another ticket: the note is not posted there unseen', async () => {
    const it = await quick()
    const other = await desk.there.ticket({ board: 'Projects', company: 'Coastline CPA' })
    await desk.mara.patch(`/ai-sessions/${it.id}`, { ticket_ref: `${other.id}` })
    const refused = await post(desk.mara, it)
    expect(refused).toMatchObject({ status: 409, body: { code: 'ticket_moved', changes: [{ field: 'company' }] } })
    expect(await notesOn(desk, { ticket: other.id })).toEqual([])
  })

  test('a ticket that is gone is told, and nothing is posted', async () => {
    const it = await quick()
    await desk.there.deleteTicket(it.ticket)
    expect(await post(desk.mara, it)).toMatchObject({ status: 502, body: { code: 'psa_failed' } })
    expect(await notesOn(desk, it)).toEqual([])
    await desk.mara.patch(`/ai-sessions/${it.id}`, { ticket_ref: null })
    expect(await post(desk.mara, it)).toMatchObject({ status: 200, body: { result: 'resolved_local' } })
  })
})

describe.concurrent('the evidence since the preview', () => {
  test('a fact more stops the post until the engineer accepts it', async () => {
    const it = await quick()
    await desk.mara.post(`/ai-sessions/${it.id}/facts`, { text: 'Only the office range is affected' })
    expect(await post(desk.mara, it)).toMatchObject({ status: 409, body: { code: 'stale_preview' } })
    expect(await notesOn(desk, it)).toEqual([])
    expect(await post(desk.mara, it, { accept_stale: true })).toMatchObject({ status: 200 })
    expect((await notesOn(desk, it)).map(({ text }) => text)).toEqual([it.seen.posted_as])
  })

  test('a session without a ticket is not resolved from an old preview either', async () => {
    const { body } = await desk.mara.post<{ id: string }>('/ai-sessions', { title: 'Printing' })
    const it = { id: body.id, seen: await previewOf(desk.mara, body.id) }
    await desk.mara.post(`/ai-sessions/${it.id}/facts`, { text: 'The tray is empty' })
    expect(await post(desk.mara, it)).toMatchObject({ status: 409, body: { code: 'stale_preview' } })
    expect((await post(desk.mara, it, { accept_stale: true })).status).toBe(200)
  })
})
