import { Failure } from '../errors.ts'
import type { Auth } from './auth.ts'

/** Hands a call to better-auth with the body that was validated. Throws its errors as ours; keeps its cookies. */
export async function askBetterAuth(auth: Auth, request: Request, body: unknown = {}): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const answer = await auth.handler(
    new Request(request.url, { method: request.method, headers, body: JSON.stringify(body) }),
  )
  const said: { token?: unknown; code?: string; message?: string } | null = await answer.json().catch(() => null)
  if (!answer.ok) throw asFailure(answer.status, said)
  // The token travels in the http-only cookie; in the body a script could read it.
  const { token: _, ...shown } = said ?? {}
  const kept = new Headers()
  for (const cookie of answer.headers.getSetCookie()) kept.append('set-cookie', cookie)
  return Response.json(shown, { status: answer.status, headers: kept })
}

function asFailure(status: number, said: { code?: string; message?: string } | null) {
  if (status === 401) return new Failure('unauthenticated', 'This address and password do not belong together.')
  if (said?.code?.startsWith('USER_ALREADY_EXISTS')) {
    return new Failure('conflict', 'This address has a sign-in already. Sign in instead.')
  }
  if (status === 404) return new Failure('not_found', 'This way to sign in is not set up here.')
  if (status < 500) return new Failure('invalid', said?.message ?? 'It does not fit its schema.')
  return new Failure('unavailable', 'Signing in did not work. Nothing was changed.', { retry_after_s: 2 })
}
