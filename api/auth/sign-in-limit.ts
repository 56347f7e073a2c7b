import type { Database } from '../../db/connection.ts'
import { inSignIn } from '../../db/in-account.ts'
import { Failure } from '../errors.ts'
import { forgetAttempt, forgetAttempts, noteAttempt } from './rows.ts'

const failuresAllowed = 10

/**
 * Tries a sign-in, unless 10 at this address failed within 15 minutes (`rate_limited`). The attempt is noted before it
 * is made, so that many at once don't slip through; one that succeeds clears the slate.
 */
export async function limitSignIn(
  database: Database,
  address: string,
  attempt: () => Promise<Response>,
): Promise<Response> {
  const handle = inSignIn(database)
  const address_hash = await hashOf(address.trim().toLowerCase())
  const { id, before, free_in_s } = await noteAttempt(inSignIn(database, address_hash), address_hash)
  if (before >= failuresAllowed) {
    await forgetAttempt(handle, id)
    throw new Failure('rate_limited', 'Too many failed sign-ins for this address. Wait before you try again.', {
      retry_after_s: Math.max(1, free_in_s),
    })
  }
  const response = await attempt().catch(async (error) => {
    // Only a password that was tried and wrong counts.
    if (!(error instanceof Failure && error.code === 'unauthenticated')) await forgetAttempt(handle, id)
    throw error
  })
  await forgetAttempts(handle, address_hash)
  return response
}

async function hashOf(text: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('base64url')
}
