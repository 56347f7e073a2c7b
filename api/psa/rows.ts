import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { psaConnections } from '../../db/schema/psa-connections.ts'

export type ConnectionRow = typeof psaConnections.$inferSelect
export type NewConnectionRow = typeof psaConnections.$inferInsert
export type SealedKeys = Pick<ConnectionRow, 'private_key_encrypted' | 'client_id_encrypted'>

/** The account's connection; no row where it has only the built-in board. */
export const selectConnection = (tx: Tx, account_id: string) =>
  tx.select().from(psaConnections).where(eq(psaConnections.account_id, account_id))

export const lockConnection = (tx: Tx, account_id: string) => selectConnection(tx, account_id).for('update')

/** Keeps the connection, in place of the one that there was. */
export const upsertConnection = (tx: Tx, { account_id, ...connection }: NewConnectionRow) =>
  tx
    .insert(psaConnections)
    .values({ account_id, ...connection })
    .onConflictDoUpdate({ target: psaConnections.account_id, set: { ...connection, updated_at: sql`now()` } })
    .returning()

/** Answers the connection that there was. */
export const deleteConnection = (tx: Tx, account_id: string) =>
  tx.delete(psaConnections).where(eq(psaConnections.account_id, account_id)).returning()

/** Keeps the same keys sealed anew, unless others have taken their place meanwhile. */
export const updateSealedKeys = (tx: Tx, account_id: string, before: SealedKeys, sealed: SealedKeys) =>
  tx
    .update(psaConnections)
    .set(sealed)
    .where(
      and(
        eq(psaConnections.account_id, account_id),
        eq(psaConnections.private_key_encrypted, before.private_key_encrypted ?? ''),
        eq(psaConnections.client_id_encrypted, before.client_id_encrypted ?? ''),
      ),
    )
