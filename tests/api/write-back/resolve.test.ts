import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../sessions.ts'
import { notesOn, openCase, statusOn } from './cases.ts'
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

const unflagged = { processNotifications: false, customerUpdatedFlag: false }

describe.concurrent('a linked session', () => {
  test('is resolved with one note on the Resolution tab alone, and the status that the board is set to', async () => {
    const { mara } = desk
    const it = await openCase(desk)
    const answer = await post(mara, it)
    expect(answer).toMatchObject({ status: 200, body: { result: 'resolved', status_transition_skipped_reason: null } })
    const [note, ...others] = await notesOn(desk, it)
    expect(others).toEqual([])
    expect(note).toMatchObject({ resolutionFlag: true, detailDescriptionFlag: false, internalAnalysisFlag: false })
    expect(note).toMatchObject(unflagged)
    expect(answer.body.external_id).toBe(`${note?.id}`)
    expect(answer.body.ticket_status).toEqual({ id: await desk.statusId('Resolved'), name: 'Resolved', verified: true })
    expect(await statusOn(desk, it)).toBe('Resolved')
  })

  test('keeps what was posted: the words, the note’s id, and when', async () => {
    const it = await openCase(desk)
    const markdown = '## Problem\n\nThe VPN dropped.\n\n## Resolution\n\nThe policy was set again.\n'
    const { body } = await post(desk.mara, it, { markdown })
    const { session } = await readPage(desk.mara, it.id)
    expect(session).toEqual(body.session)
    expect(session).toMatchObject({
      status: 'resolved',
      resolution_note_markdown: markdown,
      resolution_note_external_id: body.external_id,
      escalation_package_external_id: null,
    })
    expect(Date.parse(session.resolution_note_posted_at ?? '')).toBeGreaterThan(Date.parse(session.created_at))
    expect(session.resolved_at).not.toBeNull()
  })

  test('is escalated with one internal note, and the status for escalated tickets', async () => {
    const it = await openCase(desk, {}, 'escalation-package')
    const answer = await post(desk.mara, it, { kind: 'escalation-package' })
    expect(answer).toMatchObject({ status: 200, body: { result: 'escalated', session: { status: 'escalated' } } })
    const notes = await notesOn(desk, it)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatchObject({ internalAnalysisFlag: true, resolutionFlag: false, detailDescriptionFlag: false })
    expect(notes[0]).toMatchObject(unflagged)
    expect(await statusOn(desk, it)).toBe('Escalated to L2')
    expect(answer.body.session).toMatchObject({
      resolved_at: null,
      escalation_package_external_id: `${notes[0]?.id}`,
      resolution_note_external_id: null,
    })
  })

  test.each(['resolution-note', 'escalation-package'] as const)(
    'has the ticket receive its %s byte for byte as the preview showed it',
    async (kind) => {
      const it = await openCase(desk, {}, kind)
      await post(desk.mara, it, { kind })
      expect((await notesOn(desk, it)).map(({ text }) => text)).toEqual([it.seen.posted_as])
    },
  )

  test('has the ticket receive the engineer’s own words as the preview of them showed', async () => {
    const it = await openCase(desk)
    const markdown = '# Done\n\n**Set-NpsVpnPolicy** was run on `NPS01`.\n\n```\nGet-Service\n```\n'
    const path = `/ai-sessions/${it.id}/resolution-note/preview`
    const shown = await desk.mara.post<typeof it.seen>(path, { markdown })
    await post(desk.mara, { id: it.id, seen: shown.body }, { markdown })
    expect((await notesOn(desk, it)).map(({ text }) => text)).toEqual([shown.body.posted_as])
  })

  test('mails the customer nothing, even where the board’s workflow would', async () => {
    const it = await openCase(desk, { mails_customer: true }, 'escalation-package')
    await post(desk.mara, it, { kind: 'escalation-package' })
    expect((await desk.there.mails()).filter(({ ticket_id }) => ticket_id === it.ticket)).toEqual([])
  })

  test('gets the status that was picked for this once', async () => {
    const it = await openCase(desk)
    const answer = await post(desk.mara, it, { ticket_status_id: await desk.statusId('Waiting Customer') })
    expect(answer.body.ticket_status).toMatchObject({ name: 'Waiting Customer', verified: true })
    expect(await statusOn(desk, it)).toBe('Waiting Customer')
  })

  test('is not posted with a status that the board does not have', async () => {
    const it = await openCase(desk)
    const answer = await post(desk.mara, it, { ticket_status_id: '99999' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ path: 'ticket_status_id' }] } })
    expect(await notesOn(desk, it)).toEqual([])
    expect((await post(desk.mara, it)).status).toBe(200)
  })

  test('is posted on a board without a picked status, and says why the ticket did not move', async () => {
    const it = await openCase(desk, { board: 'Projects' })
    const answer = await post(desk.mara, it)
    expect(answer).toMatchObject({ status: 200, body: { result: 'resolved', ticket_status: null } })
    expect(answer.body.status_transition_skipped_reason).toBe(
      'No status for resolved tickets is picked for this board in the settings.',
    )
    expect(await notesOn(desk, it)).toHaveLength(1)
    expect(await statusOn(desk, it)).toBe('Open')
  })

  test('has an over-long note split, each part counted and every word there once', async () => {
    const it = await openCase(desk)
    const words = Array.from({ length: 1500 }, (_, at) => `word-${at}`)
    const markdown = words.join('\n\n')
    const seen = await previewOf(desk.mara, it.id)
    const answer = await post(desk.mara, { id: it.id, seen }, { markdown })
    expect(answer.status).toBe(200)
    const texts = (await notesOn(desk, it)).map(({ text }) => text)
    expect(texts.map((text) => text.slice(0, 5))).toEqual(['(1/2)', '(2/2)'])
    const found = texts.flatMap((text) => text.match(/word-\d+/g) ?? [])
    expect(found).toEqual(words)
  })
})

