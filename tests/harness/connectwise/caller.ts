import { keys } from './connection.ts'
import type { ConnectWise } from './handle.ts'
import type { Note, Ticket } from './records.ts'

/** `body` is as the test says it is; of an error or a page of HTML it says nothing. */
export type Answered<Body> = { status: number; body: Body; headers: Headers }

type Init = { method?: string; body?: unknown; headers?: Record<string, string>; base?: string; redirect?: 'manual' }

/** A client with every good habit. Paths are the API's own; a header that is given as '' is not sent. */
export function callerOf({ base_url }: Pick<ConnectWise, 'base_url'>) {
  const call = async <Body = unknown>(path: string, init: Init = {}): Promise<Answered<Body>> => {
    const { method = 'GET', body, base = '/v4_6_release/apis/3.0', redirect } = init
    const headers = Object.entries({ ...usual_headers, ...init.headers }).filter(([, value]) => value !== '')
    const response = await fetch(`${base_url}${base}${path}`, {
      method,
      headers,
      ...(redirect && { redirect }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const is_json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: is_json ? JSON.parse(text) : text, headers: response.headers }
  }
  return {
    call,
    get: <Body = unknown>(path: string) => call<Body>(path),
    post: <Body = Note>(path: string, body: unknown) => call<Body>(path, { method: 'POST', body }),
    patch: <Body = Ticket>(path: string, body: unknown) => call<Body>(path, { method: 'PATCH', body }),
    delete: (path: string) => call(path, { method: 'DELETE' }),
  }
}

const usual_headers = {
  authorization: `Basic ${btoa(`${keys.company_id}+${keys.public_key}:${keys.private_key}`)}`,
  clientId: keys.client_id,
  accept: 'application/vnd.connectwise.com+json; version=2025.16',
  'content-type': 'application/json',
}

/** An internal note with all of its flags. */
export const internalNote = (text: string) => ({
  text,
  detailDescriptionFlag: false,
  internalAnalysisFlag: true,
  resolutionFlag: false,
  processNotifications: false,
  customerUpdatedFlag: false,
})

export const toStatus = (id: number | undefined) => [{ op: 'replace', path: 'status', value: { id } }]
