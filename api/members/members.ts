import type { Role, Tx } from '../../db/in-account.ts'
import { Failure, found } from '../errors.ts'
import { deleteMember, insertInvitation, lockMembers, updateRole } from './rows.ts'

type Actor = { account_id: string; user_id: string }

const inviteLife_ms = 7 * 24 * 60 * 60 * 1000

/** Gives a member another role. Only an owner makes or unmakes owners, and one owner always stays. */
export async function changeRole(tx: Tx, actor: Actor, user_id: string, role: Role): Promise<void> {
  const changes = await memberChange(tx, actor, user_id, role)
  if (changes) tx.atCommit(updateRole(tx, actor.account_id, user_id, role))
}

/** Takes a member out of the account; his sign-ins no longer hold here from the next request on. */
export async function removeMember(tx: Tx, actor: Actor, user_id: string): Promise<void> {
  await memberChange(tx, actor, user_id, null)
  tx.atCommit(deleteMember(tx, actor.account_id, user_id))
}

async function memberChange(tx: Tx, actor: Actor, user_id: string, role: Role | null): Promise<boolean> {
  const everyone = await lockMembers(tx, actor.account_id)
  const member = found(everyone.find((each) => each.user_id === user_id))
  if (!isOwner(everyone, actor) && (member.role === 'owner' || role === 'owner')) {
    throw new Failure('forbidden', 'Only an owner can make or change an owner.')
  }
  const owners = everyone.filter((each) => each.role === 'owner')
  if (member.role === 'owner' && role !== 'owner' && owners.length === 1) {
    throw new Failure('conflict', 'This is the account’s only owner. Make someone else an owner first.')
  }
  return member.role !== role
}

const isOwner = (everyone: { user_id: string; role: Role }[], { user_id }: Actor) =>
  everyone.some((each) => each.user_id === user_id && each.role === 'owner')

/** Invites an address into the account for a week. Only an owner invites an owner. */
export async function invite(tx: Tx, actor: Actor, email: string, role: Role, now: number): Promise<{ id: string }> {
  // What the cookie says of his own role may be of yesterday.
  if (role === 'owner' && !isOwner(await lockMembers(tx, actor.account_id), actor)) {
    throw new Failure('forbidden', 'Only an owner can invite an owner.')
  }
  const id = crypto.randomUUID()
  tx.atCommit(
    insertInvitation(tx, {
      id,
      account_id: actor.account_id,
      email,
      role,
      inviter_id: actor.user_id,
      expires_at: new Date(now + inviteLife_ms),
    }),
  )
  return { id }
}
