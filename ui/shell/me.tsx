import { query } from '@solidjs/router'
import { type InferResponseType, parseResponse } from 'hono/client'
import { type Accessor, createContext, type JSX, useContext } from 'solid-js'
import { api } from '../api.ts'

export type Me = InferResponseType<typeof api.me.$get, 200>

/** Who is signed in, in which account, and what the AI is. */
export const getMe = query(() => parseResponse(api.me.$get()), 'me')

const MeContext = createContext<Accessor<Me>>()

export function MeProvider(props: { me: Accessor<Me>; children: JSX.Element }) {
  return <MeContext.Provider value={props.me}>{props.children}</MeContext.Provider>
}

/** The signed-in engineer, for whatever stands inside the shell. */
export function useMe(): Accessor<Me> {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe belongs inside the shell')
  return me
}
