import type { Context } from 'hono'
import type { Tx } from '../../db/in-account.ts'
import { Failure } from '../errors.ts'
import { deleteOldKeys, insertKey, selectKey, updateKey } from './once-rows.ts'

/** A request that may come twice: the same `key` at the same `scope` with the same body is the same request. */
export type Repeatable = { account_id: string; scope: string; key: string | undefined; body: unknown }

/** Reads the Idempotency-Key of a request; throws `invalid` over 255 characters. */
export function repeatable(c: Context, account_id: string, body: unknown): Repeatable {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && (key.length === 0 || key.length > 255)) {
    const errors = [{ path: 'Idempotency-Key', message: 'must be 1 to 255 characters long' }]
    throw new Failure('invalid', 'Idempotency-Key: must be 1 to 255 characters long.', { errors })
  }
  return { account_id, scope: `${c.req.method} ${c.req.path}`, key, body }
}

/**
 * Does `work` unless this request did it before, and then answers what it answered. Key and work are one transaction:
 * work that failed leaves no key, and of two at once the second waits and gets the first one's answer. Keys are kept
 * three days. Throws `idempotency_mismatch` for a key that came with another body.
 */
export async function once<Answer>(
  tx: Tx,
  request: Repeatable,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; replayed: boolean }> {
  const { account_id, scope, key, body } = request
  if (key === undefined) return { answer: await work(), replayed: false }
  const taken = { account_id, scope, key }
  const body_hash = await hashOf(body)
  const [isNew] = await insertKey(tx, taken, body_hash)
  if (!isNew) {
    const [first] = await selectKey(tx, taken)
    if (first?.body_hash !== body_hash) {
      throw new Failure('idempotency_mismatch', 'This Idempotency-Key came with another body before.')
    }
    return { answer: first.response as Answer, replayed: true }
  }
  const answer = await work()
  tx.atCommit(updateKey(tx, taken, answer))
  tx.atCommit(deleteOldKeys(tx, account_id))
  return { answer, replayed: false }
}

async function hashOf(body: unknown) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(body)))
  return Buffer.from(digest).toString('base64url')
}
