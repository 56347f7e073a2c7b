import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'
import { block, dataOf, say } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

const since = questionOf('Since when does the tunnel drop?')
const ping = checkOf('Ping the gateway of the office')

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara, { problem: 'Text of the ticket: the tunnel drops at noon', ticket_ref: '48213' })).id
  const lane = laneOf({ questions: [since], checks: [ping] })
  await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json(lane)} where id = ${id}`
})

/** The engineer says something, and the model promotes this. */
async function promote(promotion: object, said: string | object = 'And now?') {
  product.model.reply({ text: block('PROMOTE', promotion) })
  const body = typeof said === 'string' ? { content: said } : said
  return await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, body))
}
const answer = (item_id: string, given: object) => mara.patch(`/ai-sessions/${id}/task-lane/items/${item_id}`, given)
const factsOf = async () => (await readPage(mara, id)).facts

test('a fact from an answered question is confirmed, its words not to be edited', async () => {
  await answer(since.id, { answer: 'Since Monday' })
  const events = await promote({ text: 'The tunnel drops since Monday', source_ref: since.id })
  const [fact] = await factsOf()
  expect(fact).toMatchObject({
    ordinal: 1,
    text: 'The tunnel drops since Monday',
    source_type: 'question',
    source_ref: since.id,
    status: 'confirmed',
    editable: false,
  })
  expect(dataOf(events, 'fact')).toEqual([{ fact }])
})

test('a fact from a recorded check is confirmed', async () => {
  await answer(ping.id, { result: 'timed out' })
  await promote({ text: 'The ping to the gateway timed out', source_ref: ping.id })
  expect(await factsOf()).toMatchObject([{ source_type: 'diagnostic_check', status: 'confirmed', editable: false }])
})

test('a fact is confirmed by a quote of the message, of one before it, and of an answer that was never sent', async () => {
  await promote({ text: 'It drops on Wi-Fi', quote: 'drops only on  Wi-Fi' }, 'It drops only on Wi-Fi.')
  await promote({ text: 'Only on Wi-Fi it drops', quote: 'drops only on Wi-Fi' })
  await answer(ping.id, { result: 'Request timed out. Request timed out.' })
  await promote({ text: 'Request timed out', quote: 'Request timed out.' })
  expect(await factsOf()).toMatchObject([
    { text: 'It drops on Wi-Fi', source_type: 'ai_synthesis', status: 'confirmed', editable: true },
    { text: 'Only on Wi-Fi it drops', status: 'confirmed' },
    { text: 'Request timed out', status: 'confirmed' },
  ])
})

test('everything else is only proposed, the ticket’s and the model’s own words too', async () => {
  await answer(since.id, { answer: 'Since Monday' })
  product.model.reply({ text: 'I would say the certificate expired.' })
  await say(mara, id, 'What do you think?')
  const promotions = [
    { text: 'without any ground' },
    { text: 'from a check without result', source_ref: ping.id },
    { text: 'quoting the ticket', quote: 'the tunnel drops at noon' },
    { text: 'quoting the model', quote: 'the certificate expired' },
    { text: 'quoting too little', quote: 'the' },
  ]
  await promote(promotions)
  const facts = await factsOf()
  expect(facts.map(({ text }) => text)).toEqual(promotions.map(({ text }) => text))
  expect(facts.every(({ status }) => status === 'proposed')).toBe(true)
})

test('the model’s question is no ground, although it stands in the message that sends its answer', async () => {
  await answer(since.id, { answer: 'No idea' })
  await answer(ping.id, { status: 'skipped' })
  const sent = { content: 'I looked at both of them.', item_ids: [since.id, ping.id] }
  await promote({ text: 'at once', quote: 'Since when does the tunnel drop?' }, sent)
  await promote([
    { text: 'later', quote: 'when does the tunnel drop' },
    { text: 'across its end', quote: 'does the tunnel drop? Answer: No idea' },
    { text: 'a skipped check', quote: 'Ping the gateway of the office' },
    { text: 'She looked at both', quote: 'looked at both of them' },
  ])
  expect((await factsOf()).map(({ text, status }) => [text, status])).toEqual([
    ['at once', 'proposed'],
    ['later', 'proposed'],
    ['across its end', 'proposed'],
    ['a skipped check', 'proposed'],
    ['She looked at both', 'confirmed'],
  ])
})

test('one item gives one fact, and one text, whatever its case and white space', async () => {
  await answer(since.id, { answer: 'Since Monday' })
  await promote({ text: 'The tunnel drops since Monday', source_ref: since.id })
  const events = await promote([
    { text: 'Since Monday it drops', source_ref: since.id },
    { text: 'the tunnel  DROPS since Monday' },
    { text: 'New', quote: 'no quote' },
  ])
  expect(dataOf(events, 'rejected')).toEqual([
    { marker: 'PROMOTE', reason: 'duplicate' },
    { marker: 'PROMOTE', reason: 'duplicate' },
  ])
  expect((await factsOf()).map(({ ordinal, text }) => [ordinal, text])).toEqual([
    [1, 'The tunnel drops since Monday'],
    [2, 'New'],
  ])
})

test('an ordinal is given once: a deleted fact keeps its own, and its item can be promoted again', async () => {
  await answer(since.id, { answer: 'Since Monday' })
  await promote({ text: 'The tunnel drops since Monday', source_ref: since.id })
  await product.admin`update session_facts set deleted_at = now() where session_id = ${id}`
  expect(await factsOf()).toEqual([])
  await promote({ text: 'The tunnel drops since Monday', source_ref: since.id })
  expect(await factsOf()).toMatchObject([{ ordinal: 2, status: 'confirmed' }])
})
