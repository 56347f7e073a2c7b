/** Something that is another one on a ticket than when it was last seen. */
export type TicketChange = { field: 'company' | 'status' | 'note'; before: string | null; after: string | null }

/** What the API answers when it does not do what it was asked: RFC 9457, with FlowPilot's code. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  constructor(
    /** The HTTP status; 0 when no answer came at all. */
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly request_id: string | null = null,
    readonly errors: { path: string; message: string }[] = [],
    /** The whole body, for the codes that carry more than words. */
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail)
  }

  /** What is wrong with one field, by its path in the request. */
  errorAt(path: string): string | null {
    return this.errors.find((error) => error.path === path)?.message ?? null
  }

  /** With `ticket_moved`: what changed on the ticket. */
  get changes(): TicketChange[] {
    return Array.isArray(this.body.changes) ? this.body.changes.filter(isTicketChange) : []
  }
}

/** The sentence to show for anything that was thrown. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof ApiProblem) return thrown.detail
  return 'Something unexpected happened. Try again, or load the page anew.'
}

/** Reads a refused response; one that is no problem document still becomes a problem that says what came. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const request_id = response.headers.get('x-request-id')
  const body: unknown = await response.json().catch(() => null)
  if (!isRecord(body)) {
    return new ApiProblem(response.status, 'unknown', `The server answered ${response.status}.`, request_id)
  }
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : null)
  return new ApiProblem(
    response.status,
    text('code') ?? 'unknown',
    text('detail') ?? text('title') ?? text('message') ?? `The server answered ${response.status}.`,
    text('request_id') ?? request_id,
    Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
    body,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFieldError(value: unknown): value is { path: string; message: string } {
  return isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string'
}

function isTicketChange(value: unknown): value is TicketChange {
  const isText = (text: unknown) => text === null || typeof text === 'string'
  return (
    isRecord(value) && /^(company|status|note)$/.test(`${value.field}`) && isText(value.before) && isText(value.after)
  )
}
