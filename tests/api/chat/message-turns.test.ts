import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { messageSchema } from '../../../api/chat/schemas.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, dataOf, endOf, say, sayUntil, turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
})

const messages = async () => (await readPage(mara, id)).messages
const refusal = { error: { status: 400, type: 'invalid_request_error', headers: { 'x-should-retry': 'false' } } }

test('every message names its turn, and one that came whole has no failure', async () => {
  product.model.reply({ text: 'Since when?' })
  const events = await say(mara, id, 'VPN drops')
  const { turn_id, user_message } = turnOf(events)
  const kept = await messages()
  for (const message of kept) messageSchema.strict().parse(message)
  expect(kept.map((message) => [message.role, message.turn_id, message.failure])).toEqual([
    ['user', turn_id, null],
    ['assistant', turn_id, null],
  ])
  expect(kept).toEqual([user_message, endOf(events).message])
})

test('a reply that failed says why for good, whether another try may help, and the ones after it are their own', async () => {
  product.model.reply(refusal, {
    error: { status: 529, type: 'overloaded_error', headers: { 'x-should-retry': 'false' } },
  })
  const failures = [await say(mara, id, 'VPN drops'), await say(mara, id, 'And now?')].map(
    (events) => events.at(-1)?.data,
  )
  product.model.reply({ text: 'Since when?' })
  await say(mara, id, 'Again')
  const replies = (await messages()).filter(({ role }) => role === 'assistant')
  expect(replies.map(({ failure }) => failure)).toEqual([...failures, null])
  expect(replies.map(({ failure }) => failure?.retryable)).toEqual([false, true, undefined])
  expect(new Set(replies.map(({ turn_id }) => turn_id)).size).toBe(3)
})

test('a message that is answered again is of the turn that it began, and each reply of its own', async () => {
  product.model.reply(refusal, { text: 'Since when?' })
  const first = turnOf(await say(mara, id, 'VPN drops'))
  const again = turnOf(await Array.fromAsync(mara.stream(`/ai-sessions/${id}/turns/${first.turn_id}/retry`, {})))
  expect(again.user_message.turn_id).toBe(first.turn_id)
  expect((await messages()).map(({ role, turn_id }) => [role, turn_id])).toEqual([
    ['user', first.turn_id],
    ['assistant', first.turn_id],
    ['assistant', again.turn_id],
  ])
})

test('a reply that was interrupted can be tried again, and one that was stopped has not failed', async () => {
  product.model.reply({ text: ['What was said.'], hang: true })
  const { turn_id } = turnOf(await sayUntil('text', mara, id, { content: 'VPN drops' }))
  await product.admin`update ai_turns set lease_expires_at = now() where session_id = ${id}`
  expect((await messages()).at(-1)).toMatchObject({ status: 'interrupted', turn_id, failure: { retryable: true } })

  product.model.reply({ text: ['What was said.'], hang: true })
  const stopped = turnOf(await sayUntil('text', mara, id, { content: 'VPN drops' }))
  await mara.post(`/ai-sessions/${id}/turns/${stopped.turn_id}/stop`)
  await expect
    .poll(async () => (await messages()).at(-1), { timeout: 5000 })
    .toMatchObject({ status: 'stopped', failure: null })
})

test('a block that was left out stands with its message', async () => {
  product.model.reply({
    text: `Look.\n[ACTIONS]\nnot json\n[/ACTIONS]\n${block('QUESTIONS', [{ text: 'Since when?' }])}`,
  })
  const events = await say(mara, id, 'VPN drops')
  const [rejected] = dataOf(events, 'rejected')
  expect(rejected).toMatchObject({ marker: 'ACTIONS', reason: 'not_json' })
  expect((await messages()).at(-1)?.effects).toEqual([
    { type: 'rejected', ...rejected },
    { type: 'questions', ids: [expect.any(String)] },
  ])
})
