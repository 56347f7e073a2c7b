import { execFileSync, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import type { Database } from '../../db/connection.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { batchInAccount } from '../../db/in-account.ts'
import { migrateDown, migrateUp } from '../../db/migrate.ts'
import { openPostgres } from '../../db/postgres.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { createDatabase, migrate, type TestDatabase } from '../harness/database.ts'
import { repository } from '../harness/repository.ts'
import { readCatalog } from './catalog.ts'
import { newAccount } from './every-database.ts'

const folder = join(repository, 'db/migrations')
const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'))
const versions = journal.entries.map(({ tag }) => tag)

const scratch = await mkdtemp(join(tmpdir(), 'flowpilot-migrations-'))
afterAll(() => rm(scratch, { recursive: true }))

const ask = (database: Database, sql: string) =>
  database.use(async (connection) => (await connection.send([{ sql, params: [] }]))[0]?.rows)

describe('on an empty database', () => {
  let test_database: TestDatabase
  let database: Database
  beforeEach(async () => {
    test_database = await createDatabase(inject('postgres'), 'nothing')
    database = openPostgres({ url: test_database.owner_url, connections: 1 })
    return async () => {
      await database.close()
      await test_database.drop()
    }
  })
  const up = () => database.use((connection) => migrateUp(connection))
  const down = (steps?: number) => database.use((connection) => migrateDown(connection, steps))
  const applied = async () => (await ask(database, 'select name from schema_migrations order by 1'))?.flat()

  test('up, down and up again: nothing of ours is left in between, and the end is as the first time', async () => {
    const empty = await readCatalog(database)
    expect(await up()).toEqual(versions)
    expect(await applied()).toEqual(versions)
    const full = await readCatalog(database)
    expect(full.tables?.length).toBeGreaterThan(20)

    expect(await down()).toEqual(versions.toReversed())
    expect(await readCatalog(database)).toEqual(empty)
    expect(await applied()).toEqual([])

    expect(await up()).toEqual(versions)
    expect(await readCatalog(database)).toEqual(full)
  })

  test('each version goes down to exactly what was there before it', async () => {
    await up()
    const before = [await readCatalog(database)]
    for (const version of versions.toReversed()) {
      expect(await down(1)).toEqual([version])
      before.push(await readCatalog(database))
    }
    // Up from the bottom in one go, and down again step by step, meets the same stations.
    await up()
    for (const station of before) {
      expect(await readCatalog(database)).toEqual(station)
      await down(1)
    }
  })

  test('up on a migrated database, and down on an empty one, do nothing', async () => {
    expect(await down()).toEqual([])
    await up()
    const catalog = await readCatalog(database)
    expect(await up()).toEqual([])
    expect(await readCatalog(database)).toEqual(catalog)
  })

  test('several ups at once all succeed, and one of them does the work', async () => {
    const others = openPostgres({ url: test_database.owner_url, connections: 3 })
    onTestFinished(() => others.close())
    const names = await Promise.all(Array.from({ length: 3 }, () => others.use(migrateUp)))
    expect(names.flat()).toEqual(versions)
    expect(await applied()).toEqual(versions)
  })

  test('a version that fails half-way leaves nothing of any', async () => {
    const in_the_way = 'create table verifications (somebody_elses text)'
    await ask(database, in_the_way)
    const before = await readCatalog(database)
    await expect(up()).rejects.toMatchObject({ code: '42P07' })
    expect(await readCatalog(database)).toEqual(before)
    await ask(database, 'drop table verifications')
    expect(await up()).toEqual(versions)
  })

  test('the command goes up, and down again, as an operator would run it', async () => {
    migrate(test_database.owner_url, 'up')
    expect(await applied()).toEqual(versions)
    migrate(test_database.owner_url, 'down')
    expect(await applied()).toEqual([])
  })

  test('the command says what to do about a database, a role or a right that is missing', () => {
    const owner = new URL(test_database.owner_url)
    const run = (change: (url: URL) => void) => {
      const url = new URL(owner)
      change(url)
      const env = { ...process.env, DATABASE_OWNER_URL: url.href }
      const command = spawnSync(process.execPath, ['bin/migrate.mjs', 'up'], { cwd: repository, env, encoding: 'utf8' })
      expect(command.status).toBe(1)
      expect(command.stderr.trim().split('\n')).toHaveLength(1)
      return command.stderr
    }
    const missing = run((url) => {
      url.pathname = '/nowhere'
    })
    expect(missing).toContain(
      `There is no database “nowhere” on ${owner.host}. As an administrator run: psql -c 'create database`,
    )
    expect(missing).toContain(`psql -f db/roles.sql postgres://postgres@${owner.host}/nowhere`)
    const refused = run((url) => {
      url.password = 'not-it'
    })
    expect(refused).toContain('refuses flowpilot_owner')
    expect(refused).not.toContain('not-it')
    const may_not = run((url) => {
      url.username = 'flowpilot_api'
    })
    expect(may_not).toContain('flowpilot_api may not make tables')
    const away = run((url) => {
      url.port = '1'
    })
    expect(away).toContain('PostgreSQL at 127.0.0.1:1')
  })
})

test('the schema in the code is the one of the newest migration: drizzle-kit finds nothing to write', async () => {
  const out = join(scratch, 'migrations')
  await cp(folder, out, { recursive: true })
  const before = await readdir(out, { recursive: true })
  // It takes its folder from the working directory, whatever it begins with.
  const options = ['--dialect=postgresql', '--schema=db/schema/*.ts', `--out=${relative(repository, out)}`]
  const said = execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', ...options], {
    cwd: repository,
    encoding: 'utf8',
  })
  expect(said).toContain('No schema changes')
  expect(await readdir(out, { recursive: true })).toEqual(before)
})

test('every migration has its way back', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  expect(files.sort()).toEqual(versions.flatMap((name) => [`${name}.down.sql`, `${name}.sql`]).sort())
})

test('the embedded database is made of the same, works as flowpilot_api, and keeps what it was told when reopened', async () => {
  const home = join(scratch, 'embedded')
  const opened = await openEmbedded(home)
  const { account_id } = await newAccount(opened, 'Northbeam IT')
  await batchInAccount(opened, { account_id }, (tx) => [tx.insert(aiSessions).values({ account_id, title: 'VPN' })])
  await opened.close()

  const reopened = await openEmbedded(home)
  onTestFinished(() => reopened.close())
  expect(await ask(reopened, `select current_user, session_user, current_setting('is_superuser')`)).toEqual([
    ['flowpilot_api', 'flowpilot_api', 'off'],
  ])
  await expect(ask(reopened, 'select from ai_sessions')).rejects.toMatchObject({ code: '42501' })
  const titles = await batchInAccount(reopened, { account_id }, (tx) => [
    tx.select({ title: aiSessions.title }).from(aiSessions),
  ])
  expect(titles).toEqual([[{ title: 'VPN' }]])
  const southgate = await newAccount(reopened, 'Southgate MSP')
  const seen = await batchInAccount(reopened, { account_id: southgate.account_id }, (tx) => [
    tx.select().from(aiSessions),
  ])
  expect(seen).toEqual([[]])

  const server = await createDatabase(inject('postgres'), 'template')
  onTestFinished(server.drop)
  const database = openPostgres({ url: server.api_url, connections: 1 })
  const on_server = await readCatalog(database)
  await database.close()
  expect(await readCatalog(reopened)).toEqual(on_server)
})
