import Anthropic from '@anthropic-ai/sdk'
import { describe, expect, it } from 'vitest'
import { PracticeCache } from '../../../api/practice-model/practice-cache.ts'
import { createPracticeFetch } from '../../../api/practice-model/practice-fetch.ts'
import type { PracticeRequest } from '../../../api/practice-model/practice-request.ts'

const cache_control = { type: 'ephemeral' as const }
const text = (words: string, cached = false): Anthropic.TextBlockParam => {
  return cached ? { type: 'text', text: words, cache_control } : { type: 'text', text: words }
}
const stable = 'Stable rules for every request. '.repeat(200)
const STABLE_TOKENS = stable.length / 4

/** A client with a clock of its own; `ask` sends blocks of one user message behind the system prompt and counts. */
function cachedClient() {
  let now = 1_000_000
  const client = new Anthropic({
    apiKey: 'practice',
    maxRetries: 0,
    fetch: createPracticeFetch({ pace_ms: 0, now: () => now }),
  })
  return {
    pass: (minutes: number) => {
      now += minutes * 60_000
    },
    client,
    ask: async (system: Anthropic.TextBlockParam[], content: Anthropic.TextBlockParam[], model = 'any') => {
      const { usage } = await client.messages.create({
        model,
        max_tokens: 50,
        system,
        messages: [{ role: 'user', content }],
      })
      return [usage.cache_creation_input_tokens, usage.cache_read_input_tokens, usage.input_tokens]
    },
  }
}

describe('the prompt cache', () => {
  it('creates on the first of two identical calls what it reads on the second', async () => {
    const { ask } = cachedClient()
    expect(await ask([text(stable, true)], [text('four')])).toEqual([STABLE_TOKENS, 0, 1])
    expect(await ask([text(stable, true)], [text('four')])).toEqual([0, STABLE_TOKENS, 1])
  })

  it('counts the same for a streamed call, in its first event and in its last', async () => {
    const { ask, client } = cachedClient()
    await ask([text(stable, true)], [text('four')])
    const seen: (number | null)[] = []
    const messages = [{ role: 'user' as const, content: [text('four')] }]
    const system = [text(stable, true)]
    for await (const event of await client.messages.create({
      model: 'any',
      max_tokens: 50,
      system,
      messages,
      stream: true,
    })) {
      if (event.type === 'message_start') seen.push(event.message.usage.cache_read_input_tokens)
      if (event.type === 'message_delta') seen.push(event.usage.cache_read_input_tokens)
    }
    expect(seen).toEqual([STABLE_TOKENS, STABLE_TOKENS])
  })

  it('forgets a prefix five minutes after its last use, and each use renews it', async () => {
    const { ask, pass } = cachedClient()
    await ask([text(stable, true)], [text('four')])
    for (const minutes of [4, 4, 5]) {
      pass(minutes)
      expect(await ask([text(stable, true)], [text('four')])).toEqual([0, STABLE_TOKENS, 1])
    }
    pass(5.1)
    expect(await ask([text(stable, true)], [text('four')])).toEqual([STABLE_TOKENS, 0, 1])
  })

  it('keeps nothing shorter than 1,024 tokens', async () => {
    const { ask } = cachedClient()
    const short = 'abcd'.repeat(1023)
    expect(await ask([text(short, true)], [text('four')])).toEqual([0, 0, 1024])
    expect(await ask([text(short, true)], [text('four')])).toEqual([0, 0, 1024])
    expect(await ask([text(`${short}abcd`, true)], [text('four')])).toEqual([1024, 0, 1])
  })

  it('reads the longest earlier prefix when the breakpoint has moved on, and creates only the rest', async () => {
    const { ask } = cachedClient()
    await ask([text(stable, true)], [text('one1', true)])
    expect(await ask([text(stable, true)], [text('one1'), text('two2'), text('tri3', true), text('four')])).toEqual([
      2,
      STABLE_TOKENS + 1,
      1,
    ])
  })

  it('looks back over twenty blocks and no further', async () => {
    const blocks = (count: number) => Array.from({ length: count }, (_, at) => text('abcd', at === count - 1))
    const near = cachedClient()
    await near.ask([text(stable)], blocks(1))
    expect(await near.ask([text(stable)], blocks(21))).toEqual([20, STABLE_TOKENS + 1, 0])
    const far = cachedClient()
    await far.ask([text(stable)], blocks(1))
    expect(await far.ask([text(stable)], blocks(22))).toEqual([STABLE_TOKENS + 22, 0, 0])
  })

  it('reads nothing for another model, or after a change before the breakpoint', async () => {
    const { ask } = cachedClient()
    await ask([text(stable, true)], [text('four')])
    expect(await ask([text(stable, true)], [text('four')], 'other')).toEqual([STABLE_TOKENS, 0, 1])
    expect((await ask([text(`! ${stable}`, true)], [text('four')]))[1]).toBe(0)
  })

  it('holds nothing of a call that failed', async () => {
    let fails = true
    const fail = () => (fails ? { status: 529, type: 'overloaded_error', message: 'Overloaded' } : null)
    const client = new Anthropic({
      apiKey: 'practice',
      maxRetries: 0,
      fetch: createPracticeFetch({ pace_ms: 0, fail }),
    })
    const call = () =>
      client.messages.create({
        model: 'any',
        max_tokens: 50,
        system: [text(stable, true)],
        messages: [{ role: 'user', content: 'four' }],
      })
    await expect(call()).rejects.toBeInstanceOf(Anthropic.APIError)
    fails = false
    expect((await call()).usage.cache_creation_input_tokens).toBe(STABLE_TOKENS)
  })
})

describe('an entry of the cache', () => {
  const request = (words: string): PracticeRequest => ({
    model: 'any',
    max_tokens: 50,
    stream: true,
    tools: [],
    system: [{ type: 'text', text: words, cache_control }],
    messages: [{ role: 'user', content: [{ type: 'text', text: 'four' }] }],
    cache_control: null,
  })

  it('is seen by others only when the response that creates it has begun', async () => {
    const cache = new PracticeCache(() => 0)
    const first = await cache.read(request(stable))
    const meanwhile = await cache.read(request(stable))
    first.begin()
    const later = await cache.read(request(stable))
    expect([first, meanwhile, later].map(({ tokens }) => tokens.cache_read_input_tokens)).toEqual([0, 0, STABLE_TOKENS])
  })

  it('goes when two thousand others were used since', async () => {
    const cache = new PracticeCache(() => 0)
    const use = async (words: string) => {
      const prompt = await cache.read(request(words))
      prompt.begin()
      return prompt.tokens.cache_read_input_tokens
    }
    const long = 'abcd'.repeat(1024)
    await use(`first ${long}`)
    await use(`second ${long}`)
    for (let at = 0; at < 1998; at++) await use(`${at} ${long}`)
    expect(await use(`first ${long}`)).toBeGreaterThan(0)
    await use(`one more ${long}`)
    expect(await use(`second ${long}`)).toBe(0)
  })
})
