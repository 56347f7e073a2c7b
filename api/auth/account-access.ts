import type { Database } from '../../db/connection.ts'
import { type Access, batchInAccount, inAccount, type Query, type Role, type Tx } from '../../db/in-account.ts'
import type { Identity } from './auth.ts'

/** The signed-in user's account, as a handler meets it: the only way from a request to the database. */
export type AccountAccess = ReturnType<typeof accountAccess>

export function accountAccess(database: Database, identity: Identity, roles: readonly Role[]) {
  const { account_id, login_id, user } = identity
  const sign_in = { login_id, user_id: user.id, roles }
  const access: Access = { account_id, sign_in }
  return {
    identity,
    /** By what right all of this is done. */
    sign_in,
    account_id,
    user_id: user.id,
    /** A transaction that asks and then writes; see `db/in-account.ts`. */
    inAccount: <Value>(work: (tx: Tx) => Promise<Value>) => inAccount(database, access, work),
    /** Statements that need no answer from each other, in one round trip. */
    batch: <const Queries extends readonly Query[]>(build: (tx: Tx) => Queries) =>
      batchInAccount(database, access, build),
  }
}
