import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSite, createOutbound } from '../../../api/psa/outbound/outbound.ts'
import { isPublicAddress } from '../../../api/psa/outbound/public-address.ts'
import { PsaFailure } from '../../../api/psa/provider.ts'
import { type Listener, listen } from './outbound-listener.ts'

let allowed: Listener
let other: Listener
let v6: Listener
beforeAll(async () => {
  ;[allowed, other, v6] = await Promise.all([listen('127.0.0.1'), listen('127.0.0.1'), listen('::1')])
})
afterAll(() => Promise.all([allowed.close(), other.close(), v6.close()]))

const failureOf = async (attempt: Promise<unknown>) =>
  await attempt.then(
    () => undefined,
    (failure: unknown) => (failure instanceof PsaFailure ? failure : undefined),
  )

// PORT is one that is allowed as 127.0.0.1:PORT and listened at, OTHER one that is only listened at, V6 one at [::1].
const refused = [
  ['another port of the allowed host', 'http://127.0.0.1:OTHER/'],
  ['the allowed port of another host', 'http://127.0.0.2:PORT/'],
  ['the allowed host by https', 'https://127.0.0.1:PORT/'],
  ['the allowed host without its port', 'http://127.0.0.1/'],
  ['a decimal address', 'http://2130706433:PORT/'],
  ['a hexadecimal address', 'http://0x7f000001:PORT/'],
  ['an address with a hexadecimal part', 'http://0x7f.0.0.1:PORT/'],
  ['an octal address', 'http://0177.0.0.1:PORT/'],
  ['an address with leading zeros', 'http://127.000.000.001:PORT/'],
  ['an address of two parts', 'http://127.1:PORT/'],
  ['an address of three parts', 'http://127.0.1:PORT/'],
  ['an address with a dot behind it', 'http://127.0.0.1.:PORT/'],
  ['an address in wide digits', 'http://１２７.0.0.1:PORT/'],
  ['an address in circled digits', 'http://①②⑦.0.0.1:PORT/'],
  ['an address with an ideographic full stop', 'http://127。0。0。1:PORT/'],
  ['an escaped address', 'http://%31%32%37.0.0.1:PORT/'],
  ['the unspecified address', 'http://0.0.0.0:PORT/'],
  ['zero', 'http://0:PORT/'],
  ['localhost', 'http://localhost:PORT/'],
  ['IPv6 loopback', 'http://[::1]:V6/'],
  ['IPv6 loopback, written out', 'http://[0:0:0:0:0:0:0:1]:V6/'],
  ['an IPv4-mapped address', 'http://[::ffff:127.0.0.1]:PORT/'],
  ['an IPv4-mapped address in hexadecimal', 'http://[::ffff:7f00:1]:PORT/'],
  ['an IPv4-compatible address', 'http://[::127.0.0.1]:PORT/'],
  ['the unspecified IPv6 address', 'http://[::]:PORT/'],
  ['an address with a zone', 'http://[fe80::1%25lo]:PORT/'],
  ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
  ['the metadata service by https', 'https://169.254.169.254/latest/meta-data/'],
  ['the metadata service by name', 'http://metadata.google.internal/'],
  ['a user before the allowed host', 'http://na.myconnectwise.net@127.0.0.1:PORT/'],
  ['a user and a password', 'http://mara:reyes@127.0.0.1:PORT/'],
  ['an empty user', 'http://@127.0.0.1:PORT/'],
  ['the allowed host as user of another', 'http://127.0.0.1:PORT@127.0.0.1:OTHER/'],
  ['a known host as user', 'https://api-na.myconnectwise.net@127.0.0.1:OTHER/'],
  ['a backslash before the @', 'https://127.0.0.1:OTHER\\@api-na.myconnectwise.net/'],
  ['a backslash for a slash', 'http:\\\\127.0.0.1:PORT\\'],
  ['a fragment before the @', 'http://127.0.0.1:OTHER#@127.0.0.1:PORT/'],
  ['a query before the @', 'http://127.0.0.1:OTHER?@127.0.0.1:PORT/'],
  ['a fragment', 'http://127.0.0.1:PORT/#x'],
  ['a tab in the host', 'http://127.0.\t0.1:PORT/'],
  ['a line break in the host', 'http://127.0.0.1\n:PORT/'],
  ['a line break in the path', 'http://127.0.0.1:PORT/x\r\nHost: evil'],
  ['a space before it', ' http://127.0.0.1:PORT/'],
  ['three slashes', 'http:///127.0.0.1:PORT/'],
  ['one slash', 'http:/127.0.0.1:PORT/'],
  ['no scheme', '//127.0.0.1:PORT/'],
  ['another scheme', 'ftp://127.0.0.1:PORT/'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/plain,x'],
  ['a port with leading zeros', 'http://127.0.0.1:0PORT/'],
  ['a port beyond all ports', 'http://127.0.0.1:99999/'],
  ['a known host by http', 'http://api-na.myconnectwise.net/'],
  ['a known host at another port', 'https://api-na.myconnectwise.net:8443/'],
  ['a known host with a dot behind it', 'https://api-na.myconnectwise.net./'],
  ['a name that ends like a known host', 'https://evil-myconnectwise.net/'],
  ['a region that does not exist', 'https://evil.myconnectwise.net/'],
  ['a known host below another', 'https://api-na.myconnectwise.net.evil.test/'],
  ['a name below a known host', 'https://x.api-na.myconnectwise.net/'],
  ['the domain alone', 'https://myconnectwise.net/'],
  ['a letter of another alphabet', 'https://api-nа.myconnectwise.net/'],
  ['the same in punycode', 'https://xn--api-n-5nf.myconnectwise.net/'],
  ['a soft hyphen', 'https://api-na.my\u00adconnectwise.net/'],
  ['nothing', ''],
  ['no host', 'https:///'],
]

describe('an address', () => {
  test.each(refused)('is refused before a byte is sent: %s', async (_, pattern) => {
    const address = pattern
      .replaceAll('PORT', `${allowed.port}`)
      .replaceAll('OTHER', `${other.port}`)
      .replaceAll('V6', `${v6.port}`)
    const looked_up: string[] = []
    const outbound = createOutbound({
      allowed_hosts: [`127.0.0.1:${allowed.port}`],
      async resolve(host) {
        looked_up.push(host)
        return ['127.0.0.1']
      },
    })
    const init = { method: 'POST', headers: {}, body: 'a key' } as const
    const failure = await failureOf(outbound.request(address, init, { timeout_ms: 2000 }))
    expect(failure).toMatchObject({ code: 'address_refused', may_have_arrived: false })
    expect(looked_up).toEqual([])
    for (const { connections, bytes } of [allowed, other, v6])
      expect({ connections, bytes }).toEqual({ connections: 0, bytes: 0 })
  })

  test('is not refused when it is the allowed one, so that the listeners would have noticed', async () => {
    const mine = await listen('127.0.0.1')
    const outbound = createOutbound({ allowed_hosts: [`127.0.0.1:${mine.port}`] })
    const url = `http://127.0.0.1:${mine.port}/v4_6_release/apis/3.0/system/info?fields=version`
    expect(await outbound.request(url, { method: 'GET', headers: {} }, { timeout_ms: 2000 })).toMatchObject({
      status: 200,
      text: 'ok',
    })
    expect(mine.bytes).toBeGreaterThan(0)
    await mine.close()
  })
})

describe('a site', () => {
  const sites = [
    '127.0.0.1:4010',
    'cw.northbeam.test',
    'http://desk.northbeam.test:8080',
    '[::1]:4011',
    'simulator:4012',
  ]

  test.each([
    ['na.myconnectwise.net', 'https://na.myconnectwise.net'],
    ['api-na.myconnectwise.net', 'https://api-na.myconnectwise.net'],
    [' API-EU.MyConnectWise.net ', 'https://api-eu.myconnectwise.net'],
    ['aus.myconnectwise.net:443', 'https://aus.myconnectwise.net'],
    ['127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['[::1]:4011', 'http://[::1]:4011'],
    ['simulator:4012', 'http://simulator:4012'],
    ['cw.northbeam.test', 'https://cw.northbeam.test'],
    ['cw.northbeam.test:443', 'https://cw.northbeam.test'],
    ['desk.northbeam.test:8080', 'http://desk.northbeam.test:8080'],
  ])('%s is at %s', (site, origin) => expect(checkSite(site, sites)).toBe(origin))

  test.each([
    ['', 'it names no host'],
    ['https://na.myconnectwise.net', 'a host name alone'],
    ['na.myconnectwise.net/v4_6_release', 'a host name alone'],
    ['mara@na.myconnectwise.net', 'it names a user'],
    ['na.myconnectwise.net.', 'it ends with a dot'],
    ['na.myconnectwise.net:8443', 'its port is not 443'],
    ['127.0.0.1', 'it is an IP address'],
    ['127.0.0.1:4011', 'it is an IP address'],
    ['2130706433', 'it is an IP address'],
    ['0x7f.1', 'it is an IP address'],
    ['[::1]', 'it is an IP address'],
    ['evil-myconnectwise.net', 'it is no host of ConnectWise’s cloud'],
    ['nа.myconnectwise.net', 'a character that no host name has'],
    ['na.myconnectwise.net\\@evil.test', 'it holds a backslash'],
    ['na.myconnectwise.net#', 'it holds a #'],
  ])('“%s” is refused, with the reason: %s', (site, reason) => {
    const check = () => checkSite(site, sites)
    expect(check).toThrow(PsaFailure)
    expect(check).toThrow(reason)
  })

  test('in clear text is only one in a network of one’s own, or one that was allowed by http://', () => {
    const origin = (entry: string, site = entry) => checkSite(site, [entry])
    expect(origin('10.1.2.3:8080')).toBe('http://10.1.2.3:8080')
    expect(origin('10.1.2.3:443')).toBe('https://10.1.2.3')
    expect(origin('cw.northbeam.test:8443')).toBe('https://cw.northbeam.test:8443')
    expect(origin('8.8.8.8:8080')).toBe('https://8.8.8.8:8080')
    expect(origin('https://10.1.2.3:8443', '10.1.2.3:8443')).toBe('https://10.1.2.3:8443')
  })

  test.each(['cw.northbeam.test/path', 'mara@cw.northbeam.test:443', 'two words:80', 'x:99999', 'ftp://x:21', '*:80'])(
    'can’t be allowed as “%s”',
    (entry) => expect(() => createOutbound({ allowed_hosts: [entry] })).toThrow(`PSA_ALLOWED_HOSTS: “${entry}”`),
  )
})

test.each(['1.1.1.1', '52.20.1.9', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1', '64:ff9b::1.1.1.1'])(
  '%s is an address on the public Internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each(
  // biome-ignore format: a list of addresses
  [
    '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.255', '169.254.169.254',
    '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.0.1', '198.18.0.1', '198.19.255.255',
    '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '256.1.1.1', '1.1.1',
    '01.1.1.1.1', '::', '::1', '::ffff:127.0.0.1', '::ffff:1.1.1.1', '::127.0.0.1', '::1.1.1.1', '64:ff9b::10.0.0.1',
    '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1',
    '2001::1', '2001:0:7f00:1::', '2001:db8::1', '2002:7f00:1::', '2002:101:101::', '3fff::1', '4000::1', '', 'localhost',
  ],
)('%s is no address on the public Internet', (address) => expect(isPublicAddress(address)).toBe(false))
