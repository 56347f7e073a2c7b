import type { Database } from '../../db/connection.ts'
import { inSignIn } from '../../db/in-account.ts'
import { Failure } from '../errors.ts'
import { forgetAttempt, forgetAttempts, type longestWindow_s, noteAttempt } from './attempt-rows.ts'

/** How many attempts are allowed within a window of seconds, and what whoever makes more is told. */
export type AttemptLimit = { allowed: number; window_s: 900 | typeof longestWindow_s; refusal: string }

/**
 * Tries something, unless it failed too often of late for this key (`rate_limited`). The attempt is noted before it is
 * made, so that many at once don't slip through; one that succeeds clears the slate, and one that did not fail for what
 * was guessed (`isWrong`) does not count.
 */
export async function limitFailures<Value>(
  database: Database,
  key: string,
  limit: AttemptLimit,
  isWrong: (error: unknown) => boolean,
  attempt: () => Promise<Value>,
): Promise<Value> {
  const handle = inSignIn(database)
  const { id, key_hash } = await countAttempt(database, key, limit)
  const value = await attempt().catch(async (error) => {
    if (!isWrong(error)) await forgetAttempt(handle, id)
    throw error
  })
  await forgetAttempts(handle, key_hash)
  return value
}

/** Notes an attempt, or refuses it (`rate_limited`) where there were too many for this key; the refused don't count. */
export async function countAttempt(database: Database, key: string, { allowed, window_s, refusal }: AttemptLimit) {
  const key_hash = await hashOf(key)
  const { id, before, free_in_s } = await noteAttempt(inSignIn(database, key_hash), key_hash, window_s)
  if (before >= allowed) {
    await forgetAttempt(inSignIn(database), id)
    throw new Failure('rate_limited', refusal, { retry_after_s: Math.max(1, free_in_s) })
  }
  return { id, key_hash }
}

async function hashOf(text: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('base64url')
}