test('a resolution note goes to the discussion too where the account wants that', async () => {
  const set = (wanted: boolean) =>
    desk.mara.patch('/account/settings', { preferences: { resolution_note_in_discussion: wanted } })
  await set(true)
  const note = await openCase(desk, { board: 'Projects' })
  await post(desk.mara, note)
  expect((await notesOn(desk, note))[0]).toMatchObject({ resolutionFlag: true, detailDescriptionFlag: true })
  const handoff = await openCase(desk, { board: 'Projects' }, 'escalation-package')
  await post(desk.mara, handoff, { kind: 'escalation-package' })
  expect((await notesOn(desk, handoff))[0]).toMatchObject({ internalAnalysisFlag: true, detailDescriptionFlag: false })
  await set(false)
})

test('a secret that is typed into the note never reaches the ticket', async () => {
  const it = await openCase(desk, { board: 'Projects' })
  const markdown = '## Resolution\n\nThe VPN account was reset, password: Winter2026!x, and MFA is on again.\n'
  const { body } = await post(desk.mara, it, { markdown })
  const sent = JSON.stringify([await notesOn(desk, it), await desk.there.requests(), body])
  expect(sent).toContain('MFA is on again')
  expect(sent).not.toContain('Winter2026')
})

test('a session without a ticket is resolved and escalated here', async () => {
  const { mara } = desk
  const before = (await desk.there.requests()).length
  for (const [kind, result] of [
    ['resolution-note', 'resolved_local'],
    ['escalation-package', 'escalated_local'],
  ] as const) {
    const { body: session } = await mara.post<{ id: string }>('/ai-sessions', { title: 'Printing' })
    const seen = await previewOf(mara, session.id, kind)
    expect(seen.posted_as).toBeNull()
    const answer = await post(mara, { id: session.id, seen }, { kind })
    expect(answer).toMatchObject({ status: 200, body: { result, external_id: null, ticket_status: null } })
    expect((await post(mara, { id: session.id, seen }, { kind })).status).toBe(409)
  }
  expect((await desk.there.requests()).length).toBe(before)
})
