import type { Role, Tx } from '../../db/in-account.ts'
import { recordEvent } from '../audit/record.ts'
import { managers, rolesGivenBy } from '../auth/roles.ts'
import { Failure, found } from '../errors.ts'
import { cancelInvitationsOf } from './invitation-rows.ts'
import { deleteMember, lockMembers, updateRole } from './rows.ts'

/** Who acts, in which account. */
export type Actor = { account_id: string; user_id: string }
type Member = { user_id: string; role: Role }

/** Gives a member another role. Only an owner makes or unmakes owners, and one owner always stays. */
export async function changeRole(tx: Tx, actor: Actor, user_id: string, role: Role): Promise<void> {
  const { account_id } = actor
  const before = await memberChange(tx, actor, user_id, role)
  if (before.role === role) return
  tx.atCommit(updateRole(tx, account_id, user_id, role))
  tx.atCommit(cancelInvitationsOf(tx, account_id, user_id, rolesGivenBy[role]))
  const detail = { member_id: user_id, from: before.role, to: role }
  tx.atCommit(recordEvent(tx, { ...actor, action: 'member.role_changed', detail }))
}

/**
 * Takes a member out of the account, and ends his invitations; his sign-ins no longer hold here from the next request
 * on, and his streams end.
 */
export async function removeMember(tx: Tx, actor: Actor, user_id: string): Promise<void> {
  const { account_id } = actor
  const { role } = await memberChange(tx, actor, user_id, null)
  tx.atCommit(deleteMember(tx, account_id, user_id))
  tx.atCommit(cancelInvitationsOf(tx, account_id, user_id, []))
  tx.atCommit(recordEvent(tx, { ...actor, action: 'member.removed', detail: { member_id: user_id, role } }))
}

async function memberChange(tx: Tx, actor: Actor, user_id: string, role: Role | null): Promise<Member> {
  const everyone = await lockMembers(tx, actor.account_id)
  const { role: own } = managerAmong(everyone, actor)
  const member = found(everyone.find((each) => each.user_id === user_id))
  if (own !== 'owner' && (member.role === 'owner' || role === 'owner')) {
    throw new Failure('forbidden', 'Only an owner can make or change an owner.')
  }
  const owners = everyone.filter((each) => each.role === 'owner')
  if (member.role === 'owner' && role !== 'owner' && owners.length === 1) {
    throw new Failure('conflict', 'This is the account’s only owner. Make someone else an owner first.')
  }
  return member
}

/**
 * The actor's own row, as it is behind the lock: of two managers who remove or demote each other at once, the second one
 * is none any more. Throws `unauthenticated` or `forbidden`.
 */
export function managerAmong(everyone: Member[], { user_id }: Actor): Member {
  const self = everyone.find((each) => each.user_id === user_id)
  if (!self) throw new Failure('unauthenticated', 'You are no longer a member of this account. Sign in again.')
  if (!managers.includes(self.role)) throw new Failure('forbidden', 'Your role in this account does not allow this.')
  return self
}
