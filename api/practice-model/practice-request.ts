import { PracticeError } from './practice-error.ts'

export interface ContentBlock {
  type: string
  text?: string
  cache_control?: { type: 'ephemeral' } | null
}

export interface PracticeMessage {
  role: 'user' | 'assistant' | 'system'
  content: ContentBlock[]
}

/** A Messages request as the practice model reads it: every text shorthand is written out as a list of blocks. */
export interface PracticeRequest {
  model: string
  max_tokens: number
  stream: boolean
  tools: unknown[]
  system: ContentBlock[]
  messages: PracticeMessage[]
  cache_control: ContentBlock['cache_control']
}

type Json = Record<string, unknown>

const SAMPLING = ['temperature', 'top_p', 'top_k'] as const
const MAX_BREAKPOINTS = 4

/** Reads a request body, and refuses with a 400 `invalid_request_error` what the Messages API refuses. */
export function readPracticeRequest(body: unknown): PracticeRequest {
  if (!isObject(body)) throw invalid('Input should be a valid dictionary')
  if (typeof body.model !== 'string' || body.model === '') throw invalid('model: Field required')
  if (body.max_tokens === undefined) throw invalid('max_tokens: Field required')
  if (!Number.isInteger(body.max_tokens)) throw invalid('max_tokens: Input should be a valid integer')
  if (Number(body.max_tokens) < 0) throw invalid('max_tokens: Input should be greater than or equal to 0')
  for (const name of SAMPLING) if (body[name] != null) throw invalid(`\`${name}\` is not supported by this model.`)
  if (isObject(body.tool_choice) && (body.tool_choice.type === 'tool' || body.tool_choice.type === 'any')) {
    throw invalid(`tool_choice: forced tool use (\`${body.tool_choice.type}\`) is not supported by this model.`)
  }
  const request: PracticeRequest = {
    model: body.model,
    max_tokens: Number(body.max_tokens),
    stream: body.stream === true,
    tools: Array.isArray(body.tools) ? body.tools : [],
    system: body.system == null ? [] : readBlocks(body.system, 'system'),
    messages: readMessages(body.messages),
    cache_control: isObject(body.cache_control) ? { type: 'ephemeral' } : null,
  }
  const found = countBreakpoints(request)
  if (found > MAX_BREAKPOINTS) {
    throw invalid(`A maximum of ${MAX_BREAKPOINTS} blocks with cache_control may be provided. Found ${found}.`)
  }
  return request
}

function readMessages(value: unknown): PracticeMessage[] {
  if (value === undefined) throw invalid('messages: Field required')
  if (!Array.isArray(value)) throw invalid('messages: Input should be a valid list')
  if (value.length === 0) throw invalid('messages: at least one message is required')
  const messages = value.map(readMessage)
  if (messages[0]?.role !== 'user') throw invalid('messages: first message must use the "user" role')
  if (messages.at(-1)?.role === 'assistant') {
    throw invalid(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    )
  }
  return messages
}

function readMessage(value: unknown, at: number): PracticeMessage {
  if (!isObject(value)) throw invalid(`messages.${at}: Input should be a valid dictionary`)
  const { role } = value
  if (role !== 'user' && role !== 'assistant' && role !== 'system') {
    throw invalid(`messages.${at}.role: Input should be 'user' or 'assistant'`)
  }
  const content = readBlocks(value.content, `messages.${at}.content`)
  if (content.length === 0) throw invalid(`messages.${at}: all messages must have non-empty content`)
  return { role, content }
}

function readBlocks(value: unknown, where: string): ContentBlock[] {
  if (typeof value === 'string') return value === '' && where === 'system' ? [] : [readBlock(textBlock(value), where)]
  if (!Array.isArray(value)) throw invalid(`${where}: Input should be a valid string or list`)
  return value.map((block, at) => readBlock(block, `${where}.${at}`))
}

function readBlock(value: unknown, where: string): ContentBlock {
  if (!isObject(value) || typeof value.type !== 'string') throw invalid(`${where}.type: Field required`)
  if (value.type === 'text') {
    if (typeof value.text !== 'string') throw invalid(`${where}.text: Field required`)
    if (value.text === '' && value.cache_control != null) {
      throw invalid(`${where}: cache_control cannot be set for empty text blocks`)
    }
    if (value.text.trim() === '') throw invalid(`${where}: text content blocks must contain non-whitespace text`)
  }
  return value as unknown as ContentBlock
}

function countBreakpoints(request: PracticeRequest): number {
  const blocks = [...request.system, ...request.messages.flatMap((message) => message.content)]
  const marked = [...blocks, ...request.tools.filter(isObject), request].filter((block) => block.cache_control != null)
  return marked.length
}

function textBlock(text: string): ContentBlock {
  return { type: 'text', text }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(message: string): PracticeError {
  return new PracticeError(400, 'invalid_request_error', message)
}
