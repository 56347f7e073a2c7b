import { type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'

const { members } = api
const { invitations } = members

export type Member = InferResponseType<typeof members.$get, 200>['items'][number]
export type Role = Member['role']
export type OpenInvitation = InferResponseType<typeof invitations.$get, 200>['items'][number]

export const readMembers = () => everyPage((cursor) => parseResponse(members.$get({ query: { limit: '100', cursor } })))

export const readInvitations = () =>
  everyPage((cursor) => parseResponse(invitations.$get({ query: { limit: '100', cursor } })))

export const changeRole = (user_id: string, role: Role) =>
  members[':user_id'].$patch({ param: { user_id }, json: { role } })

export const removeMember = (user_id: string) => members[':user_id'].$delete({ param: { user_id } })

/** Invites an address; answers the link to send, which the server does not. */
export const invite = async (email: string, role: Role): Promise<string> =>
  (await parseResponse(invitations.$post({ json: { email, role } }))).url

export const revokeInvitation = (id: string) => invitations[':id'].$delete({ param: { id } })

/** Where an invitation is accepted. */
export const invitationLink = (id: string) => new URL(`/invitations/${id}`, location.origin).href

const everyRole: Role[] = ['owner', 'admin', 'engineer', 'viewer']

/** Which roles somebody of this role may give: only an owner makes owners. */
export const rolesToGive = (own: Role): Role[] => (own === 'owner' ? everyRole : everyRole.slice(1))

type Page<Item> = { items: Item[]; next_cursor: string | null }

async function everyPage<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  do {
    const { items, next_cursor } = await read(cursor)
    all.push(...items)
    cursor = next_cursor ?? undefined
  } while (cursor)
  return all
}
