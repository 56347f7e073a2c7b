import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aiSessionSchema } from '../../../api/ai-sessions/schemas.ts'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { type AiSession, openSession } from '../sessions.ts'
import { expectShape } from '../shapes.ts'

const product = await startProduct()
afterAll(product.close)

type Page = { items: AiSession[]; next_cursor: string | null }
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

  test('the newest comes first, each item exactly in its shape', async () => {
    const page = await list(mara)
    expect(titles(page)).toEqual([7, 6, 5, 4, 3, 2, 1].map((at) => `Session ${at}`))
    expect(page.next_cursor).toBeNull()
    for (const item of page.items) expectShape(aiSessionSchema, item)
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
    await product.admin`update ai_sessions set created_at = '2026-11-22T15:05:00.123Z' where account_id = ${account_id}`
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
    expect(titles(await list(mara, { session_type: 'guided' }))).toEqual(['three', 'two'])
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
