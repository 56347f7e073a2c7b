import Anthropic from '@anthropic-ai/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScriptedModel, startScriptedModel } from './scripted-model.ts'

let model: ScriptedModel
let client: Anthropic

beforeAll(async () => {
  model = await startScriptedModel()
  client = new Anthropic({ baseURL: model.base_url, apiKey: 'none', maxRetries: 0 })
})
afterAll(() => model.close())

const asking = (content: string) => ({
  model: 'scripted',
  max_tokens: 100,
  messages: [{ role: 'user' as const, content }],
})

async function heardBefore(error: (reason: unknown) => void, content: string) {
  let words = ''
  try {
    for await (const event of await client.messages.create({ ...asking(content), stream: true })) {
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') words += event.delta.text
    }
  } catch (reason) {
    error(reason)
  }
  return words
}

test('a whole reply carries the words, the usage and the stop reason of its script', async () => {
  model.replyTo('whole', {
    text: 'Check the MTU.',
    usage: { cache_read_input_tokens: 1024 },
    stop_reason: 'max_tokens',
  })
  const message = await client.messages.create(asking('whole'))
  expect(message.content).toEqual([{ type: 'text', text: 'Check the MTU.' }])
  expect(message.usage.cache_read_input_tokens).toBe(1024)
  expect(message.stop_reason).toBe('max_tokens')
})

test('a streamed reply comes in the pieces of its script and adds up to a whole message', async () => {
  model.replyTo('pieces', { text: ['Check ', 'the ', 'MTU.'], delay_ms: 1, usage: { output_tokens: 7 } })
  const pieces: string[] = []
  const stream = client.messages.stream(asking('pieces')).on('text', (piece) => pieces.push(piece))
  const message = await stream.finalMessage()
  expect(pieces).toEqual(['Check ', 'the ', 'MTU.'])
  expect(message.usage.output_tokens).toBe(7)
  expect(message.stop_reason).toBe('end_turn')
})

test('a scripted error reaches the SDK with its status, type and headers', async () => {
  model.replyTo('busy', { error: { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '7' } } })
  const refused = await client.messages.create(asking('busy')).catch((reason) => reason)
  expect(refused).toBeInstanceOf(Anthropic.RateLimitError)
  expect(refused.type).toBe('rate_limit_error')
  expect(refused.headers.get('retry-after')).toBe('7')
})

test('an error in the middle of a stream comes after the pieces before it', async () => {
  model.replyTo('half', { text: ['said', 'never said'], error_after_chunks: 1 })
  let reason: unknown
  expect(
    await heardBefore((error) => {
      reason = error
    }, 'half'),
  ).toBe('said')
  expect(reason).toBeInstanceOf(Anthropic.APIError)
})

test('a cut connection breaks the stream after its last piece', async () => {
  model.replyTo('cut', { text: ['said'], cut: true })
  let reason: unknown
  expect(
    await heardBefore((error) => {
      reason = error
    }, 'cut'),
  ).toBe('said')
  expect(reason).toBeInstanceOf(Error)
})

test('a hanging reply stays open until the client leaves, and the model notices that it left', async () => {
  model.replyTo('hang', { text: ['said'], hang: true })
  for await (const event of await client.messages.create({ ...asking('hang'), stream: true })) {
    expect(model.requests('hang')[0]?.left).toBe(false)
    if (event.type === 'content_block_delta') break
  }
  await expect.poll(() => model.requests('hang')[0]?.left).toBe(true)
})

test('each request gets the reply for the token in its last message, and others the next of the common queue', async () => {
  model.replyTo('[acme]', { text: 'for Acme Dental' })
  model.reply({ text: 'for anybody' }, ({ last_user_text }) => ({ text: `you said ${last_user_text}` }))
  const texts = ['Harbor Legal', 'Printer [acme]', 'Coastline CPA'].map(async (words) => {
    const { content } = await client.messages.create(asking(words))
    return content[0]?.type === 'text' ? content[0].text : ''
  })
  expect(await Promise.all(texts)).toContain('for Acme Dental')
  expect(model.requests('[acme]')).toHaveLength(1)
})

test('a request without a script is refused, so that a test notices', async () => {
  await expect(client.messages.create(asking('unscripted'))).rejects.toMatchObject({ status: 400 })
})
