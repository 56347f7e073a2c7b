import { prepareServer } from '../harness/database.ts'
import { startPostgres } from '../harness/postgres.ts'
import { describeRaces, openWorld, runRaces } from './races/world.ts'

/**
 * What engineers and a reply do to one session at once, round trip by round trip in an order that is drawn by a seed:
 * `races [runs=500] [seed] [path]`. Ends with 1 where no order of the acts explains what came of them, and names the seed
 * and the path that replay it.
 */
const [runs = '500', seed = `${Date.now() % 1_000_000}`, path] = process.argv.slice(2)

const postgres = await startPostgres()
await prepareServer(postgres.address)
const world = await openWorld(postgres.address)
const report = await runRaces(world, { runs: Number(runs), seed: Number(seed), path }).finally(async () => {
  await world.close()
  await postgres.stop()
})
console.log(`${report.numRuns} races by seed ${seed}: ${describeRaces(report)}`)
process.exit(report.failed ? 1 : 0)
