import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParsedTicket } from '../../../api/tickets/schemas.ts'
import { block, follow, say, turnOf } from '../chat/turns.ts'
import type { Secret } from '../redaction/made-up.ts'
import { leakedIn } from '../redaction/pieces.ts'
import { secrets } from '../redaction/secrets.ts'
import { readPage } from '../sessions.ts'
import { type Desk, startDesk } from '../write-back/desk.ts'
import { post, previewOf } from '../write-back/posting.ts'
import { type Preview, preview } from './artifacts.ts'
import { chunksOf, joined, ownPartsOfRows, replyWith, rowsWithoutSecrets } from './every-channel.ts'

// All kinds at once in every channel; `tests/api/redaction` tries each of them alone.
const one_of_each = [...new Map(secrets.map((each) => [each.kind, each])).values()]
const halfOf = (some: Secret[], half: number) => some.filter((_, at) => at % 2 === half)

let desk: Desk
let id: string
/** Everything that left the session, by where it went. */
const places: Record<string, string> = {}
const told = (place: string, what: unknown) => {
  places[place] = `${places[place] ?? ''}\n${typeof what === 'string' ? what : JSON.stringify(what)}`
}

beforeAll(async () => {
  desk = await startDesk()
  const { mara, lee, there, model } = desk
  const ticket = await there.ticket({ summary: joined(secrets, 400), description: joined(secrets) })
  for (const half of [0, 1]) await there.note(ticket.id, { text: joined(halfOf(secrets, half)) })
  const session = { problem: joined(secrets), ticket_ref: `${ticket.id}` }
  id = (await mara.post<{ id: string }>('/ai-sessions', session, { 'idempotency-key': 'opened' })).body.id

  for (const half of [0, 1]) {
    model.reply(replyWith(halfOf(secrets, half), halfOf(one_of_each, half)))
    const stream = await say(mara, id, joined(halfOf(secrets, half)), { 'idempotency-key': `said ${half}` })
    told('the stream', stream)
    told('the stream to a colleague', await follow(lee, id, turnOf(stream).turn_id))
    await giveToOpenItems(halfOf(secrets, half).map(({ text }) => text))
  }
  const { questions, checks } = (await readPage(mara, id)).task_lane
  for (const item of [...questions.slice(0, 4), ...checks.slice(0, 6)]) {
    model.reply({ text: 'No JSON, so that the item’s own words are the fact.' })
    await mara.post(`/ai-sessions/${id}/facts/promote`, { item_id: item.id })
    told('wordings', await mara.post(`/ai-sessions/${id}/facts/wording`, { item_id: item.id }).catch(String))
  }
  for (const hundred of chunksOf(
    [...questions, ...checks].filter(({ status }) => status === 'done'),
    100,
  )) {
    model.reply({ text: 'I see.' })
    told(
      'the stream',
      await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { item_ids: hundred.map((item) => item.id) })),
    )
  }
  for (const { text } of one_of_each.filter(({ text }) => text.length < 380)) {
    await mara.post(`/ai-sessions/${id}/facts`, { text: `It drops. ${text}` })
  }
  await decideFixes()

  const sentences = secrets.filter(({ text }) => text.length < 400).map(({ text }) => ({ text, cites: ['F1', text] }))
  const [first = [], second = [], third = []] = chunksOf(sentences, 12)
  model.reply({ text: JSON.stringify({ problem: first, root_cause: second, resolution: third }) })
  const note = await previewOf(mara, id)
  model.reply({ text: JSON.stringify({ current_hypothesis: second, suggested_next_steps: third }) })
  told('previews', [note, (await preview(mara, id, 'escalation-package')).body])
  const own = `## Resolution\n\n${joined(secrets)}`
  told('previews', (await mara.post<Preview>(`/ai-sessions/${id}/resolution-note/preview`, { markdown: own })).body)
  const posted = await post(mara, { id, seen: { ...note, markdown: own } }, { key: 'posted' })
  expect([posted.status, note.written_by]).toEqual([200, 'model'])
  told('what ConnectWise got', (await there.notesOf(ticket.id)).slice(3))

  model.reply({ text: 'No JSON.' })
  told('a parsed ticket', (await mara.post<ParsedTicket>('/tickets/ai-parse', { text: joined(secrets) })).body)
  await refuse()
  told('the audit trail', (await mara.get('/audit-events?limit=100')).body)
  told(
    'requests to the model',
    model.requests().map(({ body }) => body),
  )
  told('logs', desk.logged.join('\n'))
}, 120_000)
afterAll(() => desk.close())

