import { inSignIn, SignInOver } from '../../db/in-account.ts'
import type { Deps } from '../deps.ts'
import type { Identity } from './auth.ts'
import { askBetterAuth, askSession, cookiesOf } from './better-auth.ts'
import { endLogins, tellOfUser } from './sign-in-rows.ts'

type Needed = Pick<Deps, 'auth' | 'database'>

/** Signs out. better-auth says that it did also when the database is away and the sign-in still stands: that is asked first. */
export async function signOut({ auth, database }: Needed, request: Request): Promise<Response> {
  const { response: session } = await askSession(auth, request.headers)
  const answer = await askBetterAuth(auth, request)
  if (session) await tellOfUser(inSignIn(database), session.user.id, 'sign_in.ended')
  return answer
}

/** Ends every sign-in of the user, this one too: no cookie of his is worth anything from the next request on. */
export async function signOutEverywhere(
  { auth, database }: Needed,
  { user, login_id }: Identity,
  headers: Headers,
): Promise<Response> {
  if (!(await endLogins(inSignIn(database), user.id, login_id))) throw new SignInOver('The sign-in is over')
  // There is nothing left to sign out from: it takes the cookies back.
  const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true })
  return new Response(null, { status: 204, headers: cookiesOf(answered) })
}
