import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { listedSessionSchema } from '../../../api/ai-sessions/schemas.ts'
import { sayUntil, turnOf } from '../chat/turns.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'
import { expectShape } from '../shapes.ts'

const product = await startProduct()
afterAll(product.close)

type Listed = z.output<typeof listedSessionSchema>
type Page = { items: Listed[]; next_cursor: string | null }
const list = async (person: Person, query: Record<string, string> = {}) =>
  (await person.get<Page>(`/ai-sessions?${new URLSearchParams(query)}`)).body
const titles = ({ items }: Page) => items.map(({ title }) => title)

async function openTitled(person: Person, titles: string[]) {
  for (const title of titles) await openSession(person, { title })
}

describe('pages', () => {
  let mara: Person
  beforeAll(async () => {
    mara = await signUpMara(product)
    for (let at = 1; at <= 7; at++) await openSession(mara, { title: `Session ${at}` })
  })

  test('the last changed comes first, each item exactly in its shape', async () => {
    const page = await list(mara)
    expect(titles(page)).toEqual([7, 6, 5, 4, 3, 2, 1].map((at) => `Session ${at}`))
    expect(page.next_cursor).toBeNull()
    for (const item of page.items) expectShape(listedSessionSchema, item)
  })

  async function readAll(limit: string) {
    const pages: Page[] = []
    for (let cursor: string | null = ''; cursor !== null; cursor = pages.at(-1)?.next_cursor ?? null) {
      pages.push(await list(mara, { limit, ...(cursor ? { cursor } : {}) }))
    }
    return pages
  }

  test.each(['1', '3', '7', '100'])('in pages of %s every session comes once, to the end', async (limit) => {
    const pages = await readAll(limit)
    expect(pages.flatMap(titles)).toEqual(titles(await list(mara)))
    expect(pages.slice(0, -1).every(({ items }) => items.length === Number(limit))).toBe(true)
    expect(pages).toHaveLength(Math.ceil(7 / Number(limit)))
  })

  test('sessions of one moment come once each too, in an order that stays', async () => {
    const { account_id } = await idsOf(mara)
    await product.admin`update ai_sessions set updated_at = '2026-11-22T15:05:00.123Z' where account_id = ${account_id}`
    const all = titles(await list(mara))
    for (const limit of ['1', '2', '3']) expect((await readAll(limit)).flatMap(titles)).toEqual(all)
    expect(new Set(all).size).toBe(7)
  })

  test('a session that is opened between two pages disturbs neither', async () => {
    const before = titles(await list(mara))
    const first = await list(mara, { limit: '4' })
    await openSession(mara, { title: 'Meanwhile' })
    const second = await list(mara, { limit: '4', cursor: first.next_cursor ?? '' })
    expect([...titles(first), ...titles(second)]).toEqual(before)
  })

  test.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1.5'],
    ['limit', 'all'],
    ['limit', ''],
    ['cursor', 'garbage'],
    ['cursor', btoa('["2026-11-22T15:05:00Z","not an id"]')],
    ['cursor', btoa('{}')],
    ['cursor', 'x'.repeat(201)],
    ['status', 'open'],
    ['session_type', 'assistant'],
    ['q', 'a\0b'],
  ])('%s=%j is refused, and the answer says where', async (path, value) => {
    const refused = await mara.get(`/ai-sessions?${new URLSearchParams({ [path]: value })}`)
    expect(pathsOf(expectProblem(refused, 422, 'invalid'))).toEqual([path])
  })
})

