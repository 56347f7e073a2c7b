import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { managers, readers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { once, repeatable } from '../http/idempotency.ts'
import { listOf, pageQuery, readCursor, toPage } from '../http/page.ts'
import { replayed } from '../http/replayed.ts'
import { uuid, validate } from '../http/validate.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { invite, listInvitations, revokeInvitation } from './invitations.ts'
import { changeRole, removeMember } from './members.ts'
import { selectMembers } from './rows.ts'
import { invitation, invitationSchema, memberSchema, openInvitationSchema, roleChange } from './schemas.ts'

const memberQuery = z.object(pageQuery)
const memberPath = validate('param', z.object({ user_id: uuid }))
const invitationPath = validate('param', z.object({ id: uuid }))

/** Who works in the account, and who is invited to. */
export function memberRoutes(deps: Deps) {
  const read = signedIn(deps, readers)
  const manage = signedIn(deps, managers)
  return new Hono<AppEnv>()
    .get(
      '/',
      describe('The members', { 200: listOf(memberSchema) }),
      read,
      validate('query', memberQuery),
      async (c) => {
        const { limit, cursor } = c.req.valid('query')
        const { account_id, batch } = c.var.account
        const [rows] = await batch((tx) => [selectMembers(tx, account_id, readCursor(cursor), limit + 1)])
        return c.json(toPage(rows, limit, joinedAt))
      },
    )
    .patch(
      '/:user_id',
      describe('Give a member another role', { 204: null }),
      manage,
      memberPath,
      validate('json', roleChange),
      async (c) => {
        await c.var.account.inAccount((tx) =>
          changeRole(tx, actorIn(c), c.req.valid('param').user_id, c.req.valid('json').role),
        )
        return c.body(null, 204)
      },
    )
    .delete('/:user_id', describe('Take a member out of the account', { 204: null }), manage, memberPath, async (c) => {
      await c.var.account.inAccount((tx) => removeMember(tx, actorIn(c), c.req.valid('param').user_id))
      return c.body(null, 204)
    })
    .get(
      '/invitations',
      describe('The invitations that can still be accepted', { 200: listOf(openInvitationSchema) }),
      manage,
      validate('query', memberQuery),
      async (c) => {
        const { limit, cursor } = c.req.valid('query')
        return c.json(await listInvitations(c.var.account, limit, cursor))
      },
    )
    .delete(
      '/invitations/:id',
      describe('Take an invitation back', { 204: null }),
      manage,
      invitationPath,
      async (c) => {
        await c.var.account.inAccount((tx) => revokeInvitation(tx, actorIn(c), c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
    .post(
      '/invitations',
      describe('Invite an address for a week', { 201: invitationSchema }),
      manage,
      validate('json', invitation),
      async (c) => {
        const { account } = c.var
        const body = c.req.valid('json')
        const request = repeatable(c, deps.psa.box, account.account_id, body)
        const invited = await account.inAccount((tx) =>
          once(tx, request, () => invite(tx, actorIn(c), body.email, body.role, deps.now())),
        )
        const { id } = invited.answer
        return c.json({ id, url: `${c.var.public_url}/invitations/${id}` }, 201, replayed(invited))
      },
    )
    .post(
      '/invitations/:id/accept',
      describe('Accept an invitation, and work in that account from now on', { 204: null }),
      read,
      invitationPath,
      async (c) => {
        const cookies = await acceptInvitation(deps, c.req.valid('param').id, c.var.account.identity, c.req.raw.headers)
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
        return c.body(null, 204)
      },
    )
}

const actorIn = ({ var: { account } }: Context<AppEnv>) => ({
  account_id: account.account_id,
  user_id: account.user_id,
})

const joinedAt = ({ created_at, user_id }: { created_at: Date; user_id: string }) => ({
  at: created_at.toISOString(),
  id: user_id,
})
