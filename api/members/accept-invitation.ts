import { inSignIn } from '../../db/in-account.ts'
import type { Identity } from '../auth/auth.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import { takeInvitation } from './invitation-rows.ts'

/**
 * Makes the signed-in user a member of the inviting account and moves this sign-in there; an invitation to another
 * address, or one that is no longer open, does not exist. Answers the cookies that carry the new account.
 */
export async function acceptInvitation(
  { database, auth }: Deps,
  id: string,
  { user, login_id }: Identity,
  headers: Headers,
) {
  if (!(await takeInvitation(inSignIn(database), id, user.id, login_id))) {
    throw new Failure(
      'not_found',
      `This invitation is not open to ${user.email}: it is for another address, or was accepted, revoked or is over. Ask for a new one.`,
    )
  }
  const renewed = await auth.api.getSession({ headers, query: { disableCookieCache: true }, returnHeaders: true })
  return renewed.headers.getSetCookie()
}
