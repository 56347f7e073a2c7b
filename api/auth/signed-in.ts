import { createMiddleware } from 'hono/factory'
import type { Role } from '../../db/in-account.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { AppEnv } from '../http/context.ts'
import { accountAccess } from './account-access.ts'
import { identify } from './auth.ts'

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