/** What an engineer types into each open item: its column is his own. */
async function giveToOpenItems(texts: string[]) {
  const [row] = await desk.admin`select pending_task_lane as lane from ai_sessions where id = ${id}`
  const give = (field: string, item: object, at: number) => ({
    ...item,
    ...('status' in item && item.status === 'open'
      ? { status: 'done', [field]: `One\n${texts[at % texts.length]}\nTwo` }
      : {}),
  })
  const lane = {
    questions: row?.lane.questions.map((item: object, at: number) => give('answer', item, at)),
    checks: row?.lane.checks.map((item: object, at: number) => give('result', item, at)),
  }
  await desk.admin`update ai_sessions set pending_task_lane = ${desk.admin.json(lane)} where id = ${id}`
}

/** One fix is kept as a template with a script of the engineer's, the next one judged with a note. */
async function decideFixes() {
  const { mara, model } = desk
  const fix_path = async () => `/ai-sessions/${id}/suggested-fixes/${(await readPage(mara, id)).suggested_fix?.id}`
  const script = { language: 'powershell', body: `Set-Tunnel\n${joined(secrets, 19_000)}` }
  const decided = await mara.post(`${await fix_path()}/decision`, { decision: 'draft_template', script })
  expect(decided.status).toBe(200)
  model.reply({ text: block('SUGGEST_FIX', { title: 'Again', description: joined(secrets, 2000), confidence: 70 }) })
  told('the stream', await say(mara, id, 'And now?'))
  await mara.post(`${await fix_path()}/outcome`, { outcome: 'worked', note: joined(secrets, 2000) })
}

/** What was refused is answered without the words that were sent, and logged without any. */
async function refuse() {
  const { mara } = desk
  const fields = Object.fromEntries(secrets.map(({ text }) => [text, text]))
  told('refusals', (await mara.post('/ai-sessions', fields)).body)
  told('refusals', (await mara.post('/ai-sessions', { title: joined(secrets) })).body)
  for (const { text } of one_of_each.filter(({ text }) => text.length < 100).slice(0, 20)) {
    told('refusals', (await mara.get(`/tickets/${encodeURIComponent(text)}`)).status)
    await mara.get(`/ai-sessions?q=${encodeURIComponent(text)}`)
  }
}

test.each([
  'the stream',
  'the stream to a colleague',
  'previews',
  'what ConnectWise got',
  'a parsed ticket',
  'requests to the model',
  'refusals',
  'logs',
  'the audit trail',
])('no secret of any kind is in %s, whatever channel it came in by', (place) => {
  expect(places[place]?.length).toBeGreaterThan(200)
  expect(leakedIn(places[place] ?? '', secrets)).toEqual([])
})

test('what left had masks where they stood, so that all of it was reached', () => {
  for (const place of ['the stream', 'previews', 'what ConnectWise got', 'a parsed ticket', 'requests to the model']) {
    expect(places[place]?.split('••••••').length, place).toBeGreaterThan(20)
  }
})

test('no row holds one in a column that SECURITY.md says to be without', async () => {
  const rows = await rowsWithoutSecrets(desk, desk.mara)
  const leaks = Object.entries(rows).flatMap(([column, said]) =>
    leakedIn(said, secrets).map((leak) => `${column}: ${leak}`),
  )
  expect(leaks).toEqual([])
  const reached = [
    'ai_messages.content',
    'ai_messages.reply',
    'ai_turn_events.data',
    'artifact_previews.draft',
    'ai_sessions.ticket',
  ]
  for (const column of [...reached, 'ticket_sightings.ticket', 'write_backs.parts', 'draft_templates.body']) {
    expect(rows[column], column).toContain('••••••')
  }
})

test('nor does what FlowPilot wrote beside an engineer’s own words', async () => {
  for (const [part, said] of Object.entries(await ownPartsOfRows(desk, id))) {
    expect(leakedIn(said, secrets), part).toEqual([])
    expect(said.length, part).toBeGreaterThan(20)
  }
})
