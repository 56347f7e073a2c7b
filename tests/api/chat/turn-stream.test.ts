import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { messageSchema, sessionPageSchema } from '../../../api/chat/schemas.ts'
import { factSchema } from '../../../api/facts/schemas.ts'
import { suggestedFixSchema } from '../../../api/suggested-fixes/schemas.ts'
import { taskLaneSchema } from '../../../api/task-lane/lane.ts'
import { vpn_problem } from '../../harness/world.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { expectShape } from '../shapes.ts'
import { block, endOf, namesOf, proseOf, say, turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

const counter = z.number().nullable()
const shapes: Record<string, z.ZodType> = {
  turn: z.object({ turn_id: z.uuid(), user_message: messageSchema, assistant_message_id: z.uuid() }),
  text: z.object({ delta: z.string().min(1) }),
  task_lane: z.object({ task_lane: taskLaneSchema }),
  fact: z.object({ fact: factSchema }),
  suggested_fix: z.object({ suggested_fix: suggestedFixSchema }),
  outcome_proposal: z.object({ suggested_fix_id: z.uuid(), outcome: z.string(), reason: z.string() }),
  rejected: z.object({ marker: z.string(), reason: z.string() }),
  usage: z.object({
    model: z.string(),
    input_tokens: counter,
    output_tokens: counter,
    cache_creation_input_tokens: counter,
    cache_read_input_tokens: counter,
  }),
  done: z.object({ message: messageSchema, state_version: z.int() }),
}

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  id = (await openSession(mara, { problem: vpn_problem })).id
})

test('a turn tells every kind of event in its contract’s shape, numbered from 1, turn first and done last', async () => {
  product.model.reply(
    { text: block('SUGGEST_FIX', { title: 'Earlier', description: 'x', confidence: 10 }) },
    {
      text: [
        'Let us split ',
        'the causes.\n',
        block('QUESTIONS', [{ text: 'Since when?' }]),
        block('PROMOTE', { text: 'It drops', quote: vpn_problem }),
        block('FIX_OUTCOME', { outcome: 'failed', reason: 'It still drops' }),
        block('QUESTIONS', 'nonsense'),
        block('SUGGEST_FIX', { title: 'Reset', description: 'It resets.', confidence: 60 }),
        'Tell me.',
      ],
      usage: { input_tokens: 5, output_tokens: 7, cache_creation_input_tokens: 11, cache_read_input_tokens: 13 },
    },
  )
  await say(mara, id, vpn_problem)
  const events = await say(mara, id, 'It still drops')
  expect(events.map((event) => event.id)).toEqual(events.map((_, at) => at + 1))
  for (const { event, data } of events) expectShape(shapes[event] ?? z.never(), data)
  expect(namesOf(events)[0]).toBe('turn')
  expect(namesOf(events).slice(-3)).toEqual(['suggested_fix', 'usage', 'done'])
  expect(new Set(namesOf(events))).toEqual(new Set(Object.keys(shapes)))
  expect(events.at(-2)?.data).toEqual({
    model: 'claude-sonnet-5-5',
    input_tokens: 5,
    output_tokens: 7,
    cache_creation_input_tokens: 11,
    cache_read_input_tokens: 13,
  })
})

test('the streamed prose is the message’s content, and the page shows what the stream said', async () => {
  product.model.reply({ text: ['**One** thing ', 'first.\n\n', block('ACTIONS', [{ label: 'Ping' }]), '\nThen more.'] })
  const events = await say(mara, id, 'And now?')
  const { message, state_version } = endOf(events)
  expect(message).toMatchObject({
    role: 'assistant',
    status: 'complete',
    content: '**One** thing first.\n\nThen more.',
  })
  expect(proseOf(events)).toBe(message.content)
  const page = expectShape(sessionPageSchema, await readPage(mara, id))
  expect(page.messages.slice(-2)).toEqual([turnOf(events).user_message, message])
  expect(message.id).toBe(turnOf(events).assistant_message_id)
  expect(page.session.state_version).toBe(state_version)
  expect(page.turn).toBeNull()
})

test('a reply of nothing but blocks ends as an empty, complete message with its effects', async () => {
  product.model.reply({ text: block('QUESTIONS', [{ text: 'Who else?' }]) })
  const { message } = endOf(await say(mara, id, 'Go on'))
  expect(message).toMatchObject({ content: '', status: 'complete', effects: [{ type: 'questions' }] })
})

test.each([
  ['an empty message', { content: '' }, ['content']],
  ['a blank message', { content: ' \n' }, ['content']],
  ['a message of 100,001 characters', { content: 'x'.repeat(100_001) }, ['content']],
  ['a message with a NUL', { content: 'a\0' }, ['content']],
])('%s is refused, and the answer says where', async (_, body, paths) => {
  const refused = expectProblem(await mara.post(`/ai-sessions/${id}/messages`, body), 422, 'invalid')
  expect(pathsOf(refused)).toEqual(paths)
})

test('a message of nothing at all is refused', async () => {
  for (const body of [{}, { item_ids: [] }, { item_ids: null }]) {
    expectProblem(await mara.post(`/ai-sessions/${id}/messages`, body), 422, 'invalid')
  }
})

test('a message of 100,000 characters reaches the model whole', async () => {
  const content = 'é'.repeat(100_000)
  product.model.reply({ text: 'Long.' })
  const events = await say(mara, id, content)
  expect(turnOf(events).user_message.content === content).toBe(true)
  expect(product.model.requests().at(-1)?.last_user_text.includes(content)).toBe(true)
})

test('a session that is not there has no turns', async () => {
  const other = await openSession(mara)
  expectProblem(await mara.post(`/ai-sessions/${crypto.randomUUID()}/messages`, { content: 'x' }), 404, 'not_found')
  const { body } = await mara.get<{ messages: unknown[] }>(`/ai-sessions/${other.id}`)
  expect(body.messages).toEqual([])
})
