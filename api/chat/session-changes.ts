import type { Watch } from '../../db/changes.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Deps } from '../deps.ts'
import { found } from '../errors.ts'
import { interruptAbandoned, selectVersion } from './rows.ts'

/** Where nothing tells of a change, the session is looked at this often: what one tab does, another shows within a second. */
const lookEvery_ms = 900

/** Any change of what the session's page shows changes one of these. */
type Version = { state_version: number; updated_at: string }

/**
 * The session's version now, and again whenever it is another; null for a look that found nothing new. It ends only with
 * its reader. Throws `not_found`.
 */
export async function followSession({ changes }: Pick<Deps, 'changes'>, account: AccountAccess, id: string) {
  const watch = changes.watch(id, account.user_id)
  try {
    return follow(account, id, await look(account, id), watch)
  } catch (error) {
    watch.end()
    throw error
  }
}

async function* follow(
  account: AccountAccess,
  id: string,
  first: Version,
  watch: Watch,
): AsyncGenerator<{ event: 'changed'; data: Version } | null> {
  try {
    for (let version = first, told = ''; ; version = await look(account, id)) {
      const tag = `${version.state_version} ${version.updated_at}`
      yield tag === told ? null : { event: 'changed', data: version }
      told = tag
      await watch.next(lookEvery_ms)
    }
  } finally {
    watch.end()
  }
}

async function look({ account_id, batch }: AccountAccess, id: string): Promise<Version> {
  const [, [version]] = await batch((tx) => [interruptAbandoned(tx, account_id, id), selectVersion(tx, account_id, id)])
  return found(version)
}
