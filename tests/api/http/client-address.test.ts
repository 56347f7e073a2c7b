import { describe, expect, test } from 'vitest'
import { type AddressRange, clientAddress, readRange } from '../../../api/http/client-address.ts'

const ranges = (...texts: string[]): AddressRange[] =>
  texts.map((text) => {
    const range = readRange(text)
    if (!range) throw new Error(`${text} is no range`)
    return range
  })

describe('who sends a request', () => {
  test.each([
    ['the peer, when nobody passed it on', '198.51.100.7', undefined, [], '198.51.100.7'],
    [
      'the peer, whatever it says, when it is not trusted',
      '198.51.100.7',
      '203.0.113.9',
      ['10.0.0.0/8'],
      '198.51.100.7',
    ],
    ['whom the trusted proxy heard', '10.0.0.1', '203.0.113.9', ['10.0.0.1'], '203.0.113.9'],
    ['not whom the sender made up', '10.0.0.1', '192.0.2.66, 203.0.113.9', ['10.0.0.1'], '203.0.113.9'],
    [
      'whom the first of several proxies heard',
      '10.0.0.1',
      '192.0.2.66, 203.0.113.9, 10.1.1.1',
      ['10.0.0.0/8'],
      '203.0.113.9',
    ],
    ['the farthest address, when all are trusted', '10.0.0.1', '10.3.3.3, 10.2.2.2', ['10.0.0.0/8'], '10.3.3.3'],
    ['the proxy, when it says nothing', '10.0.0.1', undefined, ['10.0.0.1'], '10.0.0.1'],
    ['the proxy, when it says what is no address', '10.0.0.1', '203.0.113.9, unknown', ['10.0.0.1'], '10.0.0.1'],
    ['no address that is written in short', '10.0.0.1', '127.1', ['10.0.0.1'], '10.0.0.1'],
    ['an address without its port', '10.0.0.1', '203.0.113.9:51512', ['10.0.0.1'], '203.0.113.9'],
    ['an IPv6 address without its port and brackets', '10.0.0.1', '[2001:DB8::0:9]:443', ['10.0.0.1'], '2001:db8::9'],
    [
      'an IPv4 address that is written inside IPv6',
      '::ffff:10.0.0.1',
      '::ffff:203.0.113.9',
      ['10.0.0.0/8'],
      '203.0.113.9',
    ],
    ['whom an IPv6 proxy heard', 'fd00::17', '2001:db8::9', ['fd00::/8'], '2001:db8::9'],
    ['no zone of an interface', 'fe80::1%eth0', '203.0.113.9', ['fe80::/10'], '203.0.113.9'],
    ['a range that is written inside IPv6', '10.2.3.4', '203.0.113.9', ['::ffff:10.0.0.0/104'], '203.0.113.9'],
    ['IPv6 and no IPv4 by an IPv6 range of all', '198.51.100.7', '203.0.113.9', ['::/0'], '198.51.100.7'],
  ])('%s', (_, peer, forwarded_for, trusted, expected) => {
    expect(clientAddress(peer, forwarded_for, ranges(...trusted))).toBe(expected)
  })

  test('nobody, where the platform does not tell', () => {
    expect(clientAddress(undefined, '203.0.113.9', ranges('0.0.0.0/0', '::/0'))).toBeNull()
  })
})

test.each([
  '',
  'localhost',
  '10.0.0',
  '127.1',
  '0x7f.0.0.1',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  'fd00::/129',
  '*',
  '10.0.0.1:80',
  '::ffff:10.0.0.0/24',
])('“%s” is no range', (text) => {
  expect(readRange(text)).toBeUndefined()
})
