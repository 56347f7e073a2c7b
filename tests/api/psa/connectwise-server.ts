import { once } from 'node:events'
import { createServer } from 'node:http'
import { connectWise } from '../../../api/psa/connectwise/connectwise.ts'
import type { ConnectWiseOptions, ConnectWiseSettings } from '../../../api/psa/connectwise/settings.ts'
import { createOutbound } from '../../../api/psa/outbound/outbound.ts'
import { PsaFailure, type PsaProvider } from '../../../api/psa/provider.ts'

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: unknown
}
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: unknown; text?: string; after?: Promise<void> }
  | 'drop'

export const settings: Omit<ConnectWiseSettings, 'site'> = {
  company_id: 'northbeam',
  public_key: 'Qm7dNorthbeamPub1',
  private_key: 'x4TnorthbeamPriv9',
  client_id: '5d1f6a0e-3c4b-4f0e-9a57-8e2b6c1d7f30',
}

export type OwnServer = {
  psa: PsaProvider
  asked: Asked[]
  /** The pauses that were made, in milliseconds; none of them takes any time. */
  waits: number[]
  close: () => Promise<void>
}

/** A ConnectWise that answers exactly what a test says, and a provider that is connected to it. */
export async function answering(
  reply: (asked: Asked, count: number) => Reply,
  options: ConnectWiseOptions & Partial<ConnectWiseSettings> = {},
): Promise<OwnServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    const { method = '', headers } = request
    const text = Buffer.concat(pieces).toString()
    const call = { method, path: pathname, query: searchParams, headers, body: text && JSON.parse(text) }
    asked.push(call)
    const given = reply(call, asked.length)
    if (given === 'drop') return response.destroy()
    await given.after
    response.writeHead(given.status ?? 200, given.headers)
    response.end(given.text ?? JSON.stringify(given.body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const site = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const waits: number[] = []
  const wait = async (ms: number) => void waits.push(ms)
  const outbound = createOutbound({ allowed_hosts: [site] })
  return {
    psa: connectWise({ ...settings, site, ...options }, outbound, { timeout_ms: 2000, wait, ...options }),
    asked,
    waits,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The failure that a call ends in; throws when it does not. */
export async function failureOf(attempt: Promise<unknown>): Promise<PsaFailure> {
  const failure = await attempt.then(
    (value) => new Error(`No failure but ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (failure instanceof PsaFailure) return failure
  throw failure
}

export const base = '/v4_6_release/apis/3.0'

export const printerTicket = {
  id: 4711,
  summary: 'Printer offline',
  status: { id: 16, name: 'In progress' },
  company: { id: 7, name: 'Acme Dental' },
  board: { id: 3, name: 'Service Desk' },
  closedFlag: false,
  initialDescription: 'It blinks.',
  contactName: 'Dana Cole',
  contactEmailAddress: 'dana@acmedental.test',
}
