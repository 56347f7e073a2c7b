import type { ClientOptions } from '@anthropic-ai/sdk'
import { answerPractice } from './answer.ts'
import { PracticeCache } from './practice-cache.ts'
import { errorBody, errorResponse, newRequestId, PracticeError } from './practice-error.ts'
import { streamEvents } from './practice-events.ts'
import { buildReply } from './practice-reply.ts'
import { readPracticeRequest } from './practice-request.ts'
import { abortReason, eventStream, type SentEvent } from './practice-stream.ts'

export type PracticeFetch = NonNullable<ClientOptions['fetch']>

/** An error on demand; with `after_chunks` a streamed reply breaks after that many pieces of text. */
export interface PracticeFailure {
  status: number
  type: string
  message: string
  after_chunks?: number
}

export interface PracticeOptions {
  /** Milliseconds since the epoch; the cache's clock. */
  now?: () => number
  /** Milliseconds between two events of a stream. */
  pace_ms?: number
  fail?: (request_body: unknown) => PracticeFailure | null
}

/**
 * A `fetch` for the Anthropic SDK that answers `POST /v1/messages` in process, without key or network, over the real wire
 * protocol. Errors are responses of the API's shape; only an aborted signal rejects.
 */
export function createPracticeFetch(options: PracticeOptions = {}): PracticeFetch {
  const { now = Date.now, pace_ms = 18, fail = () => null } = options
  const cache = new PracticeCache(now)

  return async (input, init) => {
    const sent = new Request(input, init)
    const signal = init?.signal ?? sent.signal
    if (signal.aborted) throw abortReason(signal)
    const request_id = newRequestId()
    try {
      const body = await readBody(sent)
      const request = readPracticeRequest(body)
      const failure = fail(body)
      const breaks_midway = failure?.after_chunks !== undefined && request.stream
      if (failure && !breaks_midway) return errorResponse(failure, request_id)

      const prompt = await cache.read(request)
      const reply = buildReply(answerPractice(request), request.max_tokens, prompt.tokens)
      if (signal.aborted) throw abortReason(signal)
      prompt.begin()
      const headers = { 'request-id': request_id, 'cache-control': 'no-cache' }
      if (!request.stream) return Response.json(reply.message, { headers })

      const events = failure ? breakMidway(streamEvents(reply), failure, request_id) : streamEvents(reply)
      return new Response(eventStream(events, pace_ms, signal), {
        headers: { ...headers, 'content-type': 'text/event-stream; charset=utf-8' },
      })
    } catch (error) {
      if (error instanceof PracticeError) return errorResponse(error, request_id)
      throw error
    }
  }
}

async function readBody(sent: Request): Promise<unknown> {
  const { pathname } = new URL(sent.url)
  if (!pathname.endsWith('/v1/messages')) throw new PracticeError(404, 'not_found_error', 'Not Found')
  if (sent.method !== 'POST') throw new PracticeError(405, 'invalid_request_error', 'Method Not Allowed')
  if (!sent.headers.has('anthropic-version')) {
    throw new PracticeError(400, 'invalid_request_error', 'anthropic-version: header is required')
  }
  try {
    return await sent.json()
  } catch {
    throw new PracticeError(400, 'invalid_request_error', 'The request body is not valid JSON')
  }
}

function* breakMidway(events: Iterable<SentEvent>, failure: PracticeFailure, request_id: string): Generator<SentEvent> {
  let chunks = 0
  for (const event of events) {
    if (event.type === 'content_block_delta' && chunks++ === failure.after_chunks) break
    if (event.type === 'content_block_stop') break
    yield event
  }
  yield errorBody(failure, request_id)
}
