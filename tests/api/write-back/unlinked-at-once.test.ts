import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Kind, Preview } from '../artifacts/artifacts.ts'
import { block, follow, namesOf, sayUntil, turnOf } from '../chat/turns.ts'
import { type Person, signUpColleague, signUpMara } from '../people.ts'
import { type Product, startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { type Outcome, post, previewOf } from './posting.ts'

let product: Product
let mara: Person
let lee: Person
beforeAll(async () => {
  product = await startProduct({ connections: 8 })
  mara = await signUpMara(product)
  lee = await signUpColleague(product, mara, 'engineer')
})
afterAll(() => product.close())

/** A session without a ticket, with a fact, and what its notes would say. */
async function openCase() {
  const { id } = await openSession(mara, { title: 'Printing' })
  await mara.post(`/ai-sessions/${id}/facts`, { text: 'The tray of PRN02 is empty' })
  const seen = (kind: Kind): Promise<Preview> => previewOf(mara, id, kind)
  return { id, note: await seen('resolution-note'), package_: await seen('escalation-package') }
}

/** Lets these acts come as far as the session's row, does `meanwhile` to it, and then lets them go on at once. */
async function atOnce(id: string, acts: (() => Promise<Outcome>)[], meanwhile?: string): Promise<Outcome[]> {
  const answers = await product.admin.begin(async (sql) => {
    await sql`select 1 from ai_sessions where id = ${id} for update`
    const begun = acts.map((act) => act())
    await vi.waitUntil(async () => (await waitingForLock()) === acts.length, { timeout: 5000, interval: 10 })
    if (meanwhile) await sql.unsafe(meanwhile, [id])
    return { begun }
  })
  return await Promise.all(answers.begun)
}

async function waitingForLock(): Promise<number> {
  const [row] = await product.admin`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and usename = 'flowpilot_api' and wait_event_type = 'Lock'`
  return row?.waiting
}

const told = (answers: Outcome[]) => answers.map(({ status, body }) => (status === 200 ? body.result : body.code))

describe('a session without a ticket', () => {
  test('that is resolved and escalated at once ends in one of the two, and the other is told which', async () => {
    const it = await openCase()
    const answers = await atOnce(it.id, [
      () => post(mara, { id: it.id, seen: it.note }),
      () => post(lee, { id: it.id, seen: it.package_ }, { kind: 'escalation-package' }),
    ])
    expect([
      ['resolved_local', 'already_resolved'],
      ['already_escalated', 'escalated_local'],
    ]).toContainEqual(told(answers))
    const { session } = await readPage(mara, it.id)
    expect(session.status).toBe(answers[0]?.status === 200 ? 'resolved' : 'escalated')
    expect([session.resolution_note_markdown, session.escalation_package_markdown]).toEqual(
      answers[0]?.status === 200 ? [it.note.markdown, null] : [null, it.package_.markdown],
    )
  })

  test.each([
    ['resolution-note', 'resolution_note_markdown', 'already_resolved'],
    ['escalation-package', 'escalation_package_markdown', 'already_escalated'],
  ] as const)('keeps one of two different texts of the %s, and refuses the other', async (kind, column, code) => {
    const it = await openCase()
    const seen = kind === 'resolution-note' ? it.note : it.package_
    const texts = ['## Problem\n\nThe words of Mara.\n', '## Problem\n\nThe words of Lee.\n']
    const answers = await atOnce(
      it.id,
      texts.map((markdown, at) => () => post(at ? lee : mara, { id: it.id, seen }, { kind, markdown })),
    )
    const winner = answers.findIndex(({ status }) => status === 200)
    expect(told(answers)[1 - winner]).toBe(code)
    expect((await readPage(mara, it.id)).session[column]).toBe(texts[winner])
  })

  test('is answered the same where the same note comes twice', async () => {
    const it = await openCase()
    const click = () => post(mara, { id: it.id, seen: it.note })
    const [one, other] = await atOnce(it.id, [click, click])
    expect(one).toMatchObject({ status: 200, body: { result: 'resolved_local' } })
    expect(other).toMatchObject({ status: 200, body: one?.body })
    const events = await product.admin`select action from audit_events where session_id = ${it.id}`
    expect(events.filter(({ action }) => action === 'resolution_note.resolved_local')).toHaveLength(1)
  })

  test.each([
    ['a fact', 'state_version = state_version + 1'],
    ['its title', `title = 'Another matter'`],
  ])('is not closed over %s that changes at the same moment, unless the engineer accepts it', async (_, change) => {
    const it = await openCase()
    const meanwhile = `update ai_sessions set ${change} where id = $1`
    const click = (accepted = {}) => post(mara, { id: it.id, seen: it.note }, accepted)
    expect(told(await atOnce(it.id, [click], meanwhile))).toEqual(['stale_preview'])
    expect((await readPage(mara, it.id)).session.status).toBe('active')
    expect(told(await atOnce(it.id, [() => click({ accept_stale: true })], meanwhile))).toEqual(['resolved_local'])
  })

  test('that is linked at the same moment has its note on the ticket', async () => {
    const it = await openCase()
    const { ref } = (await mara.post<{ ref: string }>('/tickets', { summary: 'Printing' })).body
    const link = `update ai_sessions set ticket = '{"ref":"${ref}","summary":null,"company":null,"url":null}' where id = $1`
    const [answer] = await atOnce(it.id, [() => post(mara, { id: it.id, seen: it.note })], link)
    expect(answer).toMatchObject({ status: 200, body: { result: 'resolved' } })
    const { body } = await mara.get<{ notes: { id: string }[] }>(`/tickets/${ref}`)
    expect(body.notes.map(({ id }) => id)).toEqual([answer?.body.external_id])
  })

  test('that is abandoned and resolved at once was abandoned first, or stays resolved', async () => {
    const it = await openCase()
    const abandon = () => mara.patch(`/ai-sessions/${it.id}`, { status: 'abandoned' }) as Promise<Outcome>
    const [abandoned, resolved] = await atOnce(it.id, [abandon, () => post(lee, { id: it.id, seen: it.note })])
    expect(resolved?.status).toBe(200)
    expect([200, 409]).toContain(abandoned?.status)
    expect((await readPage(mara, it.id)).session.status).toBe('resolved')
  })
})

test('what a reply does after its session was closed changes nothing but the conversation', async () => {
  const it = await openCase()
  const blocks = [
    block('PROMOTE', { facts: [{ text: 'The tray of PRN02 is empty now', quote: 'The tray is empty' }] }),
    block('QUESTIONS', [{ text: 'Since when?' }]),
    block('SUGGEST_FIX', { title: 'Fill the tray', description: 'It is empty.', confidence: 90 }),
  ]
  product.model.replyTo(it.id, { text: ['Let me look. ', ...blocks, 'Done.'], delay_ms: 400 })
  const begun = await sayUntil('text', mara, it.id, { content: `The tray is empty (${it.id})` })
  expect(told([await post(lee, { id: it.id, seen: it.note })])).toEqual(['resolved_local'])
  const closed = await readPage(mara, it.id)

  const events = await follow(mara, it.id, turnOf(begun).turn_id)
  expect(namesOf(events).at(-1)).toBe('done')
  expect(namesOf(events)).not.toContain('fact')
  const { session, facts, task_lane, suggested_fix, messages } = await readPage(mara, it.id)
  expect({ facts, task_lane, suggested_fix }).toEqual({
    facts: closed.facts,
    task_lane: { questions: [], checks: [] },
    suggested_fix: null,
  })
  expect(session).toMatchObject({ status: 'resolved', state_version: closed.session.state_version })
  expect(messages.at(-1)).toMatchObject({ status: 'complete', content: expect.stringContaining('Done.') })
})
