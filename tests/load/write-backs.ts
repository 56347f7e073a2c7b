import { prepareServer } from '../harness/database.ts'
import { startPostgres } from '../harness/postgres.ts'
import { describeRun, describeTrouble, judgeWave } from './write-backs/campaign.ts'
import { openOffice } from './write-backs/office.ts'
import { planCampaign } from './write-backs/plans.ts'
import type { Verdict } from './write-backs/verdict.ts'

/**
 * Sessions that are resolved and escalated while ConnectWise fails in every way at every step and the server is killed at
 * every step: `write-backs [runs=1000] [seed=1] [at once=80]`. Ends with 1 unless every note is there exactly once where
 * that was said, and every session says what is true of its ticket.
 */
const [runs = 1000, seed = 1, at_once = 80] = process.argv.slice(2).map(Number)

const start = performance.now()
const minutes = () => `${((performance.now() - start) / 60_000).toFixed(1)} min`
const postgres = await startPostgres()
await prepareServer(postgres.address)
const office = await openOffice(postgres.address)
const verdicts: Verdict[] = []
const unmannerly: string[] = []
let is_done = false
try {
  for (const plans of planCampaign(runs, seed, at_once)) {
    const wave = await judgeWave(office, plans)
    verdicts.push(...wave.verdicts)
    unmannerly.push(...wave.unmannerly)
    for (const verdict of wave.verdicts) if (verdict.broken.length > 0) console.log(describeRun(verdict))
    console.log(`${verdicts.length} of ${runs} runs in ${minutes()}: ${ends(verdicts)}`)
  }
  is_done = true
} finally {
  await office.close()
  await postgres.stop()
}

console.log(`\n${'step'.padEnd(14)}${'fault'.padEnd(52)}runs  ends`)
for (const [name, some] of grouped(verdicts)) console.log(`${name}${`${some.length}`.padStart(4)}  ${ends(some)}`)
for (const line of new Set(unmannerly)) console.log(line)
const broken = verdicts.filter((verdict) => verdict.broken.length > 0).length
const failed = !is_done || broken > 0 || unmannerly.length > 0
const killed = verdicts.filter(({ run }) => run.was_held).length
console.log(`\n${verdicts.length} runs in ${minutes()}, the server killed at the step of ${killed}: ${ends(verdicts)}`)
console.log(`${broken} broke a promise, ${unmannerly.length} requests were not as they should be`)
console.log(failed ? 'failed' : 'passed')
process.exit(failed ? 1 : 0)

function grouped(all: Verdict[]): [string, Verdict[]][] {
  const groups = new Map<string, Verdict[]>()
  for (const verdict of all) {
    const { plan } = verdict.run
    const name = `${plan.step.padEnd(14)}${`${describeTrouble(plan)}${plan.killed ? ', and killed' : ''}`.padEnd(52)}`
    groups.set(name, [...(groups.get(name) ?? []), verdict])
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other))
}

/** `12 posted (there once), 1 failed (there not)`. */
function ends(some: Verdict[]): string {
  const counts = new Map<string, number>()
  for (const { end, there } of some) {
    const name = `${end} (there ${there})`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
}
