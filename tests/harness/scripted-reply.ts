/** What the scripted model answers to one request. */
export type ScriptedReply = {
  /** The words, at once or in these pieces of the stream. */
  text?: string | string[]
  /** Silence before each piece, in milliseconds. */
  delay_ms?: number
  usage?: Partial<ScriptedUsage>
  stop_reason?: string
  /** Refused with this status instead of answered. */
  error?: { status: number; type: string; message?: string; headers?: Record<string, string> }
  /** After this many pieces the stream ends in an `error` event: overloaded. */
  error_after_chunks?: number
  /** After all pieces the connection breaks, without an end of the message. */
  cut?: boolean
  /** After all pieces nothing more comes, and the connection stays open. */
  hang?: boolean
  /** Not a byte comes, and the connection stays open. */
  silent?: boolean
}

export type ScriptedUsage = {
  input_tokens: number
  output_tokens: number
  cache_creation_input_tokens: number
  cache_read_input_tokens: number
}

type TextBlock = { type: string; text?: string; cache_control?: { type: string } }

export type ModelRequestBody = {
  model: string
  max_tokens: number
  stream?: boolean
  system?: string | TextBlock[]
  messages: { role: 'user' | 'assistant'; content: string | TextBlock[] }[]
}

/** A request as the model saw it. */
export type ModelRequest = {
  body: ModelRequestBody
  headers: Record<string, string | string[] | undefined>
  /** The words of the last user message, in which a test can put a token of its own. */
  last_user_text: string
  /** Whether the client left before the answer was complete. */
  left: boolean
}

export function lastUserText({ messages }: ModelRequestBody): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? ''
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n')
}
