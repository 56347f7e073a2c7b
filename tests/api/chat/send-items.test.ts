import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'
import { turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

const since = questionOf('Since when?', { status: 'done', answer: 'Since Monday' })
const who = questionOf('Who else?')
const skipped = questionOf('Which build?', { status: 'skipped' })
const ping = checkOf('Ping the gateway', { status: 'done', result: 'Reply from gateway\n  time<1ms\n' })
const retired = checkOf('Read the log', { status: 'retired', result: 'nothing' })

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
  const lane = laneOf({ questions: [since, who, skipped], checks: [ping, retired] })
  await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json(lane)} where id = ${id}`
})

const send = (body: object) => mara.post(`/ai-sessions/${id}/messages`, body)

async function saidWith(body: object) {
  product.model.reply({ text: 'Thanks.' })
  const events = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, body))
  return turnOf(events).user_message.content
}

test('answers and results are put into the message in the words of their items, in the order in which they were sent', async () => {
  expect(await saidWith({ content: 'Here you are.', item_ids: [ping.id, since.id] })).toBe(
    'Here you are.\n\nCheck: Ping the gateway\nResult:\nReply from gateway\n  time<1ms\n\n\nQuestion: Since when?\nAnswer: Since Monday',
  )
})

test('items alone are a message', async () => {
  expect(await saidWith({ item_ids: [since.id] })).toBe('Question: Since when?\nAnswer: Since Monday')
})

test('a skipped item says so, and one that was retired after its result still tells it', async () => {
  expect(await saidWith({ item_ids: [skipped.id, retired.id] })).toBe(
    'Question: Which build?\n(skipped)\n\nCheck: Read the log\nResult:\nnothing',
  )
})

test('an item that is named twice is sent once', async () => {
  expect(await saidWith({ item_ids: [since.id, since.id] })).toBe('Question: Since when?\nAnswer: Since Monday')
})

test('the model reads what the page shows', async () => {
  const content = await saidWith({ content: 'Here.', item_ids: [since.id, ping.id] })
  expect((await readPage(mara, id)).messages[0]?.content).toBe(content)
  expect(product.model.requests().at(-1)?.body.messages.at(-1)?.content[0]).toMatchObject({ text: content })
})

test('an item that has nothing to send yet is a conflict, and sends none of the others', async () => {
  expectProblem(await send({ item_ids: [since.id, who.id] }), 409, 'conflict')
  expect((await readPage(mara, id)).messages).toEqual([])
})

test('an item that the lane does not have is not found, nor is what is no id', async () => {
  for (const unknown of [crypto.randomUUID(), 'not-an-id', '1', '']) {
    expectProblem(await send({ content: 'x', item_ids: [since.id, unknown] }), 404, 'not_found', unknown)
  }
  expect((await readPage(mara, id)).messages).toEqual([])
})

test('another session’s item is not found', async () => {
  const other = await openSession(mara)
  const body = { item_ids: [since.id] }
  expectProblem(await mara.post(`/ai-sessions/${other.id}/messages`, body), 404, 'not_found')
})

test('an id that is no text is refused', async () => {
  for (const item_ids of [[7], [null], 'x', Array(101).fill(since.id)]) {
    const { status } = await send({ content: 'x', item_ids })
    expect([404, 422]).toContain(status)
  }
})

test.each([
  ['nothing', {}, 'content'],
  ['no words and no items', { item_ids: [] }, 'content'],
  ['words that are none', { content: 5 }, 'content'],
  ['more than a message may hold', { content: 'x'.repeat(100_001) }, 'content'],
])('a message of %s is refused, and says where', async (_, body, path) => {
  const { status, body: problem } = await mara.post(`/ai-sessions/${id}/messages`, body)
  expect([status, problem]).toMatchObject([422, { code: 'invalid', errors: [{ path }] }])
})
