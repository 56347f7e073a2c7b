import { expect, test } from 'vitest'
import { true_promotions, untrue_promotions } from './all-promotions.ts'
import { isConfirmed } from './try-promotion.ts'

// `npm run promotions` prints the same by kinds.

test('of facts that say what their source says at least ninety-seven in a hundred are confirmed', () => {
  expect(true_promotions.length).toBeGreaterThanOrEqual(75)
  const confirmed = true_promotions.filter(isConfirmed)
  expect(confirmed.length / true_promotions.length).toBeGreaterThanOrEqual(0.97)
})

test('of facts that say more than their source none is confirmed', () => {
  expect(untrue_promotions.length).toBeGreaterThanOrEqual(75)
  expect(untrue_promotions.filter(isConfirmed)).toEqual([])
})
