import type { Connection, Database } from './connection.ts'
// As a part of the code: a Worker has no files to read it from. drizzle-kit keeps the order of the migrations in it.
import journal from './migrations/meta/_journal.json' with { type: 'json' }

/** The names of all migrations, the oldest first. */
export const migrations: string[] = journal.entries.map(({ tag }) => tag)

/** Those that this server knows and the database has not; all of them where none were ever made. */
export async function missingMigrations(database: Database): Promise<string[]> {
  const applied = await database.use(readApplied, 'schema version').catch((error): unknown[] => {
    // There is no such table, or it is not granted yet, as before the migration that grants it.
    if (error.code === '42P01' || error.code === '42501') return []
    throw error
  })
  return migrations.filter((name) => !applied.includes(name))
}

const readApplied = async (connection: Connection): Promise<unknown[]> => {
  const [answer] = await connection.send([{ sql: 'select name from public.schema_migrations', params: [] }])
  return (answer?.rows ?? []).map(([name]) => name)
}
