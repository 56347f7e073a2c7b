import { inSignIn, SignInOver } from '../../db/in-account.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import { limitFailures } from './attempt-limit.ts'
import type { Identity } from './auth.ts'
import { replacePassword, selectPassword } from './sign-in-rows.ts'

type Change = { current_password: string; new_password: string; sign_out_others?: boolean | undefined }

const limit = {
  allowed: 10,
  window_s: 900,
  refusal: 'The current password was wrong too often. Wait before you try again.',
} as const

/**
 * Gives the user another password once he has proven the current one, and ends his other sign-ins where he wants that.
 * Throws `invalid` at `current_password` for a wrong one (the sign-in that asks does stand), `rate_limited` after 10 of
 * them within 15 minutes, `conflict` for who has no password, or has another one by now.
 */
export async function changePassword(
  { auth, database }: Pick<Deps, 'auth' | 'database'>,
  { user, login_id }: Identity,
  { current_password, new_password, sign_out_others = false }: Change,
): Promise<void> {
  const handle = inSignIn(database)
  const { password } = await auth.$context
  const [present] = await selectPassword(handle, user.id, login_id)
  if (!present) throw new SignInOver('The sign-in is over')
  const from = present.hash
  if (from === null) {
    throw new Failure('conflict', 'You sign in without a password here, so there is none to change.')
  }
  await limitFailures(database, `password of ${user.id}`, limit, isWrongPassword, async () => {
    if (!(await password.verify({ hash: from, password: current_password }))) throw wrongCurrentPassword()
  })
  const to = await password.hash(new_password)
  if (!(await replacePassword(handle, { user_id: user.id, login_id, from, to, sign_out_others }))) {
    throw new Failure('conflict', 'The password was changed from another browser meanwhile. Sign in with the new one.')
  }
}

const wrongCurrentPassword = () =>
  new Failure('invalid', 'current_password: is not your password.', {
    errors: [{ path: 'current_password', message: 'is not your password' }],
  })

const isWrongPassword = (error: unknown) => error instanceof Failure && error.code === 'invalid'
