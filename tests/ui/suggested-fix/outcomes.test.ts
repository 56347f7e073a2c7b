import { expect, test } from 'vitest'
import type { SuggestedFix } from '../../../ui/pilot/session-page.ts'
import { factNumbers, isOpen, outcomesFrom, proposalFor, waitingFor } from '../../../ui/suggested-fix/outcomes.ts'

test('the likely outcome is offered first, and every outcome once', () => {
  expect(outcomesFrom('worked')).toEqual(['worked', 'partial', 'failed', 'awaiting'])
  expect(outcomesFrom('failed')).toEqual(['failed', 'worked', 'partial', 'awaiting'])
})

test.each([
  ['proposed', false],
  ['applied', true],
  ['awaiting', true],
  ['worked', false],
  ['partial', false],
  ['failed', false],
] as const)('a fix that is %s has an open outcome: %s', (status, open) => {
  expect(isOpen({ status })).toBe(open)
})

test('what is awaited is a sentence with one full stop, however it was typed', () => {
  expect(waitingFor('tonight’s reboot of NPS01.')).toBe('Waiting for tonight’s reboot of NPS01.')
  expect(waitingFor(' replication ')).toBe('Waiting for replication.')
})

test('what the model thinks is asked about until the engineer has said the same', () => {
  const outcome_proposal: SuggestedFix['outcome_proposal'] = { outcome: 'worked', reason: 'All laptops stay connected' }
  expect(proposalFor({ outcome_proposal, status: 'applied' })).toBe(outcome_proposal)
  expect(proposalFor({ outcome_proposal, status: 'failed' })).toBe(outcome_proposal)
  expect(proposalFor({ outcome_proposal, status: 'worked' })).toBeNull()
})

test('the facts that a fix rests on are counted off as one says it', () => {
  expect([[2], [1, 3], [1, 3, 4]].map(factNumbers)).toEqual(['fact 2', 'facts 1 and 3', 'facts 1, 3 and 4'])
})
