import type { Role, Tx } from '../../db/in-account.ts'
import { recordEvent } from '../audit/record.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { rolesGivenBy } from '../auth/roles.ts'
import { Failure, found } from '../errors.ts'
import { readCursor, toPage } from '../http/page.ts'
import { cancelInvitation, insertInvitation, lockConcerned, selectOpenInvitations } from './invitation-rows.ts'
import { type Actor, managerAmong } from './members.ts'

const inviteLife_ms = 7 * 24 * 60 * 60 * 1000

/**
 * Invites an address into the account for a week. Throws `forbidden` for a role that the actor may not give, and
 * `conflict` for the address of a member.
 */
export async function invite(tx: Tx, actor: Actor, email: string, role: Role, now: number): Promise<{ id: string }> {
  const concerned = await lockConcerned(tx, actor, email)
  mayGive(managerAmong(concerned, actor).role, role, 'invite')
  if (concerned.some((member) => member.email === email)) {
    throw new Failure('conflict', 'This address is a member’s already. Change the role in the list of members.')
  }
  const id = crypto.randomUUID()
  const expires_at = new Date(now + inviteLife_ms)
  const { account_id, user_id: inviter_id } = actor
  tx.atCommit(insertInvitation(tx, { id, account_id, email, role, inviter_id, expires_at }))
  // The id stays out of it: with the address, it is what lets somebody in.
  tx.atCommit(recordEvent(tx, { ...actor, action: 'invitation.made', detail: { email, role } }))
  return { id }
}

/** Takes an open invitation back, so that nobody can accept it any more. Throws `not_found` for one that is not open. */
export async function revokeInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const concerned = await lockConcerned(tx, actor)
  const { email, role } = found((await cancelInvitation(tx, actor.account_id, id))[0])
  mayGive(managerAmong(concerned, actor).role, role, 'take back the invitation of')
  tx.atCommit(recordEvent(tx, { ...actor, action: 'invitation.revoked', detail: { email, role } }))
}

function mayGive(own: Role, role: Role, act: string): void {
  if (rolesGivenBy[own].includes(role)) return
  throw new Failure('forbidden', `Only an owner can ${act} an owner.`)
}

/** A page of the invitations that can still be accepted, newest first. */
export async function listInvitations({ account_id, batch }: AccountAccess, limit: number, cursor: string | undefined) {
  const [rows] = await batch((tx) => [selectOpenInvitations(tx, account_id, readCursor(cursor), limit + 1)])
  return toPage(rows, limit, ({ created_at, id }) => ({ at: created_at.toISOString(), id }))
}
