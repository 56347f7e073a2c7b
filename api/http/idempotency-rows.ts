import { and, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { idempotencyKeys } from '../../db/schema/idempotency-keys.ts'

type Key = { account_id: string; scope: string; key: string }

/** Takes the key for this transaction; answers nothing where it was taken before. Waits for one that is taking it now. */
export const insertKey = (tx: Tx, key: Key, body_hash: string) =>
  tx
    .insert(idempotencyKeys)
    .values({ ...key, body_hash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })

export const selectKey = (tx: Tx, key: Key) => tx.select().from(idempotencyKeys).where(isKey(key))

export const updateKey = (tx: Tx, key: Key, response: string) =>
  tx.update(idempotencyKeys).set({ response }).where(isKey(key))

/** Forgets the answers of an account that are older than three days. */
export const pruneIdempotencyKeys = (tx: Tx, account_id: string) =>
  tx
    .delete(idempotencyKeys)
    .where(
      and(eq(idempotencyKeys.account_id, account_id), lt(idempotencyKeys.created_at, sql`now() - interval '3 days'`)),
    )

const isKey = ({ account_id, scope, key }: Key) =>
  and(eq(idempotencyKeys.account_id, account_id), eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key))
