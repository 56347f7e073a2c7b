import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asFailure } from '../../../api/psa/connectwise/answers.ts'
import { renderForConnectWise } from '../../../api/psa/connectwise/note-text.ts'
import { redact } from '../../../api/redaction/redact.ts'
import type { Preview } from '../artifacts/artifacts.ts'
import { leakedIn } from '../redaction/pieces.ts'
import { secrets } from '../redaction/secrets.ts'
import { openSession } from '../sessions.ts'
import { type Desk, startDesk } from './desk.ts'
import { post, previewOf } from './posting.ts'

const long_token = secrets.find(({ kind }) => kind === 'GitHub token') ?? { kind: '', text: '', secret: '' }

const clean = (text: string) => redact(text).text
const written = (markdown: string, longest?: number) =>
  renderForConnectWise(clean(markdown), 'Resolution note', 'FP-7K3M9Q', clean, longest)

/** Ways of writing a text in Markdown of which ConnectWise gets the same letters. */
const shapes: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'with its signs escaped': (text) => text.replace(/[_*.~-]/g, '\\$&'),
  'with a mark of no width in every word': (text) => text.replace(/(\w{2})(?=\w)/g, '$1\ufeff'),
  'with marks that turn the writing around': (text) => text.replace(/(\w{3})(?=\w)/g, '$1\u200e'),
}

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  test('no secret of any kind is in what ConnectWise gets', () => {
    const leaks = secrets.flatMap((each) =>
      leakedIn(written(`## Resolution\n\n${shape(each.text)}`).join('\n'), [each]),
    )
    expect(leaks).toEqual([])
  })

  test('nor in what is kept, or shown as Markdown by the built-in board', () => {
    const leaks = secrets.flatMap((each) => {
      const kept = redact(`## Resolution\n\nIt was set.\n\n${shape(each.text)}\n\nIt holds.`, []).text
      return leakedIn(`${kept}\n${kept.replace(/\\([^\w\s])|[\ufeff\u200e]/g, '$1')}`, [each])
    })
    expect(leaks).toEqual([])
  })
})

test('a note without secrets keeps its Markdown letter by letter', () => {
  const markdown = 'Scans to \\\\acme-fs01\\_scans work, *.pdf too.\n\n| A | B |\n\n\n1\\. C:\\_temp \\*is\\* empty.\n'
  expect(redact(markdown, [])).toEqual({ text: markdown, taken: [] })
})

test('of a note in several parts, none holds the half of a secret, wherever it is split', () => {
  const line = 'The firewall was updated on Tuesday night. '
  const leaks = secrets.flatMap((each) =>
    [20, 60, 100, 140].flatMap((before) => {
      const markdown = `${line.repeat(20).slice(0, 600 + before)}\n${each.text}\n${line.repeat(20)}`
      const parts = written(markdown, 700)
      expect(parts.length).toBeGreaterThan(1)
      expect(parts.map(clean)).toEqual(parts)
      return leakedIn(parts.join('\n\n'), [each])
    }),
  )
  expect(leaks).toEqual([])
})

test('what ConnectWise says of a refusal is told and kept without secrets, also where they would be cut', () => {
  const leaks = secrets.flatMap((each) => {
    const message = `The field is not valid: ${'it says much '.repeat(13)}${each.text}`
    const answer = { status: 400, text: JSON.stringify({ message }), headers: new Headers() }
    return leakedIn(asFailure(answer, 'ticket 4711').message, [each])
  })
  expect(leaks).toEqual([])
})

describe('an edited note', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await startDesk()
  })
  afterAll(() => desk.close())

  test('is posted as its preview shows it, byte for byte and without what its Markdown had taken apart', async () => {
    const { mara, there } = desk
    const ticket = await there.ticket({ summary: 'VPN drops' })
    const { id } = await openSession(mara, { title: 'VPN drops', ticket_ref: `${ticket.id}` })
    const seen = await previewOf(mara, id)
    const texts = secrets.map(({ text }) => shapes['with its signs escaped']?.(text)).join('\n\nThen the next one:\n\n')
    const own = `## Resolution\n\n${texts}\n\n${'The tunnel holds now. '.repeat(400)}`
    const shown = (await mara.post<Preview>(`/ai-sessions/${id}/resolution-note/preview`, { markdown: own })).body
    const posted = await post(mara, { id, seen: { ...seen, markdown: own } })
    expect(posted.status).toBe(200)
    const [, ...notes] = (await there.notesOf(ticket.id)).map(({ text }) => text)
    expect(notes.length).toBeGreaterThan(1)
    expect(notes.join('\n\n')).toBe(shown.posted_as)
    expect(posted.body.session.resolution_note_markdown).toBe(shown.markdown)
    expect(shown.redacted.length).toBeGreaterThan(30)
    expect(leakedIn(JSON.stringify([notes, shown, posted.body]), secrets)).toEqual([])
  })

  test('is refused where the ticket has moved, and what moved it is told without secrets', async () => {
    const { mara, there } = desk
    const ticket = await there.ticket({ summary: 'VPN drops' })
    const { id } = await openSession(mara, { title: 'VPN drops', ticket_ref: `${ticket.id}` })
    const seen = await previewOf(mara, id)
    await there.note(ticket.id, {
      text: `The tunnel drops at times. ${'It is up again. '.repeat(27)}\n${long_token.text}`,
    })
    const { status, body } = await post(mara, { id, seen })
    expect([status, body.code]).toEqual([409, 'ticket_moved'])
    expect(body.changes?.[0]?.after).toContain('It is up again')
    expect(leakedIn(JSON.stringify(body), [long_token])).toEqual([])
  })
})
