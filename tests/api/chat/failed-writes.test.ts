import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { type Database, DatabaseAway } from '../../../db/connection.ts'
import type { Server } from '../../harness/http.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { follow, namesOf, proseOf, say, turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

type Fault = 'before' | 'after'
/** What becomes of the next transactions that log events: lost before they are sent, or after they are committed. */
let faults: (Fault | undefined)[] = []
let failed = 0

const flaky: Database = {
  use: (work) =>
    product.deps.database.use((connection) =>
      work({
        async send(statements) {
          const logs = statements.some(({ sql }) => sql.startsWith('insert into "ai_turn_events"'))
          const fault = logs ? faults.shift() : undefined
          if (fault) failed++
          if (fault === 'before') throw new DatabaseAway('It went away')
          const results = await connection.send(statements)
          if (fault === 'after') throw new DatabaseAway('Its answer was lost')
          return results
        },
      }),
    ),
  close: async () => {},
}
const running = new Set<Promise<unknown>>()
const context = {
  waitUntil: (work: Promise<unknown>) => void running.add(work),
  passThroughOnException() {},
  props: {},
}
const app = createApp({ ...product.deps, database: flaky })
const server: Server = { fetch: async (request) => await app.fetch(request, {}, context) }
afterAll(() => Promise.allSettled(running))

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(server)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
  failed = 0
})

const words = ['The tunnel ', 'drops ', 'after ', 'the ', 'prompt.']
/** The first transaction that logs is the one that begins the turn. */
const begins = undefined

test.each<[string, (Fault | undefined)[]]>([
  ['is lost', [begins, 'before']],
  ['is lost again and again', [begins, 'before', 'before', 'before']],
  ['is kept, but its answer is lost', [begins, 'after']],
  ['is kept, but its answer is lost, and the next one is lost', [begins, 'after', 'before']],
])('a write of events that %s leaves no gap in their numbers, and no word out', async (_, next) => {
  faults = [...next]
  product.model.reply({ text: words, delay_ms: 120 })
  const events = await say(mara, id, 'VPN drops')
  expect(failed).toBe(next.filter(Boolean).length)
  expect(events.map((event) => event.id)).toEqual(events.map((_event, at) => at + 1))
  expect(namesOf(events).at(-1)).toBe('done')
  expect(proseOf(events)).toBe(words.join(''))
  expect(await follow(mara, id, turnOf(events).turn_id)).toEqual(events)
})

test.each<[string, Fault[]]>([
  ['is lost', ['before']],
  ['is lost twice', ['before', 'before']],
])('an end of a turn that %s is written again, under the same number', async (_, next) => {
  faults = [begins, ...next]
  product.model.reply({ text: 'It drops.' })
  const events = await say(mara, id, 'VPN drops')
  expect(failed).toBe(next.length)
  expect(events.map((event) => event.id)).toEqual(events.map((_event, at) => at + 1))
  expect(namesOf(events).at(-1)).toBe('done')
  expect(await follow(mara, id, turnOf(events).turn_id)).toEqual(events)
  expect((await readPage(mara, id)).messages.at(-1)).toMatchObject({ status: 'complete', content: 'It drops.' })
})
