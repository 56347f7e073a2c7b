import type { Tx } from '../../db/in-account.ts'
import { recordEvent } from '../audit/record.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { Failure, found } from '../errors.ts'
import { mergePreferences, selectPreferences, updateName } from './rows.ts'
import { default_preferences, most_preferences, type Preferences, type SettingsChange } from './schemas.ts'

/** The account's settings, those that it never chose at their defaults. */
export async function readSettings({ account_id, batch }: AccountAccess): Promise<{ preferences: Preferences }> {
  const [rows] = await batch((tx) => [selectPreferences(tx, account_id)])
  return { preferences: withDefaults(rows) }
}

/** Changes the settings that are named, and no other. Throws `invalid` where the account would have too many. */
export async function changeSettings(
  tx: Tx,
  { account_id, user_id }: { account_id: string; user_id: string },
  { preferences }: SettingsChange,
): Promise<{ preferences: Preferences }> {
  const [row] = await mergePreferences(tx, account_id, preferences)
  const kept = Object.keys(row?.preferences ?? {})
  if (kept.length > most_preferences) {
    const message = `would be more than ${most_preferences}`
    throw new Failure('invalid', `preferences: ${message}.`, { errors: [{ path: 'preferences', message }] })
  }
  const detail = { keys: Object.keys(preferences) }
  tx.atCommit(recordEvent(tx, { account_id, user_id, action: 'account_settings.changed', detail }))
  return { preferences: withDefaults(row ? [row] : []) }
}

/** Gives the account another name, which everybody who works in it sees. */
export async function renameAccount(
  tx: Tx,
  { account_id, user_id }: { account_id: string; user_id: string },
  name: string,
) {
  const account = found((await updateName(tx, account_id, name))[0])
  tx.atCommit(recordEvent(tx, { account_id, user_id, action: 'account.renamed', detail: { name } }))
  return account
}

/** One setting; `fallback` where the account never chose. */
export async function getSetting<Key extends keyof typeof default_preferences>(
  tx: Tx,
  account_id: string,
  key: Key,
  fallback: (typeof default_preferences)[Key] = default_preferences[key],
): Promise<(typeof default_preferences)[Key]> {
  const [row] = await selectPreferences(tx, account_id)
  const chosen = row?.preferences[key]
  return typeof chosen === typeof fallback ? (chosen as typeof fallback) : fallback
}

/** The rows of `selectPreferences`, which travel in a batch too, as settings. */
export function withDefaults([row]: { preferences: Record<string, unknown> }[]): Preferences {
  return { ...default_preferences, ...row?.preferences }
}
