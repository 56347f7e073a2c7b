import type Anthropic from '@anthropic-ai/sdk'
import type { PracticeReply } from './practice-reply.ts'

type StreamEvent = Anthropic.RawMessageStreamEvent | { type: 'ping' }

const CHUNK_LENGTHS = [9, 21, 14, 26, 7, 19]

/** The events of a streamed reply, in the order and shape of the Messages API. */
export function* streamEvents({ message, text }: PracticeReply): Generator<StreamEvent> {
  const { stop_reason, stop_sequence, stop_details, container, usage } = message
  const started = { ...usage, output_tokens: Math.min(1, usage.output_tokens) }
  yield { type: 'message_start', message: { ...message, content: [], stop_reason: null, usage: started } }
  if (text !== '') {
    yield { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: null } }
    yield { type: 'ping' }
    for (const chunk of chunksOf(text)) {
      yield { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: chunk } }
    }
    yield { type: 'content_block_stop', index: 0 }
  }
  yield {
    type: 'message_delta',
    delta: { stop_reason, stop_sequence, stop_details, container },
    usage: {
      input_tokens: usage.input_tokens,
      cache_creation_input_tokens: usage.cache_creation_input_tokens,
      cache_read_input_tokens: usage.cache_read_input_tokens,
      output_tokens: usage.output_tokens,
      output_tokens_details: null,
      server_tool_use: null,
    },
  }
  yield { type: 'message_stop' }
}

function* chunksOf(text: string): Generator<string> {
  const characters = Array.from(text)
  for (let from = 0, turn = 0; from < characters.length; turn++) {
    const length = CHUNK_LENGTHS[turn % CHUNK_LENGTHS.length] ?? 16
    yield characters.slice(from, from + length).join('')
    from += length
  }
}
