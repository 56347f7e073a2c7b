import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { databaseUrl, type PostgresAddress } from './postgres.ts'
import { repository } from './repository.ts'

const template = 'flowpilot_template'

export type TestDatabase = {
  name: string
  /** As the superuser: for looking behind the product's back. */
  admin_url: string
  owner_url: string
  api_url: string
  drop: () => Promise<void>
}

/** Creates the roles and a migrated database, from which `createDatabase` then copies. */
export async function prepareServer(server: PostgresAddress) {
  await asAdmin(server, 'postgres', (admin) => admin.unsafe(`create database ${template}`))
  await createRoles(server, template)
  migrate(databaseUrl(server, 'flowpilot_owner', template), 'up')
}

/** A database of its own for a test: migrated (`from: 'template'`) or without any table (`from: 'nothing'`). */
export async function createDatabase(server: PostgresAddress, from: 'template' | 'nothing'): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const source = from === 'template' ? template : 'template1'
  await asAdmin(server, 'postgres', async (admin) => {
    // Roles are the whole server's: of two who change them at once PostgreSQL refuses one. Held until the connection ends.
    await admin`select pg_advisory_lock(hashtext('flowpilot test databases'))`
    await admin.unsafe(`create database ${name} template ${source}`)
    await createRoles(server, name)
  })
  return {
    name,
    admin_url: databaseUrl(server, 'postgres', name),
    owner_url: databaseUrl(server, 'flowpilot_owner', name),
    api_url: databaseUrl(server, 'flowpilot_api', name),
    drop: () => asAdmin(server, 'postgres', (admin) => admin.unsafe(`drop database ${name} with (force)`)),
  }
}

/** roles.sql as an administrator would run it; a copied database needs it too, for its grants on the database itself. */
async function createRoles(server: PostgresAddress, database: string) {
  await asAdmin(server, database, async (admin) => {
    await admin.unsafe(readFileSync(`${repository}/db/roles.sql`, 'utf8')).simple()
    await admin.unsafe(`alter role flowpilot_owner password '${server.password}'`)
    await admin.unsafe(`alter role flowpilot_api password '${server.password}'`)
  })
}

/** Runs the product's own migration command as the owner; throws with its output when it fails. */
export function migrate(owner_url: string, direction: 'up' | 'down') {
  const env = { ...process.env, DATABASE_OWNER_URL: owner_url }
  execFileSync('node_modules/.bin/bun', ['db/migrate.ts', direction], { cwd: repository, env, stdio: 'pipe' })
}

async function asAdmin(server: PostgresAddress, database: string, work: (admin: postgres.Sql) => Promise<unknown>) {
  const admin = postgres(databaseUrl(server, 'postgres', database), { max: 1, onnotice: () => {} })
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
