import { recordEvent } from '../audit/record.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { Failure } from '../errors.ts'
import { builtinTargets } from './builtin/board.ts'
import { keysToKeep } from './keys-to-keep.ts'
import { PsaFailure, type TicketStatus } from './provider.ts'
import { asPsaFailed, throwPsaFailed } from './psa-failed.ts'
import type { Psa } from './registry.ts'
import { type ConnectionRow, deleteConnection, lockConnection, selectConnection, upsertConnection } from './rows.ts'
import type { NewConnection, ShownConnection } from './schemas.ts'

/** The account's connection, without its secrets; the built-in board where there is none. */
export async function readConnection({ account_id, batch }: AccountAccess): Promise<ShownConnection> {
  const [[row]] = await batch((tx) => [selectConnection(tx, account_id)])
  return asShown(row)
}

/**
 * Keeps the connection in place of the one there was. Keys that are not given are kept, as long as they go where they
 * went before; throws `invalid` with the path of what is missing or wrong.
 */
export async function saveConnection(psa: Psa, account: AccountAccess, given: NewConnection): Promise<ShownConnection> {
  const { account_id, user_id } = account
  const connection = given.provider === 'connectwise' ? { ...given, site: siteFor(psa, given.site) } : given
  return await account.inAccount(async (tx) => {
    const [before] = await lockConnection(tx, account_id)
    const row = { ...place(connection), ...(await keysToKeep(psa.box, account_id, before, connection)) }
    const is_same_psa = before?.provider === row.provider && before.site === row.site
    // Ids of boards and statuses mean something in their own PSA alone.
    const kept = is_same_psa ? before.statuses : { resolved: {}, escalated: {} }
    const [saved] = await upsertConnection(tx, { account_id, ...row, statuses: connection.statuses ?? kept })
    const { provider, site, company_id } = row
    const detail = { provider, site, company_id, given: Object.keys(given).filter((name) => name !== 'provider') }
    tx.atCommit(recordEvent(tx, { account_id, user_id, action: 'psa_connection.saved', detail }))
    return asShown(saved)
  })
}

/** Forgets the connection and its keys: the account goes on with the built-in board. */
export async function removeConnection({ account_id, user_id, inAccount }: AccountAccess): Promise<void> {
  await inAccount(async (tx) => {
    const [removed] = await deleteConnection(tx, account_id)
    if (!removed) return
    const { provider, site, company_id } = removed
    const detail = { provider, site, company_id }
    tx.atCommit(recordEvent(tx, { account_id, user_id, action: 'psa_connection.removed', detail }))
  })
}

/** Asks the PSA for the least there is; a connection that does not hold is an answer, too. */
export async function testConnection(psa: Psa, account: AccountAccess): Promise<{ ok: boolean; detail: string }> {
  try {
    const { provider } = await psa.connectAs(account)
    return { ok: true, detail: await provider.probe() }
  } catch (error) {
    if (!(error instanceof PsaFailure)) throw error
    const failure = asPsaFailed(error)
    return { ok: false, detail: failure instanceof Failure ? failure.detail : error.message }
  }
}

const boards_at_once = 4

/** The PSA's boards, each with the statuses that its tickets can be given. */
export async function listBoards(psa: Psa, account: AccountAccess) {
  const { provider } = await psa.connectAs(account).catch(throwPsaFailed)
  const boards = await provider.listBoards().catch(throwPsaFailed)
  const statuses: TicketStatus[][] = []
  for (let at = 0; at < boards.length; at += boards_at_once) {
    const some = boards.slice(at, at + boards_at_once)
    statuses.push(...(await Promise.all(some.map(({ id }) => provider.listStatuses(id))).catch(throwPsaFailed)))
  }
  return { items: boards.map((board, at) => ({ ...board, statuses: statuses[at] ?? [] })) }
}

function siteFor(psa: Psa, site: string): string {
  try {
    psa.checkSite(site)
    return site.trim().toLowerCase()
  } catch (error) {
    if (!(error instanceof PsaFailure)) throw error
    throw new Failure('invalid', error.message, { errors: [{ path: 'site', message: error.message }] })
  }
}

const place = (connection: NewConnection) =>
  connection.provider === 'connectwise'
    ? {
        provider: connection.provider,
        site: connection.site,
        company_id: connection.company_id,
        public_key: connection.public_key,
      }
    : { provider: connection.provider, site: null, company_id: null, public_key: null }

const asShown = (row: ConnectionRow | undefined): ShownConnection => ({
  provider: row?.provider ?? 'builtin',
  site: row?.site ?? null,
  company_id: row?.company_id ?? null,
  public_key: row?.public_key ?? null,
  has_private_key: (row?.private_key_encrypted ?? null) !== null,
  has_client_id: (row?.client_id_encrypted ?? null) !== null,
  statuses: row?.provider === 'connectwise' ? row.statuses : builtinTargets(row?.statuses),
})
