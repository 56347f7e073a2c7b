import { and, asc, eq, sql } from 'drizzle-orm'
import type { inSignIn, Role, Tx } from '../../db/in-account.ts'
import { invitations } from '../../db/schema/invitations.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'
import type { Position } from '../http/page.ts'

type Handle = ReturnType<typeof inSignIn>

/** The account's members after `from`, the first to join first. */
export const selectMembers = (tx: Tx, account_id: string, from: Position | undefined, limit: number) =>
  tx
    .select({
      user_id: members.user_id,
      name: users.name,
      email: users.email,
      role: members.role,
      created_at: members.created_at,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.user_id))
    .where(
      and(
        eq(members.account_id, account_id),
        from
          ? sql`(${members.created_at}, ${members.user_id}) > (${from.created_at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(members.created_at), asc(members.user_id))
    .limit(limit)

/** Locks the account's members, so that of two changes at once the second sees what the first did. */
export const lockMembers = (tx: Tx, account_id: string) =>
  tx.select().from(members).where(eq(members.account_id, account_id)).for('update')

export const updateRole = (tx: Tx, account_id: string, user_id: string, role: Role) =>
  tx
    .update(members)
    .set({ role })
    .where(and(eq(members.account_id, account_id), eq(members.user_id, user_id)))

export const deleteMember = (tx: Tx, account_id: string, user_id: string) =>
  tx.delete(members).where(and(eq(members.account_id, account_id), eq(members.user_id, user_id)))

export const insertInvitation = (tx: Tx, invitation: typeof invitations.$inferInsert) =>
  tx.insert(invitations).values(invitation).returning()

/**
 * Takes an open invitation to this address: makes the user a member (a member keeps the role he has) and moves his
 * login to that account. One statement; answers whether there was such an invitation.
 */
export async function takeInvitation(
  handle: Handle,
  id: string,
  user: { id: string; email: string },
  login_id: string,
) {
  const moved = await handle.execute(sql`
    with taken as (
      update invitations set status = 'accepted'
      where id = ${id} and lower(email) = lower(${user.email}) and status = 'pending' and expires_at > now()
      returning account_id, role
    ), joined as (
      insert into members (id, account_id, user_id, role)
      select ${crypto.randomUUID()}::uuid, account_id, ${user.id}::uuid, role from taken
      on conflict (account_id, user_id) do update set role = members.role
      returning account_id, role
    )
    update logins set active_account_id = joined.account_id, active_role = joined.role
    from joined where logins.id = ${login_id} returning logins.id`)
  return moved.length > 0
}
