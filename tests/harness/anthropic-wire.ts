import type { ScriptedReply, ScriptedUsage } from './scripted-reply.ts'

/** The pieces in which a reply's words are streamed, up to where its script breaks it off. */
export function piecesOf({ text = '', error_after_chunks }: ScriptedReply): string[] {
  return (typeof text === 'string' ? [text] : text).slice(0, error_after_chunks)
}

/** The answer to a request without `stream`. */
export function wholeMessage(reply: ScriptedReply, model: string) {
  const content = [{ type: 'text', text: piecesOf(reply).join('') }]
  return { ...emptyMessage(reply, model), content, stop_reason: reply.stop_reason ?? 'end_turn' }
}

/** The events before the first piece of a streamed reply. */
export function openingEvents(reply: ScriptedReply, model: string) {
  return [
    { type: 'message_start', message: emptyMessage(reply, model) },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  ]
}

export function pieceEvent(text: string) {
  return { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }
}

/** The events after the last piece. */
export function closingEvents(reply: ScriptedReply) {
  if (reply.error_after_chunks !== undefined) return [errorBody('overloaded_error', 'Overloaded')]
  const delta = { stop_reason: reply.stop_reason ?? 'end_turn', stop_sequence: null }
  return [
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta, usage: usageOf(reply) },
    { type: 'message_stop' },
  ]
}

export function errorBody(type: string, message: string) {
  return { type: 'error', error: { type, message }, request_id: 'req_scripted' }
}

function emptyMessage(reply: ScriptedReply, model: string) {
  const nothing_yet = { content: [], stop_reason: null, stop_sequence: null }
  return { id: 'msg_scripted', type: 'message', role: 'assistant', model, ...nothing_yet, usage: usageOf(reply) }
}

function usageOf({ usage }: ScriptedReply): ScriptedUsage {
  return {
    input_tokens: 100,
    output_tokens: 20,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    ...usage,
  }
}
