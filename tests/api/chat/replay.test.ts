import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerEvent } from '../../harness/http.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'
import { block, follow, namesOf, proseOf, say, sayUntil, turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
let live: ServerEvent[]
beforeAll(async () => {
  mara = await signUpMara(product)
  id = (await openSession(mara)).id
  product.model.reply({
    text: [
      'One.\n',
      block('QUESTIONS', [{ text: 'Since when?' }]),
      'Two.\n',
      block('PROMOTE', { text: 'x' }),
      'Three.',
    ],
    delay_ms: 60,
  })
  live = await say(mara, id, 'VPN drops')
})

const again = (query = '', headers = {}) => follow(mara, id, turnOf(live).turn_id, query, headers)

test('a finished turn replays exactly what its reader saw, and closes', async () => {
  expect(namesOf(live).length).toBeGreaterThan(5)
  expect(await again()).toEqual(live)
})

test('a reader goes on after the last event that he has, by header or by query', async () => {
  for (let last = 0; last <= live.length; last++) {
    const rest = live.slice(last)
    expect(await again('', { 'last-event-id': String(last) })).toEqual(rest)
    expect(await again(`?last_event_id=${last}`)).toEqual(rest)
  }
})

test('the query wins over the header, which a browser sends by itself', async () => {
  expect(await again('?last_event_id=1', { 'last-event-id': '3' })).toEqual(live.slice(1))
})

test('a header that is no number of ours means from the start, and a query that is none is refused', async () => {
  for (const header of ['', 'x', '-1', '1.5', '99999999999999999999']) {
    expect(await again('', { 'last-event-id': header })).toEqual(live)
  }
  const path = `/ai-sessions/${id}/turns/${turnOf(live).turn_id}/events`
  for (const query of ['x', '-1', '1.5']) {
    const refused = expectProblem(await mara.get(`${path}?last_event_id=${query}`), 422, 'invalid')
    expect(pathsOf(refused)).toEqual(['last_event_id'])
  }
})

test('a number beyond the end leaves nothing to tell', async () => {
  expect(await again('?last_event_id=9999')).toEqual([])
})

test('a reader who lost the line in the middle misses nothing and hears nothing twice', async () => {
  product.model.reply({ text: ['One. ', 'Two. ', 'Three. ', 'Four.'], delay_ms: 150 })
  const before = await sayUntil('text', mara, id, { content: 'And now?' })
  const after = await follow(mara, id, turnOf(before).turn_id, '', { 'last-event-id': String(before.at(-1)?.id) })
  expect(proseOf([...before, ...after])).toBe('One. Two. Three. Four.')
  const numbers = [...before, ...after].map((event) => event.id)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})

test('a turn is found in its own session only', async () => {
  const other = await openSession(mara)
  const { turn_id } = turnOf(live)
  expectProblem(await mara.get(`/ai-sessions/${other.id}/turns/${turn_id}/events`), 404, 'not_found')
})
