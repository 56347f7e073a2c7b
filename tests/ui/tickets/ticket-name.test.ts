import { expect, test } from 'vitest'
import { ticketName, ticketNumber } from '../../../ui/tickets/ticket-name.ts'

test.each(['48213', '#48213', ' # 48213 ', 'CW #48213', 'cw48213'])('“%s” is the number of a ticket', (words) => {
  expect(ticketNumber(words)).toBe('48213')
})

test.each(['', 'VPN', '48213 VPN', '0', '12345678901', '-1', '#'])('“%s” is no number of a ticket', (words) => {
  expect(ticketNumber(words)).toBeUndefined()
})

test('only a ticket of ConnectWise is called one', () => {
  expect(ticketName('48213', 'connectwise')).toBe('CW #48213')
  expect(ticketName('48213', 'builtin')).toBe('#48213')
  expect(ticketName('48213')).toBe('#48213')
})
