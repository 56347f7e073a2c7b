import { expect, test } from 'vitest'
import { timeAgo, timeAgoPhrase } from '../../../ui/kit/time-ago.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

test.each([
  ['2026-11-20T11:59:01Z', 'now'],
  ['2026-11-20T11:58:00Z', '2 min'],
  ['2026-11-20T11:00:01Z', '59 min'],
  ['2026-11-20T09:00:00Z', '3 h'],
  ['2026-11-19T12:00:00Z', '1 day'],
  ['2026-11-18T12:00:00Z', '2 days'],
])('%s reads "%s" at noon on 20 November', (time, words) => {
  expect(timeAgo(time, now)).toBe(words)
})

test('a time that the server sees a moment ahead of this clock is now, never negative', () => {
  expect(timeAgo('2026-11-20T12:00:20Z', now)).toBe('now')
})

test('after two weeks the date says more than the distance', () => {
  expect(timeAgo('2026-10-01T12:00:00Z', now)).toContain('2026')
})

test.each([
  ['2026-11-20T11:59:30Z', 'just now'],
  ['2026-11-20T11:56:00Z', '4 min ago'],
  ['2026-11-19T12:00:00Z', '1 day ago'],
])('%s is "%s" behind a verb', (time, words) => {
  expect(timeAgoPhrase(time, now)).toBe(words)
})
