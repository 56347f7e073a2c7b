import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { inSignIn } from '../../db/in-account.ts'
import { credentials } from '../../db/schema/credentials.ts'
import { logins } from '../../db/schema/logins.ts'
import { users } from '../../db/schema/users.ts'

type Handle = ReturnType<typeof inSignIn>
/** What becomes of somebody's sign-in, as the audit trail names it. */
type SignInAction =
  | 'sign_in.succeeded'
  | 'sign_in.failed'
  | 'sign_in.ended'
  | 'sign_in.ended_everywhere'
  | 'password.changed'

/** Tells every account that the user works in, for each is what his sign-in opens. */
const tell = (action: SignInAction, user_id: SQL, detail = {}) => sql`
  insert into audit_events (id, account_id, user_id, action, detail)
  select gen_random_uuid(), account_id, user_id, ${action}, ${JSON.stringify(detail)}::jsonb
  from members where user_id = ${user_id}`

export const tellOfUser = (handle: Handle, user_id: string, action: SignInAction) =>
  handle.execute(tell(action, sql`${user_id}::uuid`))

/** A sign-in at this address failed: its accounts are told, where there are any. */
export const tellOfFailure = (handle: Handle, email: string) =>
  handle.execute(tell('sign_in.failed', sql`(select id from users where email = ${email})`))

/** The password's hash, if this login still stands; null for a user who has none. */
export const selectPassword = (handle: Handle, user_id: string, login_id: string) =>
  handle
    .select({ hash: credentials.password })
    .from(logins)
    .leftJoin(credentials, and(eq(credentials.user_id, logins.user_id), eq(credentials.provider_id, 'credential')))
    .where(and(eq(logins.user_id, user_id), standing(login_id)))

export const selectPasswordOf = (handle: Handle, email: string) =>
  handle
    .select({ user_id: users.id, hash: credentials.password })
    .from(users)
    .innerJoin(credentials, and(eq(credentials.user_id, users.id), eq(credentials.provider_id, 'credential')))
    .where(eq(users.email, email))

/**
 * Ends the sign-in that was just made where the password that opened it was changed meanwhile; else tells of it, and
 * lets old sign-ins of this user go. One statement; answers whether it stands.
 */
export async function settleSignIn(handle: Handle, token: string, hash: string): Promise<boolean> {
  const stale = await handle.execute(sql`
    with mine as (
      select id, user_id from logins where token = ${token}
    ), present as (
      select credentials.password from credentials join mine on mine.user_id = credentials.user_id
      where provider_id = 'credential' for share of credentials
    ), stale as (
      delete from logins using mine, present
      where logins.id = mine.id and present.password is distinct from ${hash} returning logins.id
    ), over as (
      delete from logins using mine
      where logins.user_id = mine.user_id and logins.id <> mine.id and logins.expires_at < now()
    ), told as (${tell('sign_in.succeeded', sql`(select user_id from mine where not exists (select from stale))`)})
    select id from stale`)
  return stale.length === 0
}

/** The new hash in place of the one that was proven, by a login that stands. Answers whether it still was the present one. */
export async function replacePassword(
  handle: Handle,
  change: { user_id: string; login_id: string; from: string; to: string; sign_out_others: boolean },
): Promise<boolean> {
  const { user_id, login_id, from, to, sign_out_others } = change
  const changed = await handle.execute(sql`
    with changed as (
      update credentials set password = ${to}, updated_at = now()
      where user_id = ${user_id} and provider_id = 'credential' and password = ${from}
        and exists (select from logins where user_id = ${user_id} and ${standing(login_id)})
      returning user_id
    ), ended as (
      delete from logins using changed
      where ${sign_out_others}::boolean and logins.user_id = changed.user_id and logins.id <> ${login_id}
    ), told as (${tell('password.changed', sql`(select user_id from changed)`, { sign_out_others })})
    select user_id from changed`)
  return changed.length > 0
}

/** Ends all sign-ins of the user whose login this is. Answers whether it stood. */
export async function endLogins(handle: Handle, user_id: string, login_id: string): Promise<boolean> {
  const ended = await handle.execute(sql`
    with mine as (
      select user_id from logins where user_id = ${user_id} and ${standing(login_id)}
    ), ended as (
      delete from logins using mine where logins.user_id = mine.user_id
    ), told as (${tell('sign_in.ended_everywhere', sql`(select user_id from mine)`)})
    select user_id from mine`)
  return ended.length > 0
}

const standing = (login_id: string) => sql`logins.id = ${login_id} and logins.expires_at > now()`
