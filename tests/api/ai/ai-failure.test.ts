import Anthropic from '@anthropic-ai/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AiFailure, type AiFailureCode, asAiFailure } from '../../../api/ai/ai-failure.ts'
import { freePort } from '../../harness/free-port.ts'
import type { ScriptedReply } from '../../harness/scripted-reply.ts'
import { startProduct } from '../product.ts'
import { callFor, createOwnAi, newAccount, readAll, recordedFor } from './calls.ts'
import { startWire } from './wire.ts'

const product = await startProduct()
afterAll(product.close)

const { ai } = createOwnAi(product, { base_url: product.model.base_url })
let account_id: string
beforeAll(async () => {
  account_id = await newAccount(product)
})

const failureOf = (work: Promise<unknown>): Promise<AiFailure> =>
  work.then(
    () => Promise.reject(new Error('It did not fail')),
    (error) => error,
  )

const refused = (status: number, type: string): ScriptedReply => ({
  error: { status, type, message: 'a secret of the server', headers: { 'x-should-retry': 'false' } },
})

const answers: [what: string, reply: ScriptedReply, code: AiFailureCode, retryable: boolean][] = [
  ['400', refused(400, 'invalid_request_error'), 'not_accepted', false],
  ['401', refused(401, 'authentication_error'), 'key_refused', false],
  ['403', refused(403, 'permission_error'), 'key_refused', false],
  ['404', refused(404, 'not_found_error'), 'not_accepted', false],
  ['413', refused(413, 'request_too_large'), 'too_long', false],
  ['429', refused(429, 'rate_limit_error'), 'rate_limited', true],
  ['500', refused(500, 'api_error'), 'cut_off', true],
  ['503', refused(503, 'api_error'), 'cut_off', true],
  ['529', refused(529, 'overloaded_error'), 'overloaded', true],
  ['a broken connection', { cut: true, text: 'half' }, 'cut_off', true],
]

describe.each(answers)('an answer that is %s', (_, reply, code, retryable) => {
  test(`is ${code}, in words of our own`, async () => {
    product.model.reply(reply)
    const failure = await failureOf(readAll(ai.stream(callFor(account_id))))
    expect(failure).toBeInstanceOf(AiFailure)
    expect(failure).toMatchObject({ code, retryable })
    expect(failure.message).not.toContain('secret')
    expect(failure.message).toMatch(/\.$/)
  })
})

test('an error event in the middle of a stream, which has no status, is known by its type', async () => {
  product.model.reply({ text: ['half', 'never'], error_after_chunks: 1 })
  expect(await failureOf(readAll(ai.stream(callFor(account_id))))).toMatchObject({ code: 'overloaded' })
})

test('a stream that ends without saying why is cut off', async () => {
  const wire = await startWire([
    { type: 'message_start', message: { id: 'm', type: 'message', role: 'assistant', model: 'local', content: [] } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'half' } },
  ])
  const own = createOwnAi(product, { base_url: wire.base_url })
  expect(await failureOf(readAll(own.ai.stream(callFor(account_id))))).toMatchObject({ code: 'cut_off' })
  await wire.close()
})

test('a server that is not there is unreachable', async () => {
  const nowhere = createOwnAi(product, { base_url: `http://127.0.0.1:${await freePort()}` })
  expect(await failureOf(nowhere.ai.complete(callFor(account_id)))).toMatchObject({ code: 'unreachable' })
})

test.each([
  ['a timeout', new Anthropic.APIConnectionTimeoutError(), 'timed_out'],
  ['an abort', new Anthropic.APIUserAbortError(), 'cancelled'],
  ['a lost connection', new Anthropic.APIConnectionError({ message: 'x' }), 'unreachable'],
  ['any other error', new Error('x'), 'cut_off'],
  ['what is no error at all', 'x', 'cut_off'],
] as const)('%s has a code, keeps its cause and is named once', (_, thrown, code) => {
  const failure = asAiFailure(thrown)
  expect(failure).toMatchObject({ code, cause: thrown })
  expect(asAiFailure(failure)).toBe(failure)
})

describe('a call that is cancelled', () => {
  test('in the middle stops at once, lets the model go and is recorded', async () => {
    const account = await newAccount(product)
    const stopping = new AbortController()
    product.model.reply({ text: ['half'], hang: true })
    const words = ai.stream(callFor(account, { signal: stopping.signal }))
    expect((await words.next()).value).toBe('half')
    stopping.abort()
    expect(await failureOf(readAll(words))).toMatchObject({ code: 'cancelled' })
    expect(await recordedFor(product, account)).toMatchObject([{ error_code: 'cancelled', input_tokens: 100 }])
    await expect.poll(() => product.model.requests().at(-1)?.left).toBe(true)
  })

  test('before it is answered stops at once', async () => {
    const stopping = new AbortController()
    product.model.reply({ hang: true })
    const answer = ai.complete(callFor(account_id, { signal: stopping.signal }))
    await expect.poll(() => product.model.requests().length).toBeGreaterThan(0)
    stopping.abort()
    expect(await failureOf(answer)).toMatchObject({ code: 'cancelled' })
  })

  test('before it is made asks nobody', async () => {
    const before = product.model.requests().length
    const call = callFor(account_id, { signal: AbortSignal.abort() })
    expect(await failureOf(readAll(ai.stream(call)))).toMatchObject({ code: 'cancelled' })
    expect(await failureOf(ai.complete(call))).toMatchObject({ code: 'cancelled' })
    expect(product.model.requests().length).toBe(before)
  })
})
