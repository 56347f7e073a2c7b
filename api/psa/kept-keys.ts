import type { Database } from '../../db/connection.ts'
import { batchInAccount } from '../../db/in-account.ts'
import { CannotOpen, type SecretBox } from '../secret-box/secret-box.ts'
import { PsaFailure } from './provider.ts'
import { type ConnectionRow, type SealedKeys, updateSealedKeys } from './rows.ts'

/** What of a connection is secret. */
export type Keys = { private_key: string; client_id: string }

const places = (account_id: string) => ({
  private_key: { account_id, field: 'psa_connections.private_key_encrypted' },
  client_id: { account_id, field: 'psa_connections.client_id_encrypted' },
})

export async function sealKeys(box: SecretBox, account_id: string, keys: Keys) {
  const at = places(account_id)
  const [private_key_encrypted, client_id_encrypted] = await Promise.all([
    box.seal(keys.private_key, at.private_key),
    box.seal(keys.client_id, at.client_id),
  ])
  return { private_key_encrypted, client_id_encrypted }
}

/** The keys that a connection keeps; throws `keys_refused` where they can't be read any more. */
export async function openKeys(box: SecretBox, row: SealedKeys & { account_id: string }): Promise<Keys> {
  const at = places(row.account_id)
  try {
    const [private_key, client_id] = await Promise.all([
      box.open(row.private_key_encrypted ?? '', at.private_key),
      box.open(row.client_id_encrypted ?? '', at.client_id),
    ])
    return { private_key, client_id }
  } catch (cause) {
    if (!(cause instanceof CannotOpen)) throw cause
    const message = 'The keys that FlowPilot keeps for the PSA can’t be read any more: its secret was changed.'
    throw new PsaFailure('keys_refused', message, false, { cause })
  }
}

/** Seals keys anew that a former secret sealed, so that it can be forgotten one day. */
export async function renewKeys(box: SecretBox, database: Database, row: ConnectionRow, keys: Keys): Promise<void> {
  const sealed = [row.private_key_encrypted, row.client_id_encrypted].filter((each) => each !== null)
  const stale = await Promise.all(sealed.map(box.isStale))
  if (!stale.includes(true)) return
  const { account_id } = row
  const anew = await sealKeys(box, account_id, keys)
  await batchInAccount(database, { account_id }, (tx) => [updateSealedKeys(tx, account_id, row, anew)])
}
