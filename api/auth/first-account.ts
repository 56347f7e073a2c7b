import type { inSignIn } from '../../db/in-account.ts'
import { accountsOf, addAccount } from './rows.ts'

type Handle = ReturnType<typeof inSignIn>

/**
 * The account that a new login works in: the user's oldest, or one that is made for him as its owner. Signing up makes
 * it so, and so does signing in after a sign-up that was cut off half-way.
 */
export async function chooseAccount(handle: Handle, user_id: string, sign_up: { account_name?: unknown } | undefined) {
  const [first] = await accountsOf(handle, user_id)
  if (first) return { activeOrganizationId: first.account_id, activeRole: first.role }
  const name = typeof sign_up?.account_name === 'string' ? sign_up.account_name : undefined
  return { activeOrganizationId: await addAccount(handle, user_id, name), activeRole: 'owner' }
}