describe('filters', () => {
  test('by status and by kind, together and with a page’s end', async () => {
    const mara = await signUpMara(product)
    const [one, two, three] = [
      await openSession(mara, { title: 'one' }),
      await openSession(mara, { title: 'two', session_type: 'guided' }),
      await openSession(mara, { title: 'three', session_type: 'guided' }),
    ]
    await mara.patch(`/ai-sessions/${one.id}`, { status: 'paused' })
    await mara.patch(`/ai-sessions/${two.id}`, { status: 'paused' })
    expect(titles(await list(mara, { status: 'paused' }))).toEqual(['two', 'one'])
    expect(titles(await list(mara, { session_type: 'guided' }))).toEqual(['two', 'three'])
    expect(titles(await list(mara, { status: 'paused', session_type: 'guided' }))).toEqual(['two'])
    expect(titles(await list(mara, { status: 'resolved' }))).toEqual([])
    const page = await list(mara, { status: 'paused', limit: '1' })
    expect(titles(await list(mara, { status: 'paused', limit: '1', cursor: page.next_cursor ?? '' }))).toEqual(['one'])
    expect(three.status).toBe('active')
  })

  test('words are looked for in title, problem and ticket number, in any case', async () => {
    const mara = await signUpMara(product)
    await openSession(mara, { title: 'Acme Dental' })
    await openSession(mara, { title: 'second', problem: 'the printer of ACME jams' })
    await openSession(mara, { title: 'third', ticket_ref: 'acme-48213' })
    await openSession(mara, { title: 'Harbor Legal', problem: 'scan to mail' })
    expect(titles(await list(mara, { q: 'acme' }))).toEqual(['third', 'second', 'Acme Dental'])
    expect(titles(await list(mara, { q: '48213' }))).toEqual(['third'])
    expect(titles(await list(mara, { q: '' }))).toHaveLength(4)
    expect(titles(await list(mara, { q: 'Coastline' }))).toEqual([])
  })

  test('every word has to stand somewhere, in any order, also within a longer one', async () => {
    const mara = await signUpMara(product)
    await openSession(mara, { title: 'Netzwerkdrucker druckt nicht', problem: 'Acme Dental, Halle 3' })
    await openSession(mara, { title: '印刷できない プリンター', ticket_ref: 'CW-48213' })
    expect(titles(await list(mara, { q: 'halle  DRUCKER' }))).toEqual(['Netzwerkdrucker druckt nicht'])
    expect(titles(await list(mara, { q: 'drucker Harbor' }))).toEqual([])
    expect(titles(await list(mara, { q: '刷でき' }))).toEqual(['印刷できない プリンター'])
    expect(titles(await list(mara, { q: '印刷' }))).toEqual(['印刷できない プリンター'])
    expect(titles(await list(mara, { q: '3 w-4821' }))).toEqual(['印刷できない プリンター'])
  })

  test('what was renamed or linked since is found by its new words, and no more by the old ones', async () => {
    const mara = await signUpMara(product)
    const { id } = await openSession(mara, { title: 'Outlook asks again and again' })
    await mara.patch(`/ai-sessions/${id}`, { title: 'Sign-in loop', ticket_ref: '77123' })
    expect(titles(await list(mara, { q: 'outlook' }))).toEqual([])
    expect(titles(await list(mara, { q: 'loop 77123' }))).toEqual(['Sign-in loop'])
    await mara.patch(`/ai-sessions/${id}`, { ticket_ref: null })
    expect(titles(await list(mara, { q: '77123' }))).toEqual([])
  })

  test('a word deep in a pasted log is found, and a log of 100,000 characters is taken', async () => {
    const mara = await signUpMara(product)
    const log = Array.from({ length: 5000 }, (_, at) => `line ${at} 0x${at.toString(16)}`).join('\n')
    await openSession(mara, { title: 'log', problem: `${log.slice(0, 15_000)} KB5034441 ${log.slice(0, 80_000)}` })
    await openSession(mara, { title: 'one word', problem: 'A'.repeat(100_000) })
    expect(titles(await list(mara, { q: 'kb5034441' }))).toEqual(['log'])
    expect(titles(await list(mara, { q: 'aaaa' }))).toEqual(['one word'])
  })

  test('an engineer sees his own sessions, or everybody’s with whose they are', async () => {
    const mara = await signUpMara(product)
    const lee = await signUpColleague(product, mara, 'engineer')
    await openSession(mara, { title: 'of Mara' })
    await openSession(lee, { title: 'of Lee' })
    const all = await list(lee)
    expect(all.items.map(({ title, owner }) => [title, owner?.name])).toEqual([
      ['of Lee', 'Lee Park (engineer)'],
      ['of Mara', 'Mara Reyes'],
    ])
    expect(titles(await list(lee, { owner: 'all' }))).toEqual(['of Lee', 'of Mara'])
    expect(titles(await list(lee, { owner: 'me' }))).toEqual(['of Lee'])
    expect((await lee.get('/ai-sessions?owner=mara')).status).toBe(422)
  })

  test('percent, underscore and backslash stand for themselves', async () => {
    const mara = await signUpMara(product)
    await openTitled(mara, ['disk 100% full', 'disk 1000 full', 'snap_shot', 'snapXshot', 'C:\\temp', 'C:/temp'])
    expect(titles(await list(mara, { q: '100%' }))).toEqual(['disk 100% full'])
    expect(titles(await list(mara, { q: 'snap_shot' }))).toEqual(['snap_shot'])
    expect(titles(await list(mara, { q: 'C:\\temp' }))).toEqual(['C:\\temp'])
    expect(titles(await list(mara, { q: '%' }))).toEqual(['disk 100% full'])
  })

  test('nobody’s words find another account’s session, and no cursor leads there', async () => {
    const [mara, dario] = [await signUpMara(product), await signUpDario(product)]
    await openTitled(mara, ['Acme Dental 1', 'Acme Dental 2'])
    const { next_cursor } = await list(mara, { limit: '1' })
    expect(await list(dario, { q: 'Acme' })).toEqual({ items: [], next_cursor: null })
    expect(await list(dario, { cursor: next_cursor ?? '' })).toEqual({ items: [], next_cursor: null })
  })
})

test('a session says what it waits for: the AI, its ticket, an outcome, an engineer or nobody', async () => {
  const mara = await signUpMara(product)
  const { id } = await openSession(mara, { title: 'VPN drops after MFA' })
  const { account_id } = await idsOf(mara)
  const waitsFor = async () => (await list(mara)).items[0]?.waits_for
  expect(await waitsFor()).toBe('you')
  await mara.patch(`/ai-sessions/${id}`, { status: 'paused' })
  expect(await waitsFor()).toBe('you')
  await mara.patch(`/ai-sessions/${id}`, { status: 'abandoned' })
  expect(await waitsFor()).toBe('nobody')

  await product.admin`
    insert into session_suggested_fixes (id, account_id, session_id, title, description, status)
    values (gen_random_uuid(), ${account_id}, ${id}, 'Replace the certificate', '', 'applied')`
  expect(await waitsFor()).toBe('outcome')
  await product.admin`
    insert into write_backs (id, account_id, session_id, kind, reference, provider, ticket_ref, markdown, parts, note_kinds)
    values (gen_random_uuid(), ${account_id}, ${id}, 'resolution_note', 'FP-1', 'builtin', '1', '', '[]', '[]')`
  expect(await waitsFor()).toBe('ticket')

  await mara.patch(`/ai-sessions/${id}`, { status: 'active' })
  product.model.replyTo(id, { text: 'Since when?', hang: true })
  const { turn_id } = turnOf(await sayUntil('turn', mara, id, { content: `It drops: ${id}` }))
  expect(await waitsFor()).toBe('ai')
  await mara.post(`/ai-sessions/${id}/turns/${turn_id}/stop`)
})
