import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { inSignIn } from '../../db/in-account.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { logins } from '../../db/schema/logins.ts'
import { members } from '../../db/schema/members.ts'

type Handle = ReturnType<typeof inSignIn>

/** The accounts that this user works in, the first to be joined first; none for a login that is over. */
export const selectAccounts = (handle: Handle, user_id: string, login_id: string) =>
  handle
    .select({ id: accounts.id, name: accounts.name, role: members.role })
    .from(logins)
    .innerJoin(members, eq(members.user_id, logins.user_id))
    .innerJoin(accounts, eq(accounts.id, members.account_id))
    .where(and(eq(logins.id, login_id), eq(logins.user_id, user_id), gt(logins.expires_at, sql`now()`)))
    .orderBy(asc(members.created_at), asc(accounts.id))

/** Moves a login that stands to another account of its user. Answers whether there was one. */
export async function moveLogin(handle: Handle, user_id: string, login_id: string, account_id: string) {
  const moved = await handle.execute(sql`
    update logins set active_account_id = members.account_id, active_role = members.role from members
    where logins.id = ${login_id} and logins.user_id = ${user_id} and logins.expires_at > now()
      and members.user_id = logins.user_id and members.account_id = ${account_id}
    returning logins.id`)
  return moved.length > 0
}
