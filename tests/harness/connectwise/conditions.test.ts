import { expect, test } from 'vitest'
import { parseConditions } from './conditions.ts'

const ticket = {
  id: 48213,
  summary: 'VPN drops (after MFA)',
  closedFlag: false,
  status: { id: 17, name: 'In Progress' },
  _info: { lastUpdated: '2026-03-14T09:12:33Z' },
}

test.each([
  ['id=48213', true],
  ['id != 48213', false],
  ['id in (1, 48213)', true],
  ['id not in (1, 48213)', false],
  ['id > 48000 and id <= 48213', true],
  ['summary contains "vpn"', true],
  ['summary contains "drops%"', false],
  ['summary like "VPN%"', true],
  ['summary like "%(after%"', true],
  ['summary like "drops"', false],
  ["summary not like '%printer%'", true],
  ['status/name = "in progress"', true],
  ['closedFlag=False', true],
  ['closedFlag = true or status/id = 17', true],
  ['closedFlag = true and id = 48213 or id = 48213', true],
  ['closedFlag = true and (id = 48213 or id = 48213)', false],
  ['owner/id = null', true],
  ['owner/id = 3', false],
  ['_info/lastUpdated > [2026-03-01T00:00:00Z]', true],
])('%s is %s of the ticket', (text, expected) => {
  expect(parseConditions(text).holds(ticket)).toBe(expected)
})

test.each([
  '',
  'id',
  'id=',
  'id=48213 and',
  'id = 48213 summary',
  '(id=48213',
  'id=48213)',
  'summary contains vpn',
  'summary contains "say "hello""',
  'summary resembles "x"',
  'id not = 3',
  'id in 3',
  'id = "48213"',
  'id contains "482"',
  'id = 48x',
  'summary contains "open',
  'id=48213; drop table',
])('“%s” cannot be read', (text) => {
  expect(() => parseConditions(text).holds(ticket)).toThrow('InvalidRequest')
})

test('the fields that are asked about are known', () => {
  expect(parseConditions('id=1 or (status/name="x" and summary like "%y%")').fields).toEqual([
    'id',
    'status/name',
    'summary',
  ])
})
