import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** Addresses that begin alike: the first address, and how many of its bits count. */
export type AddressRange = readonly [Address, number]

/** How the installation is reached from outside. */
export type Edge = {
  /** Scheme, name and port by which browsers know it; undefined: whatever they ask. */
  public_url: string | undefined
  /** Whose word about whom they speak for counts. */
  trusted_proxies: readonly AddressRange[]
}

/** Reads `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`; undefined for what is none of these. */
export function readRange(text: string): AddressRange | undefined {
  const [first = '', bits, ...more] = text.split('/')
  const address = more.length === 0 ? readAddress(first) : undefined
  if (!address) return undefined
  const all = address.kind() === 'ipv4' ? 32 : 128
  // ::ffff:10.0.0.0/104 is 10.0.0.0/8.
  const written = address.kind() === 'ipv4' && first.includes(':') ? 96 : 0
  const length = bits === undefined ? all : /^\d{1,3}$/.test(bits) ? Number(bits) - written : -1
  return length >= 0 && length <= all ? [address, length] : undefined
}

export const isIn = (address: Address, ranges: readonly AddressRange[]) =>
  ranges.some(([first, bits]) => first.kind() === address.kind() && address.match(first, bits))

/**
 * Who sends a request: who is at the other end of the connection, or, as far as trusted proxies passed it on, the
 * nearest address in `X-Forwarded-For` that is none of theirs. Each proxy adds whom it heard, so only what stands right
 * of that address is true. Null where the platform does not tell.
 */
export function clientAddress(
  peer: string | null | undefined,
  forwarded_for: string | undefined,
  trusted: readonly AddressRange[],
): string | null {
  let known = readAddress(peer ?? '')
  const passed_on = (forwarded_for ?? '').split(',').map((entry) => readAddress(withoutPort(entry.trim())))
  while (known && isIn(known, trusted)) {
    const before = passed_on.pop()
    if (!before) break
    known = before
  }
  return known?.toString() ?? null
}

/** The network that a client's address is of, as an attacker has it whole: /24 of IPv4, /64 of IPv6. */
export function networkOf(client_address: string): string {
  const address = ipaddr.process(client_address)
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/24`).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()
}

/** Whether what this peer says about whom it speaks for counts. */
export function isTrusted(peer: string | null | undefined, trusted: readonly AddressRange[]): boolean {
  const address = readAddress(peer ?? '')
  return address !== undefined && isIn(address, trusted)
}

// Some proxies write it.
const withoutPort = (entry: string) =>
  entry.replace(/^\[([^\]]*)\](:\d{1,5})?$/, '$1').replace(/^([\d.]+):\d{1,5}$/, '$1')

/** An address that is written out, so nothing like 127.1 or 0x7f000001; IPv4 inside IPv6 is IPv4. */
function readAddress(text: string): Address | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined
  const address = ipaddr.process(text)
  // A zone names an interface of the machine that saw it, and no other sender.
  return address instanceof ipaddr.IPv6 ? new ipaddr.IPv6(address.parts) : address
}
