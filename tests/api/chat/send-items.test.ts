import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'
import { block, turnOf } from './turns.ts'

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

describe('what is sent of the lane', () => {
  const itemsOf = async () => {
    const { questions, checks } = (await readPage(mara, id)).task_lane
    return new Map([...questions, ...checks].map((item) => [item.id, item.sent_message_id]))
  }
  const edit = (item_id: string, change: object) => mara.patch(`/ai-sessions/${id}/task-lane/items/${item_id}`, change)

  test('stands with its message, and names the message at its items', async () => {
    product.model.reply({ text: 'Thanks.' })
    const before = (await readPage(mara, id)).session.state_version
    const body = { content: 'Here.', item_ids: [ping.id, since.id, skipped.id] }
    const { user_message } = turnOf(await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, body)))
    const { messages, session } = await readPage(mara, id)
    expect(messages[0]).toEqual(user_message)
    expect(messages[0]?.sent_items).toEqual([
      { item_id: ping.id, label: ping.label, value: ping.result },
      { item_id: since.id, label: since.text, value: since.answer },
      { item_id: skipped.id, label: skipped.text, value: null },
    ])
    expect(messages[1]?.sent_items).toEqual([])
    expect(session.state_version).toBe(before + 1)
    const sent = await itemsOf()
    expect([ping, since, skipped, who, retired].map((item) => sent.get(item.id))).toEqual([
      ...[user_message.id, user_message.id, user_message.id],
      ...[null, null],
    ])
  })

  test('is sent no more once it is answered otherwise, and stays sent when it is answered the same', async () => {
    await saidWith({ item_ids: [since.id, ping.id] })
    await edit(since.id, { answer: 'Since Monday' })
    await edit(ping.id, { result: 'Request timed out' })
    const sent = await itemsOf()
    expect(sent.get(since.id)).toEqual(expect.any(String))
    expect(sent.get(ping.id)).toBeNull()
    await edit(since.id, { answer: null })
    expect((await itemsOf()).get(since.id)).toBeNull()
  })

  test('is sent no more once it is skipped after its answer was sent', async () => {
    await saidWith({ item_ids: [since.id] })
    await edit(since.id, { status: 'skipped' })
    expect((await itemsOf()).get(since.id)).toBeNull()
  })

  test('is of the newest message that tells it, and a reply that names the item again changes nothing', async () => {
    const item_ids = [since.id]
    await saidWith({ item_ids })
    product.model.reply({ text: block('QUESTIONS', [{ text: since.text }, { text: 'Who else?' }]) })
    const events = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { item_ids }))
    expect((await itemsOf()).get(since.id)).toBe(turnOf(events).user_message.id)
  })

  test('is kept without its secrets', async () => {
    const secret = questionOf('What is the VPN password?', { status: 'done', answer: 'Winter2026!x' })
    await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json(laneOf({ questions: [secret] }))} where id = ${id}`
    await saidWith({ item_ids: [secret.id] })
    const [message] = (await readPage(mara, id)).messages
    expect(message?.sent_items[0]?.label).toBe(secret.text)
    expect(JSON.stringify(message)).not.toContain('Winter2026')
  })

  test('of a lane that was kept before is not sent', async () => {
    const { sent_message_id: _, ...older } = since
    await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json({ questions: [older], checks: [] })} where id = ${id}`
    expect((await readPage(mara, id)).task_lane.questions).toEqual([since])
  })
})
