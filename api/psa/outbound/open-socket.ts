import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { PsaFailure } from '../provider.ts'
import { isAddress } from './public-address.ts'

/** Opens a connection to one of the addresses, or to the URL's own host where there are none. */
export type OpenSocket = (url: URL, addresses: readonly string[] | undefined, signal: AbortSignal) => Promise<Socket>

/**
 * Connects, with the TLS handshake, to the first address that answers. The name is not looked up again: it is only what
 * the certificate must be of. Nothing has been sent when this throws.
 */
export const openSocket: OpenSocket = async (url, addresses, signal) => {
  const host = url.hostname.replace(/[[\]]/g, '')
  let cause: unknown
  for (const address of addresses ?? [host]) {
    if (signal.aborted) break
    const opened = await openOne(url, host, address, signal).catch((error: unknown) => {
      cause = error
    })
    if (opened) return opened
  }
  throw new PsaFailure('unreachable', `${url.host} ${whyNot(cause, signal)}`, false, { cause })
}

function whyNot(cause: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'did not answer in time.'
  const code = cause instanceof Error && 'code' in cause ? `${cause.code}` : ''
  return /CERT|TLS|SSL/.test(code) ? `shows no certificate that can be trusted (${code}).` : 'can’t be reached.'
}

async function openOne(url: URL, host: string, address: string, signal: AbortSignal): Promise<Socket> {
  const is_secure = url.protocol === 'https:'
  const to = { host: address, port: Number(url.port) || (is_secure ? 443 : 80) }
  // TLS names hosts and not addresses; the certificate of an address is checked against the address by itself.
  const named = isAddress(host) ? {} : { servername: host }
  const socket = is_secure ? connectTls({ ...to, ...named, ALPNProtocols: ['http/1.1'] }) : connectPlain(to)
  const close = () => socket.destroy()
  signal.addEventListener('abort', close, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      // Stays for good: an error that nobody hears ends the process, and once this is settled it changes nothing.
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('The connection was closed.')))
      socket.once(is_secure ? 'secureConnect' : 'connect', resolve)
    })
    return socket
  } catch (error) {
    close()
    throw error
  } finally {
    signal.removeEventListener('abort', close)
  }
}
