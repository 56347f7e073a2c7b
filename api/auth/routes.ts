import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { validate } from '../http/validate.ts'
import { askBetterAuth, currentSession, signOut, signUpOnce, tellClientAddress } from './better-auth.ts'
import { signIn, signInWaysSchema, signUp, socialSignIn } from './schemas.ts'
import { limitSignIn } from './sign-in-limit.ts'

/** Sign-in. Of better-auth's many endpoints only these are open, and their errors are problems like all others. */
export function authRoutes({ auth, database, sign_in_ways }: Deps) {
  return new Hono<AppEnv>()
    .use(tellClientAddress)
    .get('/config', describe('The ways to sign in here', { 200: signInWaysSchema }), (c) => c.json(sign_in_ways))
    .post(
      '/sign-up/email',
      describe('Sign up: makes a user and an account that he owns'),
      validate('json', signUp),
      (c) => signUpOnce(auth, c.req.raw, c.req.valid('json')),
    )
    .post('/sign-in/email', describe('Sign in with a password'), validate('json', signIn), (c) =>
      limitSignIn(database, c.req.valid('json').email, () => askBetterAuth(auth, c.req.raw, c.req.valid('json'))),
    )
    .post('/sign-in/social', describe('Start a sign-in with Microsoft'), validate('json', socialSignIn), (c) =>
      askBetterAuth(auth, c.req.raw, c.req.valid('json')),
    )
    .get('/callback/microsoft', describe('Where Microsoft sends the browser back to'), (c) => auth.handler(c.req.raw))
    .post('/sign-in/demo', describe('Sign in as the demo user, where there is one'), (c) =>
      askBetterAuth(auth, c.req.raw),
    )
    .post('/sign-out', describe('Sign out'), (c) => signOut(auth, c.req.raw))
    .get('/get-session', describe('Who is signed in, or null'), (c) => currentSession(auth, c.req.raw.headers))
}
