import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ScriptedReply } from '../../harness/scripted-reply.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, endOf, follow, namesOf, proseOf, say, turnOf } from './turns.ts'

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

/** What the SDK would try again by itself is said to be final. */
const refusal = (status: number, type: string): ScriptedReply => ({
  error: { status, type, message: 'a secret of the model’s server', headers: { 'x-should-retry': 'false' } },
})
const said = ['What was ', 'said. ', 'Never said.']

const failures: [what: string, reply: ScriptedReply, retryable: boolean, kept: string][] = [
  ['a model that is overloaded', refusal(529, 'overloaded_error'), true, ''],
  ['a rate limit', refusal(429, 'rate_limit_error'), true, ''],
  ['a refused key', refusal(401, 'authentication_error'), false, ''],
  ['a request that is not accepted', refusal(400, 'invalid_request_error'), false, ''],
  ['a model’s server that fails', refusal(500, 'api_error'), true, ''],
  ['an error in the middle of the stream', { text: said, error_after_chunks: 2 }, true, 'What was said.'],
  ['a connection that is cut', { text: said.slice(0, 2), cut: true }, true, 'What was said.'],
  ['a reply that was declined', { text: said.slice(0, 2), stop_reason: 'refusal' }, false, 'What was said.'],
  ['a reply that grew too long', { text: said.slice(0, 2), stop_reason: 'max_tokens' }, true, 'What was said.'],
]

describe.each(failures)('after %s', (_, reply, retryable, kept) => {
  test('what was said is kept, an error comes last, and the next message is answered', async () => {
    product.model.reply(reply, { text: 'Here I am.' })
    const events = await say(mara, id, 'VPN drops after MFA')
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'ai_failed', retryable } })
    expect(Object.keys(events.at(-1)?.data ?? {}).sort()).toEqual(['code', 'message', 'retryable'])
    expect(JSON.stringify(events)).not.toContain('secret')
    expect(proseOf(events).trim()).toBe(kept)
    const page = await readPage(mara, id)
    expect(page.turn).toBeNull()
    expect(page.messages).toMatchObject([
      { role: 'user', status: 'complete', content: 'VPN drops after MFA' },
      { role: 'assistant', status: 'failed', content: proseOf(events) },
    ])
    expect(proseOf(await say(mara, id, 'Are you there?'))).toBe('Here I am.')
  })
})

test('a failed reply keeps what its blocks did, and a complete last block counts although it was not closed', async () => {
  product.model.reply({
    text: [block('QUESTIONS', [{ text: 'Since when?' }]), '[ACTIONS]\n[{"label": "Ping"}]', 'never'],
    error_after_chunks: 2,
  })
  const events = await say(mara, id, 'VPN')
  expect(namesOf(events)).toEqual(['turn', 'task_lane', 'task_lane', 'error'])
  const { task_lane, messages } = await readPage(mara, id)
  expect(task_lane).toMatchObject({ questions: [{ text: 'Since when?' }], checks: [{ label: 'Ping' }] })
  expect(messages.at(-1)?.effects.map(({ type }) => type)).toEqual(['questions', 'checks'])
})

test('a block that the database can’t keep fails the turn and hides nothing of what was said', async () => {
  await product.admin`alter table session_facts add constraint no_sentinel check (text not like '%unkeepable%')`
  product.model.reply({
    text: ['Said.\n', block('PROMOTE', { text: 'unkeepable' }), 'Unsaid.'],
    delay_ms: 20,
    hang: true,
  })
  const events = await say(mara, id, 'VPN')
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'unavailable', retryable: true } })
  expect((await readPage(mara, id)).messages.at(-1)).toMatchObject({ status: 'failed', content: 'Said.' })
  // The model is let go, and the call that nobody reads to its end is recorded all the same.
  await expect.poll(() => product.model.requests().at(-1)?.left).toBe(true)
  const calls = () => product.admin`select error_code from ai_calls where session_id = ${id}`
  await expect.poll(calls).toHaveLength(1)
})

describe('trying again', () => {
  const retry = (turn_id: string, headers = {}) => mara.stream(`/ai-sessions/${id}/turns/${turn_id}/retry`, {}, headers)

  test('asks for the same message once more, and tells the model nothing of the reply that failed', async () => {
    product.model.reply({ text: ['Half a'], cut: true }, { text: 'A whole reply.' })
    const failed = await say(mara, id, 'VPN drops after MFA')
    const events = await Array.fromAsync(retry(turnOf(failed).turn_id))
    expect(turnOf(events).user_message).toEqual(turnOf(failed).user_message)
    expect(endOf(events).message).toMatchObject({ content: 'A whole reply.', status: 'complete' })
    const [first, second] = product.model.requests().slice(-2)
    expect(second?.body.messages).toEqual(first?.body.messages)
    const contents = (await readPage(mara, id)).messages.map(({ content }) => content)
    expect(contents).toEqual(['VPN drops after MFA', 'Half a', 'A whole reply.'])
  })

  test('is one turn however often it is clicked, with one Idempotency-Key', async () => {
    product.model.reply({ text: ['Half a'], cut: true }, { text: 'A whole reply.' })
    const { turn_id } = turnOf(await say(mara, id, 'VPN'))
    const key = { 'idempotency-key': 'again' }
    const first = await Array.fromAsync(retry(turn_id, key))
    expect(await Array.fromAsync(retry(turn_id, key))).toEqual(first)
  })

  test('waits for the turn that runs', async () => {
    product.model.reply({ text: ['Half a'], cut: true }, { text: ['Again'], hang: true })
    const { turn_id } = turnOf(await say(mara, id, 'VPN'))
    const running = retry(turn_id)
    await running.next()
    expectProblem(await mara.post(`/ai-sessions/${id}/turns/${turn_id}/retry`), 409, 'turn_in_progress')
    await running.return()
  })

  test('leaves the failed turn’s own log as it was', async () => {
    product.model.reply({ text: ['Half a'], cut: true }, { text: 'A whole reply.' })
    const failed = await say(mara, id, 'VPN')
    await Array.fromAsync(retry(turnOf(failed).turn_id))
    expect(await follow(mara, id, turnOf(failed).turn_id)).toEqual(failed)
  })
})
