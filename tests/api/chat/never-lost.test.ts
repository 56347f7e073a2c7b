import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../../harness/app.ts'
import { openBrowser, type ServerEvent } from '../../harness/http.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, follow, namesOf, proseOf, say, sayUntil, turnOf } from './turns.ts'

const product = await startProduct()
// A second process of the same product: it shares nothing with the first but the database.
const elsewhere = startApp({ database_url: product.database.api_url })
afterAll(async () => {
  await elsewhere.close()
  await product.close()
})

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

/** Thirty lines, and between them thirty blocks that each are an event of their own. */
const sixtyEvents = Array.from({ length: 30 }, (_, at) => [
  `Line ${at} of the reply, “äöü” and 🛠️.\n\n`,
  at % 3 === 0
    ? block('QUESTIONS', [{ text: `Question ${at}?` }, { text: 'The one that stays?' }])
    : block('PROMOTE', { text: `Fact ${at}`, quote: 'it drops about a minute after' }),
]).flat()

async function begin(): Promise<{ id: string; events: ServerEvent[] }> {
  const { id } = await openSession(mara)
  product.model.reply({ text: sixtyEvents, delay_ms: 5 })
  return {
    id,
    events: await sayUntil('turn', mara, id, { content: 'Since the update it drops about a minute after MFA.' }),
  }
}

/** Reads a turn to its end over a new line for every single event. */
async function readOverCutLines(id: string, turn_id: string, seen: ServerEvent[]): Promise<ServerEvent[]> {
  const events = [...seen]
  while (!['done', 'error'].includes(events.at(-1)?.event ?? '')) {
    const query = `?last_event_id=${events.at(-1)?.id ?? 0}`
    for await (const event of mara.stream(`/ai-sessions/${id}/turns/${turn_id}/events${query}`)) {
      events.push(event)
      break
    }
  }
  return events
}

/** What the engineer has in the end, without what is each session's own. */
async function outcomeOf(id: string) {
  const { messages, task_lane, facts } = await readPage(mara, id)
  return {
    said: messages.map(({ role, content, status }) => ({ role, content, status })),
    asked: task_lane.questions.map(({ text, status }) => ({ text, status })),
    known: facts.map(({ ordinal, text, status }) => ({ ordinal, text, status })),
  }
}

test('a reader whose line is cut after every single event has the same in the end as one that was never cut', async () => {
  const whole = await openSession(mara)
  product.model.reply({ text: sixtyEvents, delay_ms: 5 })
  const uncut = await say(mara, whole.id, 'Since the update it drops about a minute after MFA.')
  expect(namesOf(uncut).filter((name) => ['task_lane', 'fact'].includes(name))).toHaveLength(30)

  const { id, events } = await begin()
  const { turn_id } = turnOf(events)
  const cut = await readOverCutLines(id, turn_id, events)
  expect(cut.map((event) => event.id)).toEqual(cut.map((_, at) => at + 1))
  expect(cut).toEqual(await follow(mara, id, turn_id))
  expect(proseOf(cut)).toBe(proseOf(uncut))
  expect(await outcomeOf(id)).toEqual(await outcomeOf(whole.id))
})

test('two readers of one turn, both cut after every event, read the same', async () => {
  const { id, events } = await begin()
  const { turn_id } = turnOf(events)
  const [one, other] = await Promise.all([readOverCutLines(id, turn_id, events), readOverCutLines(id, turn_id, [])])
  expect(other).toEqual(one)
  expect(proseOf(one)).toBe((await readPage(mara, id)).messages.at(-1)?.content)
})

test('a turn is followed live from a process that does not write it', async () => {
  const { id, events } = await begin()
  const cookie = await mara.cookie()
  const there = openBrowser(elsewhere)
  const followed: ServerEvent[] = []
  let wasRunning = false
  for await (const event of there.stream(`/ai-sessions/${id}/turns/${turnOf(events).turn_id}/events`, undefined, {
    cookie,
  })) {
    if (event.id === 2) wasRunning = (await readPage(mara, id)).turn !== null
    followed.push(event)
  }
  expect(wasRunning).toBe(true)
  expect(followed).toEqual(await follow(mara, id, turnOf(events).turn_id))
})

test('a reply that broke off goes on where it ended, and the model is shown what it had said', async () => {
  const { id } = await openSession(mara)
  product.model.reply({ text: ['The first half, ', 'up to here'], cut: true })
  const broken = await say(mara, id, 'Why does it drop?')
  expect(namesOf(broken).at(-1)).toBe('error')
  product.model.reply({ text: ' and the second half.' })
  const rest = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/turns/${turnOf(broken).turn_id}/continue`, {}))
  expect(proseOf(rest)).toBe('and the second half.')
  expect(turnOf(rest).user_message.id).toBe(turnOf(broken).user_message.id)
  const { messages } = product.model.requests().at(-1)?.body ?? { messages: [] }
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
  expect(JSON.stringify(messages[1])).toContain('The first half, up to here')
  expect((await readPage(mara, id)).messages.map(({ status }) => status)).toEqual(['complete', 'failed', 'complete'])
})

test('a reply that came whole can’t go on, nor one that something was said after', async () => {
  const { id } = await openSession(mara)
  product.model.reply({ text: 'All of it.' }, { text: 'Half', cut: true }, { text: 'Other.' })
  const whole = await say(mara, id, 'One?')
  const half = await say(mara, id, 'Two?')
  await say(mara, id, 'Three?')
  for (const turn of [whole, half]) {
    const { status, body } = await mara.post(`/ai-sessions/${id}/turns/${turnOf(turn).turn_id}/continue`)
    expect([status, body]).toMatchObject([409, { code: 'conflict' }])
  }
})
