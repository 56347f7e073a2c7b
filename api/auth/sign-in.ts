import { inSignIn } from '../../db/in-account.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import { limitFailures } from './attempt-limit.ts'
import { cookiesOf } from './better-auth.ts'
import { selectPasswordOf, settleSignIn, tellOfFailure } from './sign-in-rows.ts'

type Needed = Pick<Deps, 'auth' | 'database'>
type Login = { email: string; password: string; rememberMe?: boolean | undefined }

const limit = {
  allowed: 10,
  window_s: 900,
  refusal: 'Too many failed sign-ins for this address. Wait before you try again.',
} as const

/**
 * Signs in with a password, unless 10 at this address failed within 15 minutes (`rate_limited`). For an unknown address
 * the same is done as for a wrong password, so that it takes as long.
 */
export async function signIn({ auth, database }: Needed, headers: Headers, login: Login): Promise<Response> {
  const handle = inSignIn(database)
  return await limitFailures(database, login.email, limit, isWrong, async () => {
    const { user_id, hash } = await provePassword({ auth, database }, login)
    const body = { user_id, is_brief: login.rememberMe === false }
    const { response, headers: answered } = await auth.api.signInProven({ headers, body, returnHeaders: true })
    if (!(await settleSignIn(handle, response.token, hash))) throw wrongPassword()
    return Response.json({ user: response.user }, { headers: cookiesOf(answered) })
  })
}

async function provePassword({ auth, database }: Needed, { email, password }: Login) {
  const handle = inSignIn(database)
  const hashing = (await auth.$context).password
  const [{ user_id = '', hash = null } = {}] = await selectPasswordOf(handle, email)
  // Hashing and verifying are the same work.
  const is_right =
    hash === null ? await hashing.hash(password).then(() => false) : await hashing.verify({ hash, password })
  if (hash !== null && is_right) return { user_id, hash }
  await tellOfFailure(handle, email)
  throw wrongPassword()
}

const wrongPassword = () => new Failure('unauthenticated', 'This address and password do not belong together.')

const isWrong = (error: unknown) => error instanceof Failure && error.code === 'unauthenticated'
