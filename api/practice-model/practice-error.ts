/** A refusal in the Messages API's own terms: HTTP status, error type, and a message for the log. */
export class PracticeError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
  ) {
    super(message)
  }
}

export const newRequestId = () => `req_${crypto.randomUUID().replaceAll('-', '')}`

/** The body that the Messages API sends with an error, as a response and as an `error` event alike. */
export function errorBody({ type, message }: { type: string; message: string }, request_id: string) {
  return { type: 'error', error: { type, message }, request_id }
}

/** The HTTP response for a refusal; a 429 asks to come back after one second. */
export function errorResponse(error: { status: number; type: string; message: string }, request_id: string): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'request-id': request_id })
  if (error.status === 429) headers.set('retry-after', '1')
  return new Response(JSON.stringify(errorBody(error, request_id)), { status: error.status, headers })
}
