import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { AiFailure } from '../../../api/ai/ai-failure.ts'
import type { ScriptedUsage } from '../../harness/scripted-reply.ts'
import { startProduct } from '../product.ts'
import { callFor, createOwnAi, newAccount, readAll, recordedFor } from './calls.ts'
import { startWire } from './wire.ts'

const product = await startProduct()
afterAll(product.close)

const { ai, logged } = createOwnAi(product, { base_url: product.model.base_url })
let account_id: string
beforeEach(async () => {
  account_id = await newAccount(product)
})

const usage: ScriptedUsage = {
  input_tokens: 100,
  output_tokens: 20,
  cache_creation_input_tokens: 3000,
  cache_read_input_tokens: 5000,
}
/** Counters that a server leaves out, as JSON says it. */
const uncounted = { cache_creation_input_tokens: null, cache_read_input_tokens: null }
const unknown = uncounted as unknown as Partial<ScriptedUsage>

test('a streamed call is recorded with its purpose, model, counters, end, duration and cost', async () => {
  product.model.reply({ text: ['Check ', 'the MTU.'], usage })
  const session_id = crypto.randomUUID()
  const { text, ...end } = await readAll(ai.stream(callFor(account_id, { session_id })))
  expect(text).toBe('Check the MTU.')
  expect(end).toEqual({ model: 'claude-sonnet-5-5', stop_reason: 'end_turn', usage })
  expect(await recordedFor(product, account_id)).toEqual([
    {
      id: expect.any(String),
      account_id,
      session_id,
      purpose: 'chat',
      model: 'claude-sonnet-5-5',
      ...usage,
      duration_ms: expect.any(Number),
      cost_cents: (100 * 200 + 20 * 1000 + 3000 * 250 + 5000 * 10) / 1_000_000,
      stop_reason: 'end_turn',
      error_code: null,
      created_at: expect.any(Date),
    },
  ])
})

test('a call that is answered at once is recorded alike, by the small model', async () => {
  product.model.reply({ text: 'Acme Dental', usage })
  const answer = await ai.complete(callFor(account_id, { purpose: 'ticket_parse' }))
  expect(answer).toEqual({ text: 'Acme Dental', model: 'claude-haiku-5-5', stop_reason: 'end_turn', usage })
  const [row] = await recordedFor(product, account_id)
  expect(row).toMatchObject({ purpose: 'ticket_parse', model: 'claude-haiku-5-5', session_id: null, ...usage })
  expect(row?.cost_cents).toBeCloseTo((100 * 10 + 20 * 50 + 3000 * 12.5 + 5000 * 1) / 1_000_000, 12)
})

test('a call is recorded before its reader knows its end', async () => {
  product.model.reply({ text: 'Done.' })
  await readAll(ai.stream(callFor(account_id)))
  expect(await recordedFor(product, account_id)).toHaveLength(1)
})

test('what a server does not count stays unknown, and is not 0', async () => {
  product.model.reply({ text: 'x', usage: unknown }, { text: 'x', usage: unknown })
  await readAll(ai.stream(callFor(account_id)))
  await ai.complete(callFor(account_id))
  for (const row of await recordedFor(product, account_id)) {
    expect(row).toMatchObject({ input_tokens: 100, output_tokens: 20, ...uncounted })
  }
})

test('a server that counts nothing at all is recorded with nothing but its model, and its cost is unknown', async () => {
  const wire = await startWire([
    { type: 'message_start', message: { id: 'm', type: 'message', role: 'assistant', model: 'local', content: [] } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hm.' } },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
    { type: 'message_stop' },
  ])
  const own = createOwnAi(product, { base_url: wire.base_url })
  expect(await readAll(own.ai.stream(callFor(account_id)))).toMatchObject({ text: 'Hm.', model: 'local' })
  await wire.close()
  const none = { input_tokens: null, output_tokens: null, ...uncounted, cost_cents: null }
  expect(await recordedFor(product, account_id)).toMatchObject([{ model: 'local', stop_reason: 'end_turn', ...none }])
})

test('a null at the end of a stream does not take back what its beginning said', async () => {
  const wire = await startWire([
    {
      type: 'message_start',
      message: { id: 'm', type: 'message', role: 'assistant', model: 'claude-sonnet-5-5', content: [], usage },
    },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hm.' } },
    {
      type: 'message_delta',
      delta: { stop_reason: 'end_turn' },
      usage: { input_tokens: null, output_tokens: 77, ...uncounted },
    },
    { type: 'message_stop' },
  ])
  const own = createOwnAi(product, { base_url: wire.base_url })
  expect((await readAll(own.ai.stream(callFor(account_id)))).usage).toEqual({ ...usage, output_tokens: 77 })
  await wire.close()
  expect(await recordedFor(product, account_id)).toMatchObject([{ ...usage, output_tokens: 77 }])
})

describe('a call that fails', () => {
  const final = { 'x-should-retry': 'false' }

  test('before its first word is recorded with its error and nothing counted', async () => {
    product.model.reply(
      { error: { status: 529, type: 'overloaded_error', headers: final } },
      { error: { status: 429, type: 'rate_limit_error', headers: final } },
    )
    await expect(readAll(ai.stream(callFor(account_id)))).rejects.toThrow(AiFailure)
    await expect(ai.complete(callFor(account_id, { purpose: 'fact_synthesis' }))).rejects.toThrow(AiFailure)
    const none = { input_tokens: null, output_tokens: null, cost_cents: null, stop_reason: null }
    expect(await recordedFor(product, account_id)).toMatchObject([
      { purpose: 'chat', error_code: 'overloaded', model: 'claude-sonnet-5-5', ...none },
      { purpose: 'fact_synthesis', error_code: 'rate_limited', model: 'claude-haiku-5-5', ...none },
    ])
  })

  test('in the middle is recorded with its error and what was counted until then', async () => {
    product.model.reply({ text: ['half', 'never'], error_after_chunks: 1, usage })
    await expect(readAll(ai.stream(callFor(account_id)))).rejects.toThrow(AiFailure)
    expect(await recordedFor(product, account_id)).toMatchObject([{ error_code: 'overloaded', input_tokens: 100 }])
  })

  test('and is tried again by the SDK is recorded once, by how it ended', async () => {
    const soon = { 'retry-after-ms': '1' }
    const before = product.model.requests().length
    product.model.reply(
      { error: { status: 529, type: 'overloaded_error', headers: soon } },
      { error: { status: 500, type: 'api_error', headers: soon } },
      { text: 'At last.' },
    )
    expect(await readAll(ai.stream(callFor(account_id)))).toMatchObject({ text: 'At last.' })
    expect(product.model.requests().length - before).toBe(3)
    expect(await recordedFor(product, account_id)).toMatchObject([{ error_code: null, stop_reason: 'end_turn' }])
  })
})

test('a reply that nobody reads to its end is recorded, and the model is let go', async () => {
  product.model.reply({ text: ['half'], hang: true, usage })
  for await (const word of ai.stream(callFor(account_id))) if (word) break
  expect(await recordedFor(product, account_id)).toMatchObject([{ input_tokens: 100, stop_reason: null }])
  await expect.poll(() => product.model.requests().at(-1)?.left).toBe(true)
})

test('a call that can’t be recorded is answered all the same, and the log says so', async () => {
  product.model.reply({ text: 'Answered.' })
  const nobody = crypto.randomUUID()
  expect(await ai.complete(callFor(nobody))).toMatchObject({ text: 'Answered.' })
  expect(logged.filter((line) => line.includes('call not recorded'))).toHaveLength(1)
})
