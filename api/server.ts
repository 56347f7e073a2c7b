import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { join } from 'node:path'
import type { Changes } from '../db/changes.ts'
import type { Database } from '../db/connection.ts'
import { prepareDataFolder } from '../db/data-folder.ts'
import { openEmbedded } from '../db/embedded.ts'
import { listenToPostgres } from '../db/listen.ts'
import { openPostgres } from '../db/postgres.ts'
import { missingMigrations } from '../db/schema-version.ts'
import { demo_email, seedDemo } from '../db/seed.ts'
import { createAi } from './ai/ai.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { type Config, readConfig } from './config.ts'
import type { Deps } from './deps.ts'
import { Failure } from './errors.ts'
import { isThisMachine } from './http/edge.ts'
import { serveFiles } from './http/files.ts'
import { head_read_bytes } from './http/limit-head.ts'
import { internal } from './http/problem.ts'
import { refuseAll } from './http/refuse-all.ts'
import { createLog } from './log.ts'
import { startMaintenance } from './maintenance/maintenance.ts'
import { createPsa } from './psa/registry.ts'

const log = createLog()

/** The Bun entry: everything in one process, on the embedded database unless DATABASE_URL names another. */
async function start(config: Config) {
  // Before anything is opened: a second start on the same port ends here, and has touched nothing.
  const listening = listen(config)
  const { database, changes } = await openDatabase(config)
  const secret = config.secret ?? (await keptSecret(config.data_dir))
  // The demo user is for whoever sits at this machine: not for a server that others can reach.
  const demo = !config.database_url && [config.host, publicHost(config)].every(isThisMachine)
  if (demo) await seedDemo(database)
  const deps: Deps = {
    database,
    changes,
    auth: createAuth({
      database,
      secret,
      public_url: config.edge.public_url,
      microsoft: config.microsoft,
      demo_email: demo ? demo_email : undefined,
    }),
    ai: createAi({ config, database, log }),
    psa: createPsa({ database, config, secret }),
    log,
    now: Date.now,
    edge: config.edge,
    sign_in_ways: { demo, microsoft: config.microsoft !== undefined },
    assets: serveFiles(join(import.meta.dirname, '../dist')),
  }
  const app = createApp(deps)
  startMaintenance(deps)
  serve(app, listening, deps)
}

const publicHost = ({ edge, host }: Config) => (edge.public_url ? new URL(edge.public_url).hostname : host)

type Answer = (request: Request, server: Bun.Server<undefined>) => Response | Promise<Response>
type Listening = { server: Bun.Server<undefined>; answerBy: (answer: Answer) => void }

/** Takes the port, and answers that FlowPilot is starting until it is told how to answer. Throws a sentence. */
function listen({ host, port }: Config): Listening {
  const starting = refuseAll(log, new Failure('unavailable', 'FlowPilot is starting.', { retry_after_s: 1 }))
  let answer: Answer = (request) => starting.fetch(request)
  const answerBy = (next: Answer) => {
    answer = next
  }
  try {
    Object.assign(http, { maxHeaderSize: head_read_bytes })
    const server = Bun.serve({
      hostname: host,
      port,
      // A stream may be silent for longer than Bun's usual 10 s.
      idleTimeout: 0,
      // The app refuses what is too long, and says so; Bun would hang up.
      maxRequestBodySize: Number.MAX_SAFE_INTEGER,
      // Bun's own page of an error shows the code around it.
      development: false,
      // Without development Bun shares the port with whoever else listens there.
      reusePort: false,
      fetch: (request, server) => answer(withHost(request), server),
      error: answerLast,
    })
    return { server, answerBy }
  } catch (error) {
    const is_taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    const why = is_taken
      ? 'is taken: another program listens there. Stop it, or set PORT'
      : `can't be used: ${error instanceof Error ? error.message : error}`
    throw new Error(`Port ${port} of ${host} ${why}.`)
  }
}

/** HTTP/1.0 knows no host, and whoever watches over servers still speaks it: he asks this machine. */
function withHost(request: Request): Request {
  if (request.headers.has('host') || !request.url.startsWith('/')) return request
  return new Request(`http://127.0.0.1${request.url}`, request)
}

/** For what went wrong outside of the app, where nothing should. */
function answerLast(error: unknown): Response | Promise<Response> {
  log.error('internal', { error })
  return refuseAll(log, internal()).fetch(new Request('http://127.0.0.1/'))
}

function serve(app: ReturnType<typeof createApp>, { server, answerBy }: Listening, deps: Deps) {
  const { database, changes } = deps
  const running = new Set<Promise<unknown>>()
  const context = {
    waitUntil(work: Promise<unknown>) {
      running.add(work)
      void work.finally(() => running.delete(work))
    },
    passThroughOnException() {},
    props: {},
  }
  answerBy((request, peers) => app.fetch(request, { peer_address: peers.requestIP(request)?.address }, context))
  log.info('listening', { url: `http://${server.hostname}:${server.port}` })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await Promise.race([server.stop(), Bun.sleep(500)])
    await Promise.race([Promise.allSettled(running), Bun.sleep(2000)])
    await Promise.race([Promise.all([changes.close(), database.close()]), Bun.sleep(2000)])
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function openDatabase(config: Config): Promise<{ database: Database; changes: Changes }> {
  const { database_url: url, database_connections: connections, database_prepare: prepare, data_dir } = config
  if (url) {
    const warn = (message: string) => log.warn('database', { message })
    const database = openPostgres({ url, connections, prepare, warn })
    void sayWhatIsWrong(database)
    return { database, changes: await listenToPostgres(url) }
  }
  prepareDataFolder(data_dir)
  const database = await openEmbedded(join(data_dir, 'database'))
  return { database, changes: database.changes }
}

/** For the operator who has just started it, before anybody asks for anything. */
async function sayWhatIsWrong(database: Database) {
  try {
    const missing = await missingMigrations(database)
    if (missing.length === 0) return
    log.error('database', { message: `Its schema is older than this server: run npm run migrate up (${missing[0]}).` })
  } catch (error) {
    log.error('database', { error })
  }
}

/** The embedded installation's own secret, made once: signing in survives a restart. */
async function keptSecret(data_dir: string): Promise<string> {
  const file = join(data_dir, 'secret')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept) return kept
  const made = randomBytes(32).toString('base64url')
  await writeFile(file, made, { mode: 0o600 })
  return made
}

// What is written here is for this user alone, whoever writes it.
process.umask(0o077)
try {
  await start(readConfig(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
