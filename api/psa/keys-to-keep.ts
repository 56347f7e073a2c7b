import { Failure } from '../errors.ts'
import type { SecretBox } from '../secret-box/secret-box.ts'
import { type Keys, openKeys, sealKeys } from './kept-keys.ts'
import { PsaFailure } from './provider.ts'
import type { ConnectionRow, SealedKeys } from './rows.ts'
import type { NewConnection, NewConnectWise } from './schemas.ts'

/**
 * The keys to keep with a connection, sealed: those that are given, and those that are kept already. Kept keys go only
 * where they went before: with another site, company or public key both must be given; throws `invalid` where one is not.
 */
export async function keysToKeep(
  box: SecretBox,
  account_id: string,
  before: ConnectionRow | undefined,
  connection: NewConnection,
): Promise<SealedKeys> {
  if (connection.provider === 'builtin') return { private_key_encrypted: null, client_id_encrypted: null }
  const kept = before && isSamePlace(before, connection) ? await openIfReadable(box, before) : {}
  const { private_key = kept.private_key, client_id = kept.client_id } = connection
  if (private_key === undefined || client_id === undefined) throw missing({ private_key, client_id })
  return await sealKeys(box, account_id, { private_key, client_id })
}

function isSamePlace(before: ConnectionRow, { site, company_id, public_key }: NewConnectWise): boolean {
  return before.site === site && before.company_id === company_id && before.public_key === public_key
}

async function openIfReadable(box: SecretBox, before: ConnectionRow): Promise<Partial<Keys>> {
  try {
    return await openKeys(box, before)
  } catch (error) {
    if (error instanceof PsaFailure) return {}
    throw error
  }
}

function missing(keys: Record<keyof Keys, string | undefined>): Failure {
  const message = 'must be given: none is kept for this site, company and public key'
  const errors = Object.entries(keys).flatMap(([path, key]) => (key === undefined ? [{ path, message }] : []))
  return new Failure('invalid', `${errors[0]?.path}: ${message}.`, { errors })
}
