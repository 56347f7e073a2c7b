import { expect, test } from 'vitest'
import { honest, playwrightCounts, vitestCounts } from '../../bin/test-counts.mjs'

const passing = { passed: 3, failed: 0, skipped: 0 }

test('a test file that could not be loaded counts as a failure', () => {
  const unloadable = { status: 'failed', assertionResults: [] }
  const with_a_failure = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 0, numTodoTests: 1 }
  const counts = vitestCounts({ ...report, testResults: [unloadable, with_a_failure] })
  expect(counts).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

test('a flaky journey and an error outside of any test count as failures', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }
  expect(playwrightCounts({ stats, errors: [{ message: 'no server' }] })).toEqual({ passed: 4, failed: 3, skipped: 0 })
})

test('a runner that ends badly has failed, even when it counts no failure', () => {
  expect(honest(passing, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(honest(passing, 0)).toEqual(passing)
})

test('a run in which nothing passed has failed', () => {
  expect(honest({ passed: 0, failed: 0, skipped: 9 }, 0).failed).toBe(1)
})
