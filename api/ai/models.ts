import type { Usage } from './usage.ts'

/** US cents for a million tokens. */
type Rates = { input: number; output: number; cache_write: number; cache_read: number }

type Model = {
  /** Tokens of prompt and reply together. */
  context_tokens: number
  /** A stable prefix below this many tokens is not cached, and nothing says so. */
  min_cacheable_tokens: number
  rates: Rates
  /** Rates of a call whose whole prompt is longer than `above_tokens`. */
  long_prompt?: { above_tokens: number; rates: Rates }
}

/** The published figures of November 2026. */
const models: Record<string, Model> = {
  'claude-sonnet-5-5': {
    context_tokens: 200_000,
    min_cacheable_tokens: 1024,
    rates: { input: 200, output: 1000, cache_write: 250, cache_read: 10 },
  },
  'claude-haiku-5-5': {
    context_tokens: 200_000,
    min_cacheable_tokens: 4096,
    rates: { input: 10, output: 50, cache_write: 12.5, cache_read: 1 },
    long_prompt: { above_tokens: 100_000, rates: { input: 50, output: 250, cache_write: 62.5, cache_read: 5 } },
  },
  practice: {
    context_tokens: 200_000,
    min_cacheable_tokens: 1024,
    rates: { input: 0, output: 0, cache_write: 0, cache_read: 0 },
  },
}

/** What a server of one's own is commonly set to; one that takes less says so, and is asked again with less. */
const usual_context_tokens = 32_000

const modelNamed = (name: string) => (Object.hasOwn(models, name) ? models[name] : undefined)

/** The least length of a prefix that this model caches, in tokens; undefined where the model is not known. */
export const minCacheableTokens = (name: string) => modelNamed(name)?.min_cacheable_tokens

/** How many tokens of prompt and reply the model takes. */
export const contextTokens = (name: string) => modelNamed(name)?.context_tokens ?? usual_context_tokens

/** What a call cost, in US cents; null where the model's price or a counter is not known. */
export function costCents(name: string, usage: Usage): number | null {
  const model = modelNamed(name)
  const { input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens } = usage
  if (!model || input_tokens === null || output_tokens === null) return null
  const written = cache_creation_input_tokens ?? 0
  const read = cache_read_input_tokens ?? 0
  const long = model.long_prompt && input_tokens + written + read > model.long_prompt.above_tokens
  const rates = long ? (model.long_prompt?.rates ?? model.rates) : model.rates
  const cents =
    input_tokens * rates.input + output_tokens * rates.output + written * rates.cache_write + read * rates.cache_read
  return cents / 1_000_000
}
