import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDatabase, prepareServer } from '../harness/database.ts'
import { type Engineer, type ServerEvent, signUp } from '../harness/http.ts'
import { startPostgres } from '../harness/postgres.ts'
import { type RunningServer, startServer } from '../harness/processes.ts'
import { startScriptedModel } from '../harness/scripted-model.ts'
import { northbeam } from '../harness/world.ts'

/**
 * Many replies at once, each with a reader whose line breaks at random. Ends with 1 unless every reader has every event
 * once, in order, and the server's memory comes back to within 20 % of where it began.
 */
const streams = Number(process.argv[2] ?? 200)
const pieces = Array.from({ length: 40 }, (_, at) => `Piece ${at} of a reply that many others come beside. `)

const postgres = await startPostgres()
const model = await startScriptedModel()
await prepareServer(postgres.address)
const database = await createDatabase(postgres.address, 'template')
const server = await startServer({
  DATABASE_URL: database.api_url,
  FLOWPILOT_SECRET: crypto.randomUUID() + crypto.randomUUID(),
  ANTHROPIC_BASE_URL: model.base_url,
})
let failed = true
try {
  const mara = await signUp(server.base_url, { name: northbeam.engineer, account_name: northbeam.account_name })
  // What a process keeps once it has worked is not lost memory: the same load warms it up.
  await streamAll(mara)
  const before = await restingMemory(server)
  const start = performance.now()
  const { whole, cuts, events } = await streamAll(mara)
  const seconds = (performance.now() - start) / 1000
  const after = await restingMemory(server)
  const growth = after / before - 1
  console.log(`${streams} streams in ${seconds.toFixed(1)} s: ${whole} whole, ${events} events, ${cuts} cut lines`)
  console.log(`memory ${megabytes(before)} before, ${megabytes(after)} after: ${(growth * 100).toFixed(1)} %`)
  failed = whole !== streams || growth > 0.2
} finally {
  await server.stop()
  await model.close()
  await postgres.stop()
}
console.log(failed ? 'failed' : 'passed')
process.exit(failed ? 1 : 0)

async function streamAll(engineer: Engineer) {
  const read = await Promise.all(Array.from({ length: streams }, () => streamOne(engineer)))
  return {
    whole: read.filter(({ events }) => isWhole(events)).length,
    events: read.reduce((sum, { events }) => sum + events.length, 0),
    cuts: read.reduce((sum, { cuts }) => sum + cuts, 0),
  }
}

async function streamOne(engineer: Engineer): Promise<{ events: ServerEvent[]; cuts: number }> {
  const { body: session } = await engineer.post<{ id: string }>('/ai-sessions', {})
  model.replyTo(session.id, { text: pieces, delay_ms: 50 + Math.random() * 100 })
  const path = `/ai-sessions/${session.id}`
  const events: ServerEvent[] = []
  let cuts = 0
  let line = engineer.stream(`${path}/messages`, { content: `Session ${session.id}: what is it?` })
  for (;;) {
    for await (const event of line) {
      events.push(event)
      if (isLast(event)) return { events, cuts }
      if (events.length > 1 && Math.random() < 0.3) break
    }
    cuts += 1
    await sleep(Math.random() * 300)
    const { turn_id } = events[0]?.data ?? {}
    line = engineer.stream(`${path}/turns/${turn_id}/events?last_event_id=${events.at(-1)?.id}`)
  }
}

function isLast({ event }: ServerEvent) {
  return event === 'done' || event === 'error'
}

function isWhole(events: ServerEvent[]): boolean {
  const prose = events.map(({ event, data }) => (event === 'text' ? data.delta : '')).join('')
  return (
    events.every(({ id }, at) => id === at + 1) && events.at(-1)?.event === 'done' && prose === pieces.join('').trim()
  )
}

/** The server's resident memory in bytes, when it has had time to rest. */
async function restingMemory({ pid }: RunningServer): Promise<number> {
  await sleep(10_000)
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

function megabytes(bytes: number) {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`
}
