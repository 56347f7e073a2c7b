import { type InferRequestType, type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'
import type { Connection } from '../tickets/ticket-system.ts'

const connection = api['psa-connection']

export type NewConnection = InferRequestType<typeof connection.$put>['json']
export type Boards = InferResponseType<typeof connection.boards.$get, 200>['items']
export type Statuses = Connection['statuses']

export const readConnection = (): Promise<Connection> => parseResponse(connection.$get())

export const saveConnection = (json: NewConnection): Promise<Connection> => parseResponse(connection.$put({ json }))

/** Forgets the connection and its keys; the account goes on with the built-in board. */
export const removeConnection = () => connection.$delete()

/** Whether the connection that is saved holds, in the server's words. */
export const testConnection = () => parseResponse(connection.test.$post())

/** The ticket system's boards, each with the statuses that a ticket on it can be given. */
export const readBoards = async (): Promise<Boards> => (await parseResponse(connection.boards.$get())).items

/** Keeps what was picked, and nothing else of the connection changes. */
export function saveStatuses(shown: Connection, statuses: Statuses): Promise<Connection> {
  const { provider, site, company_id, public_key } = shown
  return saveConnection(
    provider === 'builtin'
      ? { provider, statuses }
      : { provider, site: site ?? '', company_id: company_id ?? '', public_key: public_key ?? '', statuses },
  )
}
