import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { costCents, minCacheableTokens } from '../../../api/ai/models.ts'
import { unknownUsage } from '../../../api/ai/usage.ts'
import { startProduct } from '../product.ts'
import { callFor, createOwnAi, long_rules, newAccount, readAll, recordedFor } from './calls.ts'

const million = 1_000_000
const usage = (input: number, output = 0, written: number | null = 0, read: number | null = 0) => ({
  input_tokens: input,
  output_tokens: output,
  cache_creation_input_tokens: written,
  cache_read_input_tokens: read,
})

describe('what a call costs, in US cents', () => {
  test.each([
    ['claude-sonnet-5-5', [200, 1000, 250, 10]],
    ['practice', [0, 0, 0, 0]],
  ] as const)('%s has a price for a million of each kind of token', (model, prices) => {
    const [input, output, written, read] = prices
    expect(costCents(model, usage(million))).toBe(input)
    expect(costCents(model, usage(0, million))).toBe(output)
    expect(costCents(model, usage(0, 0, million))).toBe(written)
    expect(costCents(model, usage(0, 0, 0, million))).toBe(read)
    expect(costCents(model, usage(million, million, million, million))).toBe(input + output + written + read)
  })

  test('a prompt of up to 100,000 tokens is cheaper with claude-haiku-5-5 than a longer one, cached parts included', () => {
    const short = costCents('claude-haiku-5-5', usage(50_000, 1000, 20_000, 30_000)) ?? 0
    const long = costCents('claude-haiku-5-5', usage(50_001, 1000, 20_000, 30_000)) ?? 0
    expect(short).toBeCloseTo((50_000 * 10 + 1000 * 50 + 20_000 * 12.5 + 30_000 * 1) / million, 12)
    expect(long).toBeCloseTo((50_001 * 50 + 1000 * 250 + 20_000 * 62.5 + 30_000 * 5) / million, 12)
  })

  test('what is not counted of the cache was not used, and a call that is not counted has no price', () => {
    expect(costCents('claude-sonnet-5-5', usage(million, 0, null, null))).toBe(200)
    expect(costCents('claude-sonnet-5-5', unknownUsage)).toBeNull()
    expect(costCents('claude-sonnet-5-5', { ...usage(1), output_tokens: null })).toBeNull()
  })

  test.each(['llama-4', '', 'constructor', '__proto__'])('a model named %j has none', (model) => {
    expect(costCents(model, usage(million))).toBeNull()
    expect(minCacheableTokens(model)).toBeUndefined()
  })
})

describe('a call', () => {
  const product_starting = startProduct()
  afterAll(async () => (await product_starting).close())
  let account_id: string
  beforeAll(async () => {
    account_id = await newAccount(await product_starting)
  })

  test('to a model without a price is recorded without one', async () => {
    const product = await product_starting
    const { ai } = createOwnAi(product, { base_url: product.model.base_url, chat: 'llama-4' })
    product.model.reply({ text: 'Hm.' })
    await readAll(ai.stream(callFor(account_id)))
    expect(await recordedFor(product, account_id)).toMatchObject([{ model: 'llama-4', cost_cents: null }])
  })

  test('whose rules are too short to be cached is warned of once for each purpose', async () => {
    const product = await product_starting
    const { ai, logged } = createOwnAi(product, { base_url: product.model.base_url })
    const short = { sections: ['x'.repeat(4 * 1023)], ask: ['Hm?'] }
    for (const purpose of ['chat', 'chat', 'ticket_parse'] as const) {
      product.model.reply({ text: 'Hm.' })
      await ai.complete(callFor(account_id, { purpose, prompt: short }))
    }
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', purpose: 'chat', model: 'claude-sonnet-5-5', tokens: 1023, least: 1024 },
      { level: 'warn', purpose: 'ticket_parse', model: 'claude-haiku-5-5', tokens: 1023, least: 4096 },
    ])
  })

  test('whose rules are long enough, or whose model is not known, is not warned of', async () => {
    const product = await product_starting
    const { ai, logged } = createOwnAi(product, { base_url: product.model.base_url, small: 'llama-4' })
    const short = { sections: ['x'], ask: ['Hm?'] }
    product.model.reply({ text: 'Hm.' }, { text: 'Hm.' })
    await ai.complete(callFor(account_id, { prompt: { sections: [long_rules], ask: ['Hm?'] } }))
    await ai.complete(callFor(account_id, { purpose: 'fact_synthesis', prompt: short }))
    expect(logged).toEqual([])
  })
})
