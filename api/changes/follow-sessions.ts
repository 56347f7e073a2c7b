import type { Watch } from '../../db/changes.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { interruptAbandoned, selectVersions } from '../chat/rows.ts'
import type { Deps } from '../deps.ts'

/** A change is told where that can be; this often the sessions are looked at all the same, for what was lost on the way. */
const lookEvery_ms = 30_000
/** Where nothing tells of a change, this often: what one tab does, another shows within a second. */
const untoldEvery_ms = 900

/** Any change of what a session's page shows changes the one or the other. */
type Version = { session_id: string; state_version: number; updated_at: string }

type Told = { event: 'changed'; data: Version } | null

/**
 * The versions of these sessions now, and each again whenever it is another; null for a look that found nothing new. It
 * goes on until `end`. A session that is not the account's is as if it were not named.
 */
export async function followSessions({ changes }: Pick<Deps, 'changes'>, account: AccountAccess, ids: string[]) {
  const watch = changes.watch(account.user_id, ...ids)
  const reader = { left: false }
  const end = () => {
    reader.left = true
    watch.end()
  }
  try {
    return { events: follow(account, ids, await look(account, ids), watch, reader), end }
  } catch (error) {
    end()
    throw error
  }
}

async function* follow(
  account: AccountAccess,
  ids: string[],
  first: Version[],
  watch: Watch,
  reader: { left: boolean },
): AsyncGenerator<Told> {
  const told = new Map<string, string>()
  for (let versions = first; ; versions = await look(account, ids)) {
    const changed = versions.filter((version) => told.get(version.session_id) !== tagOf(version))
    for (const version of changed) told.set(version.session_id, tagOf(version))
    if (changed.length === 0) yield null
    for (const data of changed) yield { event: 'changed', data }
    await watch.next(lookEvery_ms, untoldEvery_ms)
    if (reader.left) return
  }
}

const tagOf = ({ state_version, updated_at }: Version) => `${state_version} ${updated_at}`

async function look({ account_id, batch }: AccountAccess, ids: string[]): Promise<Version[]> {
  const [, versions] = await batch((tx) => [
    interruptAbandoned(tx, account_id, ids),
    selectVersions(tx, account_id, ids),
  ])
  return versions
}
