import type { Database } from '../../db/connection.ts'
import { batchInAccount } from '../../db/in-account.ts'
import type { TargetStatuses } from '../../db/schema/psa-connections.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Config } from '../config.ts'
import { openBox, type SecretBox } from '../secret-box/secret-box.ts'
import { builtinTargets } from './builtin/board.ts'
import { builtinBoard } from './builtin/builtin.ts'
import { connectWise } from './connectwise/connectwise.ts'
import { openKeys, renewKeys } from './kept-keys.ts'
import { createOutbound, type OutboundParts } from './outbound/outbound.ts'
import type { PsaProvider } from './provider.ts'
import { type ConnectionRow, selectConnection } from './rows.ts'

/** An account's ticket system: the PSA that it connected, else the built-in board. */
export type PsaConnection = {
  name: 'connectwise' | 'builtin'
  provider: PsaProvider
  /** Status to move a ticket to, by the board's id. */
  targets: TargetStatuses
}

/** How the product reaches ticket systems. */
export type PsaRegistry = {
  /** Throws a `PsaFailure` where the connection's keys can't be read or its address is not allowed. */
  connect(account_id: string): Promise<PsaConnection>
}

/** The same for requests and for the settings. */
export type Psa = PsaRegistry & {
  /** As `connect`, for who is signed in: that it still holds is checked in the same round trip. */
  connectAs(account: Pick<AccountAccess, 'account_id' | 'batch'>): Promise<PsaConnection>
  /** The origin of what somebody typed as a site; throws `address_refused` with what is wrong with it. */
  checkSite(site: string): string
  /** What the keys of a connection are sealed with, and other things that the account's rows may not show. */
  box: SecretBox
}

type Parts = {
  database: Database
  config: Pick<Config, 'psa_allowed_hosts' | 'former_secrets'>
  secret: string
  /** Where the platform connects by itself, as a Worker. */
  fetch?: NonNullable<OutboundParts['fetch']>
}

export function createPsa({ database, config, secret, fetch }: Parts): Psa {
  const outbound = createOutbound({ allowed_hosts: config.psa_allowed_hosts, ...(fetch ? { fetch } : {}) })
  const box = openBox({ secret, former_secrets: config.former_secrets })

  async function open(account_id: string, row: ConnectionRow | undefined): Promise<PsaConnection> {
    if (row?.provider !== 'connectwise') {
      return {
        name: 'builtin',
        provider: builtinBoard(database, account_id),
        targets: builtinTargets(row?.statuses),
      }
    }
    const { site, company_id, public_key, statuses } = row
    const keys = await openKeys(box, row)
    await renewKeys(box, database, row, keys)
    const settings = { site: site ?? '', company_id: company_id ?? '', public_key: public_key ?? '', ...keys }
    return { name: 'connectwise', provider: connectWise(settings, outbound), targets: statuses }
  }

  return {
    async connect(account_id) {
      const [[row]] = await batchInAccount(database, { account_id }, (tx) => [selectConnection(tx, account_id)])
      return await open(account_id, row)
    },
    async connectAs({ account_id, batch }) {
      const [[row]] = await batch((tx) => [selectConnection(tx, account_id)])
      return await open(account_id, row)
    },
    checkSite: outbound.checkSite,
    box,
  }
}
