import type { IncomingMessage } from 'node:http'
import { keys, type Settings } from './connection.ts'
import type { Trouble } from './faults.ts'
import { refuse } from './reply.ts'

/** A request as it came, less its keys. */
export type RecordedRequest = {
  method: string
  /** The part of the path before the API's own, such as `/v4_6_release/apis/3.0`; empty for what is not the API. */
  base: string
  path: string
  query: Record<string, string>
  /** By their names in lower case, without `authorization`. */
  headers: Record<string, string>
  /** Whether it came with the right keys. */
  authorized: boolean
  /** What was sent, read as JSON where it is JSON; null for nothing. */
  body: unknown
  /** The status that it was answered with; null for none. */
  status: number | null
  troubles: Trouble['kind'][]
}

/** A request on its way through the simulator, with the faults that strike it. */
export type Call = RecordedRequest & { url: URL; struck_by: Trouble[] }

/** `url` is the whole address, as the client named it. */
export function recordRequest(incoming: IncomingMessage, url: URL, text: string): RecordedRequest {
  const [, base = '', path = url.pathname] = url.pathname.match(/^(\/[^/]+\/apis\/3\.0)(\/.*)$/) ?? []
  const { authorization, ...headers } = incoming.headers
  return {
    method: incoming.method ?? '',
    base,
    path,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    authorized: authorization === `Basic ${btoa(`${keys.company_id}+${keys.public_key}:${keys.private_key}`)}`,
    body: readBody(text),
    status: null,
    troubles: [],
  }
}

function readBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Throws unless the call comes with a client id and the right keys, and what it sends is called JSON. */
export function checkCaller(call: Call, { wrong_keys_status }: Settings) {
  if (call.headers.clientid?.toLowerCase() !== keys.client_id) {
    throw refuse(401, 'ConnectWiseApi', 'UserNotAuthenticated')
  }
  if (!call.authorized && wrong_keys_status === 404) throw refuse(404, 'NotFound', 'The resource was not found')
  if (!call.authorized) throw refuse(401, 'Unauthorized', 'Incorrect public/private key')
  if (call.body !== null && !call.headers['content-type']?.startsWith('application/json')) {
    throw refuse(415, 'UnsupportedMediaType', 'The request entity’s media type is not supported')
  }
}

/** The object that was sent; throws when it is something else. */
export function sentObject(call: Call, resource: string): Record<string, unknown> {
  const { body } = call
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  throw refuse(400, 'InvalidObject', `${resource} object is invalid`)
}
