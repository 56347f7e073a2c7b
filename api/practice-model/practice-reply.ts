import type Anthropic from '@anthropic-ai/sdk'
import { estimateTokens, type InputTokens } from './practice-cache.ts'

const CHARACTERS_PER_TOKEN = 4

/** A finished reply: what is said, and why it ended there. */
export interface PracticeReply {
  message: Anthropic.Message
  text: string
}

/** The reply to `text` as the Messages API shapes it, cut at `max_tokens`. */
export function buildReply(answer: string, max_tokens: number, input: InputTokens): PracticeReply {
  const characters = Array.from(answer)
  const is_cut = characters.length > max_tokens * CHARACTERS_PER_TOKEN
  const text = is_cut ? characters.slice(0, max_tokens * CHARACTERS_PER_TOKEN).join('') : answer
  return {
    text,
    message: {
      id: `msg_${crypto.randomUUID().replaceAll('-', '')}`,
      type: 'message',
      role: 'assistant',
      model: 'practice',
      content: text === '' ? [] : [{ type: 'text', text, citations: null }],
      stop_reason: is_cut ? 'max_tokens' : 'end_turn',
      stop_sequence: null,
      stop_details: null,
      container: null,
      diagnostics: null,
      usage: usage(input, estimateTokens(text)),
    },
  }
}

function usage(input: InputTokens, output_tokens: number): Anthropic.Usage {
  return {
    ...input,
    cache_creation: {
      ephemeral_5m_input_tokens: input.cache_creation_input_tokens,
      ephemeral_1h_input_tokens: 0,
    },
    output_tokens,
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: 'standard',
    speed: null,
    inference_geo: null,
  }
}
