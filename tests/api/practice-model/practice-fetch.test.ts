import Anthropic from '@anthropic-ai/sdk'
import { describe, expect, it } from 'vitest'
import { createPracticeFetch, type PracticeOptions } from '../../../api/practice-model/practice-fetch.ts'

const connect = (options: PracticeOptions = {}) =>
  new Anthropic({ apiKey: 'practice', maxRetries: 0, fetch: createPracticeFetch({ pace_ms: 0, ...options }) })

const hello = { model: 'any', max_tokens: 500, messages: [{ role: 'user' as const, content: 'Hello' }] }

const post = (body: string, headers: Record<string, string> = { 'anthropic-version': '2023-06-01' }) =>
  createPracticeFetch({ pace_ms: 0 })('https://api.anthropic.com/v1/messages', { method: 'POST', headers, body })

describe('a reply', () => {
  it('comes whole, from the model named practice, with its usage', async () => {
    const message = await connect().messages.create(hello)
    expect(message).toMatchObject({ type: 'message', role: 'assistant', model: 'practice', stop_reason: 'end_turn' })
    expect(message.usage.input_tokens).toBe(2)
    expect(message.usage.output_tokens).toBeGreaterThan(10)
    expect(message._request_id).toMatch(/^req_/)
  })

  it('says when streamed what it says when whole', async () => {
    const whole = await connect().messages.create(hello)
    const streamed = await connect().messages.stream(hello).finalMessage()
    expect(streamed.content).toEqual(whole.content)
    expect(streamed.usage).toEqual(whole.usage)
  })

  it('is streamed as the events of the Messages API in their order', async () => {
    const response = await post(JSON.stringify({ ...hello, stream: true }))
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = (await response.text()).split('\n\n').filter(Boolean)
    for (const event of events) expect(event).toMatch(/^event: (\w+)\ndata: \{"type":"\1"/)
    const names = events.map((event) => event.slice('event: '.length, event.indexOf('\n')))
    expect(names.filter((name, at) => name !== names[at - 1])).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ])
    expect(names.filter((name) => name === 'content_block_delta').length).toBeGreaterThan(5)
  })

  it('ends at max_tokens and says so', async () => {
    const message = await connect().messages.create({ ...hello, max_tokens: 5 })
    expect(message.stop_reason).toBe('max_tokens')
    expect(message.usage.output_tokens).toBe(5)
  })

  it('is plain about a purpose that it does not know', async () => {
    const message = await connect().messages.create(hello)
    expect(message.content[0]).toMatchObject({ text: expect.stringContaining('practice model') })
  })
})

describe('an aborted request', () => {
  it('stops a stream that has begun', async () => {
    const stream = await connect({ pace_ms: 1 }).messages.create({ ...hello, stream: true })
    const seen: string[] = []
    for await (const event of stream) {
      seen.push(event.type)
      if (seen.length === 4) stream.controller.abort()
    }
    expect(seen).not.toContain('message_stop')
  })

  it('rejects when it was aborted before it was sent', async () => {
    const request = connect().messages.create(hello, { signal: AbortSignal.abort() })
    await expect(request).rejects.toBeInstanceOf(Anthropic.APIUserAbortError)
  })
})

describe('a request that the real API refuses', () => {
  const cached = { type: 'text', text: 'a', cache_control: { type: 'ephemeral' } }
  const refused: [string, object, RegExp][] = [
    ['without messages', { messages: undefined }, /messages: Field required/],
    ['with an empty list of messages', { messages: [] }, /at least one message/],
    ['without max_tokens', { max_tokens: undefined }, /max_tokens: Field required/],
    ['with an empty text', { messages: [{ role: 'user', content: '' }] }, /non-whitespace/],
    [
      'with an empty text block',
      { messages: [{ role: 'user', content: [{ type: 'text', text: ' ' }] }] },
      /non-whitespace/,
    ],
    [
      'that begins with the assistant',
      { messages: [{ role: 'assistant', content: 'a' }, ...hello.messages] },
      /first message/,
    ],
    ['that prefills the reply', { messages: [...hello.messages, { role: 'assistant', content: '{' }] }, /prefill/],
    ['that forces a tool', { tool_choice: { type: 'tool', name: 'a' } }, /tool_choice/],
    ['that forces any tool', { tool_choice: { type: 'any' } }, /tool_choice/],
    ['with a temperature', { temperature: 0 }, /temperature/],
    ['with top_p', { top_p: 0.9 }, /top_p/],
    ['with top_k', { top_k: 5 }, /top_k/],
    [
      'with five breakpoints',
      { system: [cached, cached, cached], messages: [{ role: 'user', content: [cached, cached] }] },
      /maximum of 4/,
    ],
  ]
  it.each(refused)('%s is a 400', async (_, change, message) => {
    const response = await post(JSON.stringify({ ...hello, ...change }))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      type: 'error',
      error: { type: 'invalid_request_error', message: expect.stringMatching(message) },
      request_id: response.headers.get('request-id'),
    })
  })

  it('is an error class of the SDK', async () => {
    await expect(connect().messages.create({ ...hello, messages: [] })).rejects.toBeInstanceOf(
      Anthropic.BadRequestError,
    )
  })

  it('is refused when it is not JSON, or names no version', async () => {
    expect((await post('{')).status).toBe(400)
    expect((await post(JSON.stringify(hello), {})).status).toBe(400)
  })
})

describe('an error on demand', () => {
  it.each([
    [429, 'rate_limit_error', Anthropic.RateLimitError],
    [529, 'overloaded_error', Anthropic.InternalServerError],
    [401, 'authentication_error', Anthropic.AuthenticationError],
  ])('of status %i comes before the stream as the class that the SDK has for it', async (status, type, error_class) => {
    const client = connect({ fail: () => ({ status, type, message: 'on demand' }) })
    const error = await client.messages.create({ ...hello, stream: true }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(error_class)
    expect(error).toMatchObject({ status, type, requestID: expect.stringMatching(/^req_/) })
  })

  it('of status 429 says when to come back', async () => {
    const client = connect({ fail: () => ({ status: 429, type: 'rate_limit_error', message: 'slow down' }) })
    const error = await client.messages.create(hello).catch((error: unknown) => error)
    expect(error instanceof Anthropic.RateLimitError && error.headers?.get('retry-after')).toBe('1')
  })

  it('in the middle of a stream comes after exactly so many pieces of text', async () => {
    const fail = () => ({ status: 529, type: 'overloaded_error', message: 'Overloaded', after_chunks: 3 })
    const stream = await connect({ fail }).messages.create({ ...hello, stream: true })
    let pieces = 0
    const reading = (async () => {
      for await (const event of stream) if (event.type === 'content_block_delta') pieces++
    })()
    await expect(reading).rejects.toMatchObject({ status: undefined, type: 'overloaded_error' })
    expect(pieces).toBe(3)
  })

  it('sees the request that it fails', async () => {
    const fail = (body: unknown) =>
      (body as { max_tokens: number }).max_tokens === 7 ? { status: 500, type: 'api_error', message: 'seven' } : null
    const client = connect({ fail })
    await expect(client.messages.create({ ...hello, max_tokens: 7 })).rejects.toThrow('seven')
    await expect(client.messages.create(hello)).resolves.toBeDefined()
  })
})
