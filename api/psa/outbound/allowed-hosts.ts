import { isAddress, isPublicAddress } from './public-address.ts'

/** Origins by the `host:port` that names them. */
export type AllowedHosts = ReadonlyMap<string, string>

const entry_shape = /^(?:(https?):\/\/)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/

/**
 * Reads PSA_ALLOWED_HOSTS: each entry is `host:port`, and may begin with `http://` or `https://`. Without that it is
 * plain http where the host can only be in a network of one's own (a private address, a name without a dot), unless at
 * port 443, and https everywhere else: keys are not sent in the clear by an oversight. Throws for what it can't read.
 */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
  return new Map(entries.map(readEntry))
}

function readEntry(entry: string): [string, string] {
  const [, scheme, host = '', port] = entry_shape.exec(entry.trim().toLowerCase()) ?? []
  const name = `${host}:${port ?? (scheme === 'http' ? 80 : 443)}`
  const origin = `${scheme ?? usualScheme(host, port)}://${name}`
  if (!host || !URL.canParse(origin)) throw new Error(`PSA_ALLOWED_HOSTS: “${entry}” is not host:port`)
  return [name, new URL(origin).origin]
}

function usualScheme(host: string, port: string | undefined): 'http' | 'https' {
  const bare = host.replace(/[[\]]/g, '')
  const is_ours = isAddress(bare) ? !isPublicAddress(bare) : !host.includes('.')
  return is_ours && port !== undefined && port !== '443' ? 'http' : 'https'
}
