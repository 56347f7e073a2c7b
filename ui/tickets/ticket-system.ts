import { query } from '@solidjs/router'
import { type InferResponseType, parseResponse } from 'hono/client'
import { type Accessor, createEffect, createSignal } from 'solid-js'
import { api } from '../api.ts'

/** Where the account's tickets are, without the secrets of the way there. */
export type Connection = InferResponseType<(typeof api)['psa-connection']['$get'], 200>
export type Provider = Connection['provider']

export const getConnection = query(() => parseResponse(api['psa-connection'].$get()), 'psa-connection')

/** The account's ticket system as soon as it is known; undefined until then, and where it did not load. */
export function createTicketSystem(): Accessor<Connection | undefined> {
  const [system, setSystem] = createSignal<Connection>()
  createEffect(() => void getConnection().then(setSystem, () => {}))
  return system
}
