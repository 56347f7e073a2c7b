import { and, asc, eq, sql } from 'drizzle-orm'
import type { Role, Tx } from '../../db/in-account.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'
import type { Position } from '../http/page.ts'

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
          ? sql`(${members.created_at}, ${members.user_id}) > (${from.at}::timestamptz, ${from.id}::uuid)`
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
