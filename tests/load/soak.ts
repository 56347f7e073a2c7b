import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { createLog } from '../../api/log.ts'
import { prune } from '../../api/maintenance/prune.ts'
import { openPostgres } from '../../db/postgres.ts'
import { signUpColleague, signUpMara } from '../api/people.ts'
import { createDatabase, prepareServer } from '../harness/database.ts'
import { startPostgres } from '../harness/postgres.ts'
import { startServer } from '../harness/processes.ts'
import { findLosses, findUnbounded, makeOlder } from './soak/checks.ts'
import { work } from './soak/engineer.ts'
import { Ledger } from './soak/ledger.ts'
import { watch } from './soak/tab.ts'
import { whicheverRuns } from './write-backs/office.ts'
import { randomNumbers } from './write-backs/random.ts'

/**
 * A stretch of real use: five engineers at work with the practice model, fifty open tabs whose lines break, and a database
 * that is restarted in the middle. Ends with 1 where the memory grows, a table is beyond its bound, something that was
 * taken is lost, or an answer of 5xx has no explanation.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
})
const minutes = Number(values.minutes)
const random = randomNumbers(Number(values.seed))
const away_ms = 4000
/** So long after a restart a 503 still has its explanation: connections that were lost are found out one by one. */
const recovery_ms = 15_000

const there = await startPostgres()
await prepareServer(there.address)
const database = await createDatabase(there.address, 'template')
const connect = () => postgres(database.admin_url, { max: 1, onnotice: () => {} })
const server = await startServer({
  DATABASE_URL: database.api_url,
  DATABASE_CONNECTIONS: '20',
  FLOWPILOT_SECRET: crypto.randomUUID() + crypto.randomUUID(),
})
const ledger = new Ledger()
const memory_mb: number[] = []
let failed = true
try {
  const product = whicheverRuns(() => server.base_url)
  const mara = await signUpMara(product)
  const engineers = [mara]
  for (let at = 1; at < 5; at++) engineers.push(await signUpColleague(product, mara, 'engineer'))
  const open = new Set<string>()
  const end = Date.now() + minutes * 60_000
  const isOver = () => Date.now() > end
  const atWork = engineers.map((engineer) => work(engineer, ledger, random, open, isOver))
  const tabs = Array.from({ length: 50 }, (_, at) =>
    watch(server.base_url, engineers[at % 5] ?? mara, ledger, random, open, isOver),
  )
  await Promise.all([...atWork, ...tabs, measure(isOver), restartHalfway(), pruneNowAndThen(isOver)])
  failed = await report()
} finally {
  await server.stop()
  await there.stop()
}
console.log(failed ? 'failed' : 'passed')
process.exit(failed ? 1 : 0)

async function measure(isOver: () => boolean) {
  while (!isOver()) {
    await sleep(Math.min(60_000, minutes * 6000))
    const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1])
    memory_mb.push(Math.round(kilobytes / 1024))
    console.log(
      `memory ${memory_mb.at(-1)} MB, ${ledger.requests} requests, ${ledger.turns_read} replies, ${ledger.cut_lines} cut lines`,
    )
  }
}

async function restartHalfway() {
  await sleep(minutes * 30_000)
  ledger.away_until = Number.POSITIVE_INFINITY
  await there.restart(away_ms)
  ledger.away_until = Date.now() + recovery_ms
  console.log('the database was restarted')
}

async function pruneNowAndThen(isOver: () => boolean) {
  while (!isOver()) {
    await sleep(30_000)
    if (Date.now() < ledger.away_until) continue
    await pruneNow()
  }
}

async function pruneNow() {
  const admin = connect()
  const pruned = openPostgres({ url: database.api_url, connections: 1 })
  await makeOlder(admin)
  await prune({ database: pruned, log: createLog() })
  await Promise.all([admin.end(), pruned.close()])
}

async function report(): Promise<boolean> {
  // What still ran when time was up comes to its end.
  await sleep(12_000)
  await pruneNow()
  const admin = connect()
  const [losses, bounds] = [await findLosses(admin, ledger), await findUnbounded(admin)]
  await admin.end()
  const average = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / Math.max(1, all.length)
  const quarter = Math.max(1, Math.floor(memory_mb.length / 4))
  // The first quarter warms up.
  const growth = average(memory_mb.slice(-quarter)) / average(memory_mb.slice(quarter, quarter * 2)) - 1
  const beyond = bounds.filter(({ rows, most }) => rows > most)
  for (const { table, rows, most } of bounds) console.log(`${table}: ${rows}, at most ${most}`)
  console.log(
    `${minutes} minutes, ${ledger.requests} requests, ${ledger.turns_read} replies, ${ledger.changes_heard} changes heard, ${ledger.cut_lines} cut lines`,
  )
  console.log(`5xx: ${ledger.explained_5xx} explained by the restart, ${ledger.unexplained.length} unexplained`)
  console.log(`memory: ${memory_mb.join(', ')} MB, ${(growth * 100).toFixed(1)} % from the second quarter to the last`)
  console.log(
    `taken: ${ledger.taken.length}, lost: ${losses.length}; streams that were not whole: ${ledger.broken.length}`,
  )
  for (const each of [...ledger.unexplained, ...losses, ...ledger.broken].slice(0, 20)) console.log(`  ${each}`)
  return growth > 0.2 || beyond.length + losses.length + ledger.unexplained.length + ledger.broken.length > 0
}
