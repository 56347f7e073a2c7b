import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, DatabaseAway } from './connection.ts'
import { openPostgres } from './postgres.ts'
import { migrations } from './schema-version.ts'

const folder = join(import.meta.dirname, 'migrations')

/**
 * Brings the database to the newest version; does nothing where it is there already. All or nothing, and one at a
 * time: a second process waits. Answers the names of what it applied.
 */
export async function migrateUp(connection: Connection): Promise<string[]> {
  return await migrating(connection, async (applied) => {
    const missing = migrations.filter((name) => !applied.includes(name))
    for (const name of missing) {
      await runFile(connection, `${name}.sql`)
      await connection.send([{ sql: 'insert into schema_migrations (name) values ($1)', params: [name] }])
    }
    return missing
  })
}

/** Takes the newest `steps` versions back, all of them by default. Answers their names. */
export async function migrateDown(connection: Connection, steps = Number.POSITIVE_INFINITY): Promise<string[]> {
  return await migrating(connection, async (applied) => {
    const leaving = migrations
      .filter((name) => applied.includes(name))
      .reverse()
      .slice(0, steps)
    for (const name of leaving) {
      await runFile(connection, `${name}.down.sql`)
      await connection.send([{ sql: 'delete from schema_migrations where name = $1', params: [name] }])
    }
    return leaving
  })
}

async function migrating(connection: Connection, work: (applied: string[]) => Promise<string[]>) {
  const run = (sql: string) => connection.send([{ sql, params: [] }])
  await run('begin')
  // A version may take as long as its tables are large, and who comes second waits for all of it.
  await run(`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`)
  try {
    const [, , names] = await connection.send([
      { sql: `select pg_advisory_xact_lock(hashtext('flowpilot migrations'))`, params: [] },
      { sql: 'create table if not exists schema_migrations (name text primary key)', params: [] },
      { sql: 'select name from schema_migrations', params: [] },
    ])
    const done = await work((names?.rows ?? []).map(([name]) => String(name)))
    await run('commit')
    return done
  } catch (error) {
    await run('rollback')
    throw error
  }
}

async function runFile(connection: Connection, file: string) {
  const text = await readFile(join(folder, file), 'utf8')
  for (const sql of text.split('--> statement-breakpoint')) {
    if (sql.trim()) await connection.send([{ sql, params: [] }])
  }
}

async function runCommand(url: string | undefined, direction: string) {
  if (!url || (direction !== 'up' && direction !== 'down')) {
    console.error('Usage: DATABASE_OWNER_URL=postgres://flowpilot_owner:…@host/flowpilot npm run migrate up|down')
    process.exit(2)
  }
  try {
    const database = openPostgres({ url, connections: 1, prepare: false, is_unhurried: true })
    const names = await database.use(direction === 'up' ? migrateUp : migrateDown)
    console.log(names.length ? `${direction}: ${names.join(', ')}` : 'nothing to do')
    const [answer] = await database.use((connection) => connection.send([{ sql: roles_are_old, params: [] }]))
    if (answer?.rows[0]?.[0])
      console.log('flowpilot_api’s limits are older than this: run db/roles.sql again, as an administrator.')
    await database.close()
  } catch (error) {
    console.error(explain(error, url))
    process.exit(1)
  }
}

const roles_are_old = `
  select has_database_privilege('flowpilot_api', current_database(), 'temporary') or not exists (
    select from pg_db_role_setting
    where setrole = 'flowpilot_api'::regrole and array_to_string(setconfig, ',') like '%lock_timeout%')`

/** What an operator can do about it, by PostgreSQL's code; the error itself where nobody knows. */
function explain(error: unknown, url: string): unknown {
  const { pathname, username, host } = new URL(url)
  const [name, role] = [decodeURIComponent(pathname.slice(1)), decodeURIComponent(username)]
  const admin = `postgres://postgres@${host}`
  const create = `psql -c 'create database "${name}"' ${admin}/postgres`
  const prepare = `psql -f db/roles.sql ${admin}/${name}`
  switch (codeOf(error)) {
    case '3D000':
      return `There is no database “${name}” on ${host}. As an administrator run: ${create}, and then: ${prepare}`
    case '28P01':
    case '28000':
      return `PostgreSQL on ${host} refuses ${role} with this password. As an administrator run, where there is no database “${name}” yet: ${create}, where there is no such role yet: ${prepare}, and give the role its password: alter role ${role} password '…'`
    case '42501':
      return `${role} may not make tables in “${name}” on ${host}. As an administrator run: ${prepare}`
    case '42704':
      return `A role is missing on ${host}. As an administrator run: ${prepare}`
  }
  return error instanceof DatabaseAway ? error.sentence : error
}

function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return 'code' in error ? error.code : codeOf(error.cause)
}

if (import.meta.main) await runCommand(process.env.DATABASE_OWNER_URL, process.argv[2] ?? 'up')
