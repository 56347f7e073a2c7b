import { inSignIn } from '../../db/in-account.ts'
import type { Identity } from '../auth/auth.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../errors.ts'
import { takeInvitation } from './rows.ts'

/**
 * Makes the signed-in user a member of the inviting account and moves this sign-in there; an invitation to another
 * address, or an old one, does not exist. Answers the cookies that carry the new account.
 */
export async function acceptInvitation(
  { database, auth }: Deps,
  id: string,
  { user, login_id }: Identity,
  headers: Headers,
) {
  if (!(await takeInvitation(inSignIn(database), id, user, login_id))) throw notFound()
  const renewed = await auth.api.getSession({ headers, query: { disableCookieCache: true }, returnHeaders: true })
  return renewed.headers.getSetCookie()
}
