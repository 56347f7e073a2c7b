import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { validate } from '../http/validate.ts'
import { askBetterAuth, currentSession, tellClientAddress } from './better-auth.ts'
import { changePassword } from './password.ts'
import { readers } from './roles.ts'
import { passwordChange, signInForm, signInWaysSchema, signUpForm, socialSignIn } from './schemas.ts'
import { signIn } from './sign-in.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'
import { signUp } from './sign-up.ts'
import { signedIn } from './signed-in.ts'

/** Sign-in. Of better-auth's many endpoints only these are open, and their errors are problems like all others. */
export function authRoutes(deps: Deps) {
  const { auth, sign_in_ways } = deps
  const user = signedIn(deps, readers)
  return new Hono<AppEnv>()
    .use(tellClientAddress)
    .get('/config', describe('The ways to sign in here', { 200: signInWaysSchema }), (c) => c.json(sign_in_ways))
    .post(
      '/sign-up/email',
      describe('Sign up: makes a user and an account that he owns'),
      validate('json', signUpForm),
      (c) => signUp(deps, c.req.raw, c.var.client_address, c.req.valid('json')),
    )
    .post('/sign-in/email', describe('Sign in with a password'), validate('json', signInForm), (c) =>
      signIn(deps, c.req.raw.headers, c.req.valid('json')),
    )
    .post('/sign-in/social', describe('Start a sign-in with Microsoft'), validate('json', socialSignIn), (c) =>
      askBetterAuth(auth, c.req.raw, c.req.valid('json')),
    )
    .get('/callback/microsoft', describe('Where Microsoft sends the browser back to'), (c) => auth.handler(c.req.raw))
    .post('/sign-in/demo', describe('Sign in as the demo user, where there is one'), (c) =>
      askBetterAuth(auth, c.req.raw),
    )
    .post('/sign-out', describe('Sign out'), (c) => signOut(deps, c.req.raw))
    .post('/sign-out-everywhere', describe('End every sign-in of the user', { 204: null }), user, (c) =>
      signOutEverywhere(deps, c.var.account.identity, c.req.raw.headers),
    )
    .post(
      '/change-password',
      describe('Change the password, and end other sign-ins', { 204: null }),
      user,
      validate('json', passwordChange),
      async (c) => {
        await changePassword(deps, c.var.account.identity, c.req.valid('json'))
        return c.body(null, 204)
      },
    )
    .get('/get-session', describe('Who is signed in, or null'), (c) => currentSession(auth, c.req.raw.headers))
}
