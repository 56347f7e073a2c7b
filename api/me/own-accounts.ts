import { inSignIn, SignInOver } from '../../db/in-account.ts'
import type { Identity } from '../auth/auth.ts'
import { askSession, cookiesOf } from '../auth/better-auth.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../errors.ts'
import { moveLogin, selectAccounts } from './rows.ts'

/** The accounts that the signed-in user works in, whichever of them this sign-in is in. */
export async function listOwnAccounts({ database }: Pick<Deps, 'database'>, { user, login_id }: Identity) {
  const items = await selectAccounts(inSignIn(database), user.id, login_id)
  if (items.length === 0) throw new SignInOver('The sign-in is over')
  return { items }
}

/** Moves this sign-in to another account of its user, from the next request on. Throws `not_found` for anybody else's. */
export async function switchAccount(
  { database, auth }: Pick<Deps, 'database' | 'auth'>,
  { user, login_id }: Identity,
  account_id: string,
  headers: Headers,
): Promise<Response> {
  if (!(await moveLogin(inSignIn(database), user.id, login_id, account_id))) throw notFound()
  const { headers: renewed } = await askSession(auth, headers)
  return new Response(null, { status: 204, headers: cookiesOf(renewed) })
}
