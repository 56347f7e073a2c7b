import { createMiddleware } from 'hono/factory'
import type { Database } from '../../db/connection.ts'
import { type Access, batchInAccount, inAccount, type Query, type Role, type Tx } from '../../db/in-account.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { AppEnv } from '../http/context.ts'
import { type Identity, identify } from './auth.ts'

/** The signed-in user's account, as a handler meets it: the only way from a request to the database. */
export type AccountAccess = ReturnType<typeof accountAccess>

function accountAccess(database: Database, identity: Identity, roles: readonly Role[]) {
  const { account_id, login_id, user } = identity
  const access: Access = { account_id, sign_in: { login_id, user_id: user.id, roles } }
  return {
    identity,
    account_id,
    user_id: user.id,
    /** A transaction that asks and then writes; see `db/in-account.ts`. */
    inAccount: <Value>(work: (tx: Tx) => Promise<Value>) => inAccount(database, access, work),
    /** Statements that need no answer from each other, in one round trip. */
    batch: <const Queries extends readonly Query[]>(build: (tx: Tx) => Queries) =>
      batchInAccount(database, access, build),
  }
}

/**
 * Lets in who is signed in and has one of `roles`. The cookie says who it is; that it still holds is checked in the
 * transaction of the work itself. Only where the cookie's role does not suffice is the database asked first, for the
 * role may have changed since.
 */
export function signedIn({ auth, database }: Deps, roles: readonly Role[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { identity, headers } = await identify(auth, c.req.raw.headers)
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    if (!identity) throw new Failure('unauthenticated', 'Sign in first.')
    const account = accountAccess(database, identity, roles)
    if (!roles.includes(identity.role)) await account.batch(() => [])
    c.set('account', account)
    await next()
  })
}
