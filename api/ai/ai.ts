import Anthropic from '@anthropic-ai/sdk'
import type { Database } from '../../db/connection.ts'
import { inAccount } from '../../db/in-account.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { cleanText, TextCleaner } from '../text/clean-text.ts'
import { AiFailure, asAiFailure } from './ai-failure.ts'
import { contextTokens, costCents, minCacheableTokens } from './models.ts'
import { type Prompt, stableTokens, toRequest, withoutSecrets } from './prompt.ts'
import { insertAiCall } from './rows.ts'
import { type AiPatience, usualPatience, watchSilence } from './silence.ts'
import { addUsage, type Usage, unknownUsage } from './usage.ts'

export type AiPurpose =
  | 'chat'
  | 'fact_synthesis'
  | 'resolution_note'
  | 'escalation_package'
  | 'ticket_parse'
  | 'template_extraction'

/** Why a call that asks for no tools may stop; who gets its words knows which of these are whole. */
const endings = ['end_turn', 'stop_sequence', 'max_tokens', 'refusal', 'model_context_window_exceeded']

export type AiCall = {
  purpose: AiPurpose
  /** For whom: every call is recorded there. */
  account_id: string
  session_id?: string
  prompt: Prompt
  /** Values that are known to be secret: neither they nor anything that looks like a secret is sent. */
  secrets?: readonly string[]
  /** At most this many tokens are written. */
  max_tokens: number
  signal?: AbortSignal
}

/** How a call ended: the model that answered, why it stopped, and what it used. */
export type AiEnd = { model: string; stop_reason: string | null; usage: Usage }

/** The only way to the model. Every call is recorded, also one that fails; failures are thrown as `AiFailure`. */
export type Ai = ReturnType<typeof createAi>

export type AiOptions = {
  config: Pick<Config, 'anthropic' | 'models'>
  database: Database
  log: Log
  now?: () => number
  /** Milliseconds between the practice model's words. */
  practice_pace_ms?: number
  patience?: AiPatience
}

/** The practice model, which is loaded when it is first asked: a Worker with a key never reads it. */
function practiceFetch({ now, pace_ms }: { now: () => number; pace_ms: number | undefined }): typeof globalThis.fetch {
  let loaded: Promise<typeof globalThis.fetch> | undefined
  const load = async () => {
    const { createPracticeFetch } = await import('../practice-model/practice-fetch.ts')
    return createPracticeFetch({ now, ...(pace_ms === undefined ? {} : { pace_ms }) }) as typeof globalThis.fetch
  }
  const asked = async (...request: Parameters<typeof globalThis.fetch>) => {
    loaded ??= load()
    return await (await loaded)(...request)
  }
  return asked as typeof globalThis.fetch
}

export function createAi({
  config,
  database,
  log,
  now = Date.now,
  practice_pace_ms,
  patience = usualPatience,
}: AiOptions) {
  const { api_key, base_url } = config.anthropic
  const practice = !api_key && !base_url
  const fetch = practice ? practiceFetch({ now, pace_ms: practice_pace_ms }) : globalThis.fetch
  // A local server may want no key, but the SDK does not start without one.
  const client = new Anthropic({ apiKey: api_key ?? 'none', baseURL: base_url ?? null, fetch })
  const warned = new Set<string>()

  function request({ purpose, prompt: asked, secrets, max_tokens }: AiCall) {
    const prompt = withoutSecrets(asked, secrets)
    const model = purpose === 'chat' ? config.models.chat : config.models.small
    const least = minCacheableTokens(model)
    if (least !== undefined && stableTokens(prompt) < least && !warned.has(purpose)) {
      warned.add(purpose)
      log.warn('stable prefix too short to be cached', { purpose, model, tokens: stableTokens(prompt), least })
    }
    return { model, max_tokens, ...toRequest(prompt) }
  }

  /** Yields the model's words as they come, cleaned, and returns how it ended; it is over only when the call is recorded. */
  async function* stream(call: AiCall): AsyncGenerator<string, AiEnd> {
    const asked = request(call)
    const end: AiEnd = { model: asked.model, stop_reason: null, usage: unknownUsage }
    const recorded = recording(call, end)
    const words = new TextCleaner()
    const watch = watchSilence(fetch, patience)
    const signal = AbortSignal.any([watch.signal, ...(call.signal ? [call.signal] : [])])
    try {
      const messages = client.withOptions({ fetch: watch.fetch }).messages
      const events = await messages.create({ ...asked, stream: true }, { signal })
      for await (const event of events) {
        if (event.type === 'message_start') {
          end.model = event.message.model
          end.usage = addUsage(end.usage, event.message.usage)
        } else if (event.type === 'message_delta') {
          end.stop_reason = event.delta.stop_reason
          end.usage = addUsage(end.usage, event.usage)
        } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
          yield words.push(event.delta.text)
        }
      }
      yield words.end()
      if (call.signal?.aborted) throw new AiFailure('cancelled', 'The reply was stopped.', true)
      watch.signal.throwIfAborted()
      if (!end.stop_reason) throw new AiFailure('cut_off', 'The model’s reply broke off.', true)
    } catch (error) {
      const isOverdue = watch.signal.aborted && !call.signal?.aborted
      throw recorded.failed(isOverdue ? watch.signal.reason : error)
    } finally {
      watch.end()
      await recorded.write()
    }
    return end
  }

  /** Asks once and answers the whole text, cleaned. */
  async function complete(call: AiCall): Promise<AiEnd & { text: string }> {
    const asked = request(call)
    const end: AiEnd = { model: asked.model, stop_reason: null, usage: unknownUsage }
    const recorded = recording(call, end)
    try {
      const message = await client.messages.create(asked, { signal: call.signal ?? null })
      end.model = message.model
      end.stop_reason = message.stop_reason
      end.usage = addUsage(end.usage, message.usage)
      if (!endings.includes(message.stop_reason ?? '')) {
        throw new AiFailure(
          'cut_off',
          `The model stopped for a reason that is not known: ${message.stop_reason}.`,
          true,
        )
      }
      const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('')
      return { ...end, text: cleanText(text) }
    } catch (error) {
      throw recorded.failed(error)
    } finally {
      await recorded.write()
    }
  }

  function recording({ account_id, session_id, purpose }: AiCall, end: AiEnd) {
    const start = performance.now()
    let error_code: string | null = null
    return {
      failed(error: unknown): AiFailure {
        const failure = asAiFailure(error)
        error_code = failure.code
        return failure
      },
      async write() {
        const { model, stop_reason, usage } = end
        const duration_ms = Math.round(performance.now() - start)
        const row = {
          account_id,
          session_id,
          purpose,
          model,
          stop_reason,
          error_code,
          duration_ms,
          ...usage,
          cost_cents: costCents(model, usage),
        }
        try {
          await inAccount(database, { account_id }, async (tx) => tx.atCommit(insertAiCall(tx, row)))
        } catch (error) {
          // The engineer has his answer; a call that could not be counted must not take it from him.
          log.error('call not recorded', { purpose, error })
        }
      },
    }
  }

  /** How many characters of conversation a call for this purpose may carry beside `others`: three a token, on the safe side. */
  const roomFor = (purpose: AiPurpose, max_tokens: number, others: string[]): number => {
    const model = practice ? 'practice' : purpose === 'chat' ? config.models.chat : config.models.small
    return (contextTokens(model) - max_tokens) * 3 - others.join('').length
  }

  return { practice, stream, complete, roomFor }
}
