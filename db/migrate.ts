import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from './connection.ts'
import { openPostgres } from './postgres.ts'

const folder = join(import.meta.dirname, 'migrations')

/**
 * Brings the database to the newest version; does nothing where it is there already. All or nothing, and one at a
 * time: a second process waits. Answers the names of what it applied.
 */
export async function migrateUp(connection: Connection): Promise<string[]> {
  return await migrating(connection, async (applied) => {
    const missing = (await readJournal()).filter((name) => !applied.includes(name))
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
    const leaving = (await readJournal())
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

/** drizzle-kit keeps the order of the migrations in its journal. */
async function readJournal(): Promise<string[]> {
  const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'))
  return journal.entries.map(({ tag }) => tag)
}

async function runFile(connection: Connection, file: string) {
  const text = await readFile(join(folder, file), 'utf8')
  for (const sql of text.split('--> statement-breakpoint')) {
    if (sql.trim()) await connection.send([{ sql, params: [] }])
  }
}

if (import.meta.main) {
  const url = process.env.DATABASE_OWNER_URL
  const direction = process.argv[2]
  if (!url || (direction !== 'up' && direction !== 'down')) {
    console.error('Usage: DATABASE_OWNER_URL=postgres://flowpilot_owner:…@host/database bun db/migrate.ts up|down')
    process.exit(2)
  }
  const database = openPostgres({ url, connections: 1, prepare: false })
  const names = await database.use((connection) =>
    direction === 'up' ? migrateUp(connection) : migrateDown(connection),
  )
  console.log(names.length ? `${direction}: ${names.join(', ')}` : 'nothing to do')
  await database.close()
}
