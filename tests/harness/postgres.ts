import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild, waitUntil } from './child-process.ts'
import { freePort } from './free-port.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

/** Where the test server is. Every login role has the one password, made for this run. */
export type PostgresAddress = { port: number; password: string }
export type RunningPostgres = {
  address: PostgresAddress
  /** Stops it, and starts it again on the same data and port after so many milliseconds. */
  restart: (away_ms: number) => Promise<void>
  stop: () => Promise<void>
}

export type LoginRole = 'postgres' | 'flowpilot_owner' | 'flowpilot_api'

export function databaseUrl({ port, password }: PostgresAddress, role: LoginRole, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

/** Starts an empty PostgreSQL 18 on a free port of 127.0.0.1, its data in a temporary folder that `stop` removes. */
export async function startPostgres(): Promise<RunningPostgres> {
  const scratch = mkdtempSync(join(tmpdir(), 'flowpilot-postgres-'))
  const tidy = () => rmSync(scratch, { recursive: true, force: true })
  try {
    const { address, start } = await prepareIn(scratch)
    let server = await start()
    process.once('exit', tidy)
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    const stop = () => server.stop('SIGINT')
    return {
      address,
      async restart(away_ms) {
        await stop()
        await sleep(away_ms)
        server = await start()
      },
      stop: () => stop().finally(tidy),
    }
  } catch (error) {
    tidy()
    throw error
  }
}

async function prepareIn(scratch: string) {
  chmodSync(scratch, 0o755)
  const user = unprivilegedUser()
  const binaries = postgresBinaries(scratch, user)
  const password = randomBytes(16).toString('hex')
  const data = initialise(binaries, scratch, password, user)
  const port = await freePort()
  const settings = [...quickButUnsafe, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  const args = ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])]
  const start = async () => {
    const server = startChild(join(binaries, 'postgres'), args, { cwd: scratch, ...user })
    await waitUntil(server, () => server.output().includes('ready to accept connections'))
    return server
  }
  return { address: { port, password }, start }
}

/** A crash may lose the data: it is a test's data. No autovacuum, so that nothing happens that no test asked for. */
const quickButUnsafe = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

function initialise(binaries: string, scratch: string, password: string, user: ReturnType<typeof unprivilegedUser>) {
  const data = join(scratch, 'data')
  const password_file = join(scratch, 'password')
  mkdirSync(data)
  writeFileSync(password_file, password, { mode: 0o600 })
  for (const path of [data, password_file]) {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
  }
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${password_file}`]
  const args = [`--pgdata=${data}`, ...access, ...locale, '--no-sync', '--no-data-checksums']
  execFileSync(join(binaries, 'initdb'), args, { cwd: scratch, ...user, stdio: 'pipe' })
  return data
}
