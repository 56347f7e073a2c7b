import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp } from '../../harness/app.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, follow, namesOf, proseOf, say, sayUntil, turnOf } from './turns.ts'

// A server that crashes is one that loses its database in the middle of a turn: it can renew nothing any more.
const product = await startProduct()
let serving = startServer()
afterAll(product.close)

function startServer() {
  const server = startApp({ database_url: product.database.api_url, model_url: product.model.base_url })
  if (!('fetch' in server)) throw new Error('It runs in this process')
  return server
}

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara({ fetch: (request) => serving.fetch(request) })
})
beforeEach(async () => {
  id = (await openSession(mara)).id
})

/** Begins a turn on a server that crashes when this event was told; another server takes over. */
async function crashAfter(event: string, text: string[]) {
  product.model.reply({ text, hang: true })
  const events = await sayUntil(event, mara, id, { content: 'VPN drops' })
  await serving.deps.database.close()
  serving = startServer()
  return events
}

const leaseEnds = () => product.admin`update ai_turns set lease_expires_at = now() where session_id = ${id}`

test('a turn whose server is gone is interrupted for whoever looks, and keeps what was logged', async () => {
  const events = await crashAfter('task_lane', ['What was said.\n', block('QUESTIONS', [{ text: 'Since when?' }])])
  const { turn_id, assistant_message_id } = turnOf(events)
  expect((await readPage(mara, id)).turn).toMatchObject({ id: turn_id, status: 'streaming' })
  await leaseEnds()
  const page = await readPage(mara, id)
  expect(page.turn).toBeNull()
  expect(page.messages.at(-1)).toMatchObject({
    id: assistant_message_id,
    status: 'interrupted',
    content: proseOf(events),
  })
  expect(page.task_lane.questions).toHaveLength(1)
})

test('its stream ends with an error for those who follow it, then and later', async () => {
  const events = await crashAfter('text', ['What was said.'])
  const { turn_id } = turnOf(events)
  const following = follow(mara, id, turn_id)
  await leaseEnds()
  const followed = await following
  expect(followed.slice(0, -1)).toEqual(events)
  expect(followed.at(-1)).toMatchObject({ id: events.length + 1, event: 'error', data: { retryable: true } })
  expect(await follow(mara, id, turn_id)).toEqual(followed)
})

test('it does not block the next message, which tells the model what had been said', async () => {
  await crashAfter('text', ['What was said.'])
  await leaseEnds()
  product.model.reply({ text: 'Here I am.' })
  expect(proseOf(await say(mara, id, 'Are you there?'))).toBe('Here I am.')
  const { messages } = await readPage(mara, id)
  expect(messages.map(({ status, content }) => [status, content])).toEqual([
    ['complete', 'VPN drops'],
    ['interrupted', 'What was said.'],
    ['complete', 'Are you there?'],
    ['complete', 'Here I am.'],
  ])
  const told = product.model
    .requests()
    .at(-1)
    ?.body.messages.map(({ content }) => content[0])
  expect(told).toMatchObject([{ text: 'VPN drops' }, { text: 'What was said.' }, { text: 'Are you there?' }])
})

test('its message can be asked again', async () => {
  const events = await crashAfter('text', ['Half a'])
  await leaseEnds()
  product.model.reply({ text: 'A whole reply.' })
  const path = `/ai-sessions/${id}/turns/${turnOf(events).turn_id}/retry`
  expect(proseOf(await Array.fromAsync(mara.stream(path, {})))).toBe('A whole reply.')
})

test('without a crash no reader ends a turn, however long the model is silent', async () => {
  product.model.reply({ text: ['Hm.'], hang: true })
  await sayUntil('text', mara, id, { content: 'VPN drops' })
  // Its writer renews the lease every second.
  const lease = async () => (await product.admin`select lease_expires_at from ai_turns where session_id = ${id}`)[0]
  const first = await lease()
  await expect.poll(lease, { timeout: 5000 }).not.toEqual(first)
  expect((await readPage(mara, id)).turn).not.toBeNull()
})

test('a writer that comes back after its turn was ended writes nothing more', async () => {
  product.model.reply({ text: ['Before.\n', block('QUESTIONS', [{ text: 'Late?' }]), 'After.'], delay_ms: 700 })
  const events = await sayUntil('text', mara, id, { content: 'VPN drops' })
  await expect
    .poll(async () => {
      await leaseEnds()
      return (await readPage(mara, id)).turn
    })
    .toBeNull()
  const interrupted = await follow(mara, id, turnOf(events).turn_id)
  expect(namesOf(interrupted)).toEqual(['turn', 'text', 'error'])
  await expect.poll(() => product.admin`select id from ai_calls where session_id = ${id}`).toHaveLength(1)
  expect(await follow(mara, id, turnOf(events).turn_id)).toEqual(interrupted)
  const page = await readPage(mara, id)
  expect(page.messages.at(-1)).toMatchObject({ status: 'interrupted', content: 'Before.' })
  expect(page.task_lane.questions).toEqual([])
})
