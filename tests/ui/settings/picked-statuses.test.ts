import { expect, test } from 'vitest'
import { hasPicks, LEAVE, withPicks } from '../../../ui/settings/picked-statuses.ts'

const saved = { resolved: { desk: '55', projects: '71' }, escalated: { desk: '54' } }

test('a pick changes its own board and end, and no other', () => {
  expect(withPicks(saved, { resolved: { desk: '56' } })).toEqual({
    resolved: { desk: '56', projects: '71' },
    escalated: { desk: '54' },
  })
})

test('a status that is left as it is, is named no more', () => {
  expect(withPicks(saved, { resolved: { desk: LEAVE } })).toEqual({
    resolved: { projects: '71' },
    escalated: { desk: '54' },
  })
})

test('a pick of what is saved already is no change', () => {
  expect(hasPicks(saved, {})).toBe(false)
  expect(hasPicks(saved, { resolved: { desk: '55', garage: LEAVE } })).toBe(false)
  expect(hasPicks(saved, { escalated: { desk: LEAVE } })).toBe(true)
  expect(hasPicks(saved, { escalated: { projects: '72' } })).toBe(true)
})
