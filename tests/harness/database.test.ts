import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase, type TestDatabase } from './database.ts'
import { type RunningPgbouncer, startPgbouncer } from './pgbouncer.ts'
import { databaseUrl } from './postgres.ts'

let database: TestDatabase
let pooler: RunningPgbouncer

beforeAll(async () => {
  database = await createDatabase(inject('postgres'), 'template')
  pooler = await startPgbouncer(inject('postgres'))
})
afterAll(async () => {
  await pooler.stop()
  await database.drop()
})

const names = (rows: postgres.RowList<postgres.Row[]>) => rows.map(({ name }) => name)
const tables = `select table_name as name from information_schema.tables where table_schema = 'public'`

async function ask(url: string, sql: string) {
  const client = postgres(url, { max: 1 })
  return await client.unsafe(sql).finally(() => client.end())
}

test('a database from the template has the product’s tables, and one from nothing has none', async () => {
  expect(names(await ask(database.admin_url, tables))).toContain('ai_sessions')
  const empty = await createDatabase(inject('postgres'), 'nothing')
  expect(names(await ask(empty.admin_url, tables))).toEqual([])
  await empty.drop()
})

test('what one test database is told, another never hears', async () => {
  await ask(database.admin_url, 'create table secrets (name text)')
  const other = await createDatabase(inject('postgres'), 'template')
  expect(names(await ask(other.admin_url, tables))).not.toContain('secrets')
  await other.drop()
})

test('the login role of the tests is neither superuser nor free of row-level security', async () => {
  const [role] = await ask(
    database.api_url,
    'select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  )
  expect(role).toEqual({ name: 'flowpilot_api', rolsuper: false, rolbypassrls: false })
})

test('twenty clients of the pooler share its three connections', async () => {
  const url = databaseUrl(pooler.address, 'flowpilot_api', database.name)
  const clients = Array.from({ length: 20 }, () => postgres(url, { max: 1, prepare: false }))
  const pids = await Promise.all(
    clients.map(async (client) => (await client.unsafe('select pg_backend_pid() as pid from pg_sleep(0.01)'))[0]?.pid),
  )
  await Promise.all(clients.map((client) => client.end()))
  expect(new Set(pids).size).toBe(3)
})
