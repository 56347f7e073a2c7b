import { expect } from 'vitest'
import { contract_is_here, contractErrors } from '../../harness/connectwise/contract.ts'
import { brokenHabits } from '../../harness/connectwise/habits.ts'
import type { ConnectWise } from '../../harness/connectwise/handle.ts'

/** Every request had its keys, client id, version and flags, and is one that ConnectWise publishes, where we can tell. */
export async function expectGoodManners(there: Pick<ConnectWise, 'requests'>) {
  const requests = await there.requests()
  expect(requests.length).toBeGreaterThan(0)
  expect(brokenHabits(requests)).toEqual([])
  if (contract_is_here) expect(contractErrors(requests)).toEqual([])
}
