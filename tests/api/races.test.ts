import { expect, inject, test } from 'vitest'
import { describeRaces, openWorld, runRaces } from '../load/races/world.ts'

test('whatever is done to a session at once, some order of it explains what came of it', {
  timeout: 120_000,
}, async () => {
  const world = await openWorld(inject('postgres'))
  try {
    expect(describeRaces(await runRaces(world, { runs: 30, seed: 20261127 }))).toBe('passed')
  } finally {
    await world.close()
  }
})
