import { expect, test } from 'vitest'
import { changesOf, isSamePlace } from '../../../ui/settings/connection-changes.ts'

const place = { site: 'na.myconnectwise.net', company_id: 'northbeam', public_key: 'Qm7d' }
const nothing = { resolved: {}, escalated: {} }
const connected = {
  provider: 'connectwise' as const,
  ...place,
  has_private_key: true,
  has_client_id: true,
  statuses: nothing,
}
const on_the_board = {
  provider: 'builtin' as const,
  site: null,
  company_id: null,
  public_key: null,
  has_private_key: false,
  has_client_id: false,
  statuses: nothing,
}

test('kept keys hold for the site, company and public key that they were given for, however the site is written', () => {
  expect(isSamePlace(connected, { ...place, site: ' NA.myconnectwise.net ' })).toBe(true)
  for (const part of ['site', 'company_id', 'public_key'] as const) {
    expect(isSamePlace(connected, { ...place, [part]: 'other' })).toBe(false)
  }
  expect(isSamePlace(on_the_board, place)).toBe(false)
})

test('a form that says what is saved changes nothing', () => {
  expect(changesOf(connected, place, {})).toEqual([])
  expect(changesOf(connected, place, { private_key: undefined, client_id: '' })).toEqual([])
})

test('another site is named with what is lost by it', () => {
  expect(changesOf(connected, { ...place, site: 'eu.myconnectwise.net' }, {})).toEqual([
    'ConnectWise is asked at eu.myconnectwise.net instead of na.myconnectwise.net, and the picked statuses are forgotten.',
  ])
})

test('every part that is replaced is named, and no key is', () => {
  const changes = changesOf(
    connected,
    { ...place, company_id: 'harbor', public_key: 'Zz1' },
    { private_key: 'secret-one', client_id: 'secret-two' },
  )
  expect(changes).toEqual([
    'Another company’s ConnectWise is asked.',
    'The public key is replaced.',
    'The private key is replaced.',
    'The client id is replaced.',
  ])
})

test('the first connection says where tickets come from afterwards', () => {
  expect(changesOf(on_the_board, place, {})[0]).toBe(
    'Tickets come from ConnectWise at na.myconnectwise.net instead of the built-in board.',
  )
})
