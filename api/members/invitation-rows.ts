import { and, desc, eq, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { inSignIn, Role, Tx } from '../../db/in-account.ts'
import { invitations } from '../../db/schema/invitations.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'
import type { Position } from '../http/page.ts'

type Handle = ReturnType<typeof inSignIn>

/** Locks those members whom an invitation concerns: who acts, and who has this address already. */
export const lockConcerned = (tx: Tx, { account_id, user_id }: { account_id: string; user_id: string }, email = '') =>
  tx
    .select({ user_id: members.user_id, role: members.role, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.user_id))
    .where(and(eq(members.account_id, account_id), or(eq(members.user_id, user_id), eq(users.email, email))))
    .for('share', { of: members })

export const insertInvitation = (tx: Tx, invitation: typeof invitations.$inferInsert) =>
  tx.insert(invitations).values(invitation)

/** What makes an invitation one that can be accepted: nobody did, it is not over, and whoever made it still may. */
const isPending: SQL = sql`invitations.status = 'pending' and invitations.expires_at > now()`
const inviterStillMay: SQL = sql`(members.role = 'owner' or (members.role = 'admin' and invitations.role <> 'owner'))`

/** The account's open invitations after `from`, newest first. */
export const selectOpenInvitations = (tx: Tx, account_id: string, from: Position | undefined, limit: number) =>
  tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invited_by: { id: users.id, name: users.name },
      created_at: invitations.created_at,
      expires_at: invitations.expires_at,
    })
    .from(invitations)
    .innerJoin(
      members,
      and(eq(members.account_id, invitations.account_id), eq(members.user_id, invitations.inviter_id)),
    )
    .innerJoin(users, eq(users.id, invitations.inviter_id))
    .where(
      and(
        eq(invitations.account_id, account_id),
        isPending,
        inviterStillMay,
        from
          ? sql`(${invitations.created_at}, ${invitations.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(invitations.created_at), desc(invitations.id))
    .limit(limit)

export const cancelInvitation = (tx: Tx, account_id: string, id: string) =>
  tx
    .update(invitations)
    .set({ status: 'canceled' })
    .where(and(eq(invitations.account_id, account_id), eq(invitations.id, id), isPending))
    .returning({ email: invitations.email, role: invitations.role })

/** Ends what somebody offered who may no longer: his pending invitations to any role but these. */
export const cancelInvitationsOf = (tx: Tx, account_id: string, inviter_id: string, kept: readonly Role[]) =>
  tx
    .update(invitations)
    .set({ status: 'canceled' })
    .where(
      and(
        eq(invitations.account_id, account_id),
        eq(invitations.inviter_id, inviter_id),
        eq(invitations.status, 'pending'),
        notInArray(invitations.role, [...kept]),
      ),
    )

/**
 * Takes an open invitation to this user's address: makes him a member (a member keeps the role he has) and moves his
 * login, if it still stands, to that account. One statement; answers whether there was such an invitation.
 */
export async function takeInvitation(handle: Handle, id: string, user_id: string, login_id: string) {
  // The inviter is locked before the invitation, as whoever removes or demotes him locks them.
  const moved = await handle.execute(sql`
    with me as (
      select users.id, users.email from logins join users on users.id = logins.user_id
      where logins.id = ${login_id} and logins.user_id = ${user_id} and logins.expires_at > now()
    ), inviter as materialized (
      select members.role from invitations
      join members on members.account_id = invitations.account_id and members.user_id = invitations.inviter_id
      where invitations.id = ${id} for share of members
    ), taken as (
      update invitations set status = 'accepted' from me, inviter as members
      where invitations.id = ${id} and lower(invitations.email) = lower(me.email) and ${isPending} and ${inviterStillMay}
      returning invitations.account_id, invitations.role
    ), joined as (
      insert into members (id, account_id, user_id, role)
      select ${crypto.randomUUID()}::uuid, account_id, ${user_id}::uuid, role from taken
      on conflict (account_id, user_id) do update set role = members.role
      returning account_id, role
    ), told as (
      insert into audit_events (id, account_id, user_id, action, detail)
      select ${crypto.randomUUID()}::uuid, account_id, ${user_id}::uuid, 'invitation.accepted', jsonb_build_object('role', role)
      from joined
    )
    update logins set active_account_id = joined.account_id, active_role = joined.role
    from joined where logins.id = ${login_id} returning logins.id`)
  return moved.length > 0
}
