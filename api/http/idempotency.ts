import type { Context } from 'hono'
import type { Tx } from '../../db/in-account.ts'
import { Failure } from '../errors.ts'
import { CannotOpen, type SecretBox } from '../secret-box/secret-box.ts'
import { insertKey, pruneIdempotencyKeys, selectKey, updateKey } from './idempotency-rows.ts'

/** A request that may come twice: the same `key` at the same `scope` with the same body is the same request. */
export type Repeatable = { account_id: string; scope: string; key: string | undefined; body: unknown; box: SecretBox }

/** Reads the Idempotency-Key of a request, whose answer is sealed with `box`; throws `invalid` over 255 characters. */
export function repeatable(c: Context, box: SecretBox, account_id: string, body: unknown): Repeatable {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && (key.length === 0 || key.length > 255)) {
    const errors = [{ path: 'Idempotency-Key', message: 'must be 1 to 255 characters long' }]
    throw new Failure('invalid', 'Idempotency-Key: must be 1 to 255 characters long.', { errors })
  }
  return { account_id, scope: `${c.req.method} ${c.req.path}`, key, body, box }
}

/**
 * Does `work` unless this request did it before, and then answers what it answered, byte for byte. Key and work are one
 * transaction: work that failed leaves no key, and of two at once the second waits and gets the first one's answer. Keys
 * are kept three days. Throws `idempotency_mismatch` for a key that came with another body.
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
  tx.atCommit(pruneIdempotencyKeys(tx, account_id))
  const [isNew] = await insertKey(tx, taken, body_hash)
  if (!isNew) {
    const [first] = await selectKey(tx, taken)
    mustBeSame(first?.body_hash, body_hash)
    return { answer: await open<Answer>(request, first?.response), replayed: true }
  }
  const answer = await work()
  tx.atCommit(updateKey(tx, taken, await seal(request, answer)))
  return { answer, replayed: false }
}

/**
 * For work that no one transaction can hold, since it waits for the outside: what this request was answered before, or
 * nothing. `remember` keeps the answer in the transaction that ends the work.
 */
export async function remembered<Answer>(tx: Tx, request: Repeatable): Promise<Answer | undefined> {
  const { account_id, scope, key, body } = request
  if (key === undefined) return undefined
  tx.atCommit(pruneIdempotencyKeys(tx, account_id))
  const [first] = await selectKey(tx, { account_id, scope, key })
  if (!first) return undefined
  mustBeSame(first.body_hash, await hashOf(body))
  return await open<Answer>(request, first.response)
}

export async function remember(tx: Tx, request: Repeatable, answer: unknown): Promise<void> {
  const { account_id, scope, key, body } = request
  if (key === undefined) return
  const taken = { account_id, scope, key }
  const [isNew] = await insertKey(tx, taken, await hashOf(body))
  if (isNew) tx.atCommit(updateKey(tx, taken, await seal(request, answer)))
}

// JSON and no jsonb, which would put the fields of an answer into another order.
const seal = (request: Repeatable, answer: unknown) => request.box.seal(JSON.stringify(answer), placeOf(request))

async function open<Answer>(request: Repeatable, sealed: string | null | undefined): Promise<Answer> {
  try {
    return JSON.parse(await request.box.open(sealed ?? '', placeOf(request)))
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    // It was done, so it must not be done again.
    throw new Failure('conflict', 'This was done before. What was answered then can’t be read any more.')
  }
}

const placeOf = ({ account_id, scope, key }: Repeatable) => ({
  account_id,
  field: `idempotency_keys.response ${JSON.stringify([scope, key])}`,
})

function mustBeSame(first: string | undefined, now: string): void {
  if (first !== now) throw new Failure('idempotency_mismatch', 'This Idempotency-Key came with another body before.')
}

async function hashOf(body: unknown) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(body)))
  return Buffer.from(digest).toString('base64url')
}
