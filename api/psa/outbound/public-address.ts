type Block = { bytes: number[]; length: number }

/** True for an IP address that anybody on the Internet may reach; false for every other text. */
export function isPublicAddress(address: string): boolean {
  const v4 = readV4(address)
  if (v4) return !v4_not_public.some((block) => isIn(block, v4))
  const v6 = readV6(address)
  if (!v6) return false
  // Where only IPv6 is spoken, an IPv4 address is reached through this prefix: it is as public as what it stands for.
  if (isIn(nat64, v6)) return isPublicAddress(v6.slice(12).join('.'))
  return isIn(v6_global, v6) && !v6_not_public.some((block) => isIn(block, v6))
}

export function isAddress(text: string): boolean {
  return (readV4(text) ?? readV6(text)) !== undefined
}

function readV4(text: string): number[] | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1)
  const bytes = parts?.map(Number)
  return bytes?.every((byte) => byte < 256) ? bytes : undefined
}

// The URL parser knows every spelling of an IPv6 address, with IPv4 inside too, and writes it in one way.
function readV6(text: string): number[] | undefined {
  if (!/^[0-9a-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return undefined
  const [head = '', tail] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split('::')
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const zeros = Array<number>(8 - before.length - after.length).fill(0)
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 0xff])
}

const groupsOf = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))

function isIn({ bytes, length }: Block, address: number[]): boolean {
  return bytes.every((byte, at) => {
    const bits = Math.min(8, Math.max(0, length - at * 8))
    const mask = 0xff & (0xff << (8 - bits))
    return (byte & mask) === ((address[at] ?? 0) & mask)
  })
}

function block(text: string): Block {
  const [address = '', length] = text.split('/')
  const bytes = readV4(address) ?? readV6(address)
  if (!bytes) throw new Error(`${text} is not a block of addresses`)
  return { bytes, length: Number(length) }
}

// IANA's special-purpose registries, multicast and what is reserved.
const v4_not_public = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
].map(block)

const nat64 = block('64:ff9b::/96')
// Everything else is loopback, unique local, link-local, multicast, IPv4 in another dress, or not given out.
const v6_global = block('2000::/3')
// Teredo among the first, documentation, 6to4, documentation.
const v6_not_public = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(block)
