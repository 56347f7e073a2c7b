import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import { networkOf } from '../http/client-address.ts'
import { type AttemptLimit, countAttempt } from './attempt-limit.ts'
import { askBetterAuth } from './better-auth.ts'

type SignUp = { name: string; email: string; password: string; account_name?: string | undefined }

const addressLimit: AttemptLimit = {
  allowed: 10,
  window_s: 900,
  refusal: 'Too many sign-ups for this address. Wait before you try again.',
}
const networkLimit: AttemptLimit = {
  allowed: 300,
  window_s: 3600,
  refusal: 'Too many sign-ups from your network. Wait before you try again.',
}

/**
 * Signs up, unless there were 10 sign-ups for this address within 15 minutes or 300 from this network within an hour,
 * whatever became of them (`rate_limited`). Who sends from an address that nobody tells is of one network with all such.
 */
export async function signUp(
  { auth, database }: Pick<Deps, 'auth' | 'database'>,
  request: Request,
  client_address: string | null,
  body: SignUp,
): Promise<Response> {
  const network = client_address === null ? 'unknown' : networkOf(client_address)
  await countAttempt(database, `sign-up from ${network}`, networkLimit)
  await countAttempt(database, `sign-up of ${body.email}`, addressLimit)
  return await askBetterAuth(auth, request, body).catch((error) => {
    // Of two at once with one address better-auth tells the second only that it failed; asked again it says why.
    if (error instanceof Failure && error.code === 'unavailable') return askBetterAuth(auth, request, body)
    throw error
  })
}
