import { createMiddleware } from 'hono/factory'
import { Failure } from '../errors.ts'
import type { AppEnv } from '../http/context.ts'
import { type Auth, client_address_header } from './auth.ts'

/** Lets better-auth keep with a sign-in where it came from. */
export const tellClientAddress = createMiddleware<AppEnv>(async (c, next) => {
  const headers = new Headers(c.req.raw.headers)
  headers.delete(client_address_header)
  if (c.var.client_address) headers.set(client_address_header, c.var.client_address)
  c.req.raw = new Request(c.req.raw, { headers })
  await next()
})

/**
 * Hands a call to better-auth with the body that was validated. Throws its errors as ours; keeps its cookies. The token
 * travels in the http-only cookie; in the body a script could read it.
 */
export async function askBetterAuth(auth: Auth, request: Request, body: unknown = {}): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const answer = await auth.handler(
    new Request(request.url, { method: request.method, headers, body: JSON.stringify(body) }),
  )
  const said: { token?: unknown; code?: string; message?: string } | null = await answer.json().catch(() => null)
  if (!answer.ok) throw asFailure(answer.status, said)
  const { token: _, ...shown } = said ?? {}
  return Response.json(shown, { status: answer.status, headers: cookiesOf(answer.headers) })
}

/** Who is signed in, as the database knows it at this moment and not as the cookie remembers it; null for nobody. */
export async function currentSession(auth: Auth, headers: Headers): Promise<Response> {
  const { response, headers: renewed } = await askSession(auth, headers)
  const { token: _, ...session } = response?.session ?? {}
  return Response.json(response && { user: response.user, session }, { headers: cookiesOf(renewed) })
}

export const askSession = (auth: Auth, headers: Headers) =>
  auth.api.getSession({ headers, query: { disableCookieCache: true }, returnHeaders: true }).catch(() => {
    throw away()
  })

export function cookiesOf(headers: Headers): Headers {
  const kept = new Headers()
  for (const cookie of headers.getSetCookie()) kept.append('set-cookie', cookie)
  return kept
}

const away = () => new Failure('unavailable', 'Signing in did not work. Nothing was changed.', { retry_after_s: 2 })

function asFailure(status: number, said: { code?: string; message?: string } | null) {
  if (said?.code?.startsWith('USER_ALREADY_EXISTS')) {
    return new Failure('conflict', 'This address has a sign-in already. Sign in instead.')
  }
  if (status === 404) return new Failure('not_found', 'This way to sign in is not set up here.')
  if (status < 500 && said?.code !== 'FAILED_TO_CREATE_USER')
    return new Failure('invalid', said?.message ?? 'It does not fit its schema.')
  return away()
}
