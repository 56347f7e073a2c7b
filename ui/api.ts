import { hc } from 'hono/client'
import type { AppType } from '../api/app.ts'
import { ApiProblem, problemFrom } from './api-problem.ts'

let signedOut: () => void = () => {}

/** Tells the bridge what to do when an answer says that nobody is signed in. */
export function whenSignedOut(act: () => void): void {
  signedOut = act
}

/** `fetch`, but whatever is no success is thrown as an `ApiProblem`: refusals by their code, silence as `offline`. */
export async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch((cause: unknown) => {
    if (init?.signal?.aborted) throw cause
    throw new ApiProblem(0, 'offline', 'FlowPilot did not answer. Check the connection and try again.')
  })
  if (response.ok) return response
  const problem = await problemFrom(response)
  if (problem.code === 'unauthenticated') signedOut()
  throw problem
}

/** Every route of the API, typed by the server's own code; read answers with `parseResponse` from hono/client. */
export const api = hc<AppType>(location.origin, { fetch: send }).api.v1
