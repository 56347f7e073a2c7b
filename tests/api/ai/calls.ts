import { type Ai, type AiCall, type AiEnd, createAi } from '../../../api/ai/ai.ts'
import type { Usage } from '../../../api/ai/usage.ts'
import { createLog } from '../../../api/log.ts'
import { idsOf, signUpMara } from '../people.ts'
import type { Product } from '../product.ts'

/** A new account, for whom calls are made and recorded. */
export const newAccount = async (product: Product) => (await idsOf(await signUpMara(product))).account_id

/** Long enough to be cached by any model. */
export const long_rules = 'Say what you know from what you guess. '.repeat(600)

type Settings = { base_url?: string | undefined; chat?: string; small?: string; now?: () => number }

/** The one way to the model by settings of its own, with the lines that it logs; the practice model without an address. */
export function createOwnAi({ deps }: Product, { base_url, chat, small, now }: Settings) {
  const logged: string[] = []
  const ai = createAi({
    config: {
      anthropic: { api_key: undefined, base_url },
      models: { chat: chat ?? 'claude-sonnet-5-5', small: small ?? 'claude-haiku-5-5' },
    },
    database: deps.database,
    log: createLog((line) => logged.push(line)),
    practice_pace_ms: 0,
    ...(now ? { now } : {}),
  })
  return { ai, logged }
}

export const callFor = (account_id: string, more: Partial<AiCall> = {}): AiCall => ({
  purpose: 'chat',
  account_id,
  prompt: { sections: [long_rules], ask: ['VPN drops after MFA'] },
  max_tokens: 500,
  ...more,
})

/** Reads a streamed reply to its end. */
export async function readAll(words: ReturnType<Ai['stream']>): Promise<AiEnd & { text: string }> {
  for (let text = ''; ; ) {
    const { done, value } = await words.next()
    if (done) return { ...value, text }
    text += value
  }
}

/** What was recorded for an account, oldest first. */
export const recordedFor = async ({ admin }: Product, account_id: string) =>
  (await admin`select * from ai_calls where account_id = ${account_id} order by created_at, id`).map((row) => ({
    ...row,
  }))

/** What of the prompt was written to the cache, and what was read from it. */
export const cached = ({ cache_creation_input_tokens, cache_read_input_tokens }: Usage) => [
  cache_creation_input_tokens,
  cache_read_input_tokens,
]
