import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { DatabaseAway } from '../../db/connection.ts'
import { type Access, batchInAccount, inAccount, inSignIn, type Tx } from '../../db/in-account.ts'
import { openPostgres, openPostgresPerUse } from '../../db/postgres.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { createDatabase } from '../harness/database.ts'
import { freePort } from '../harness/free-port.ts'
import { startPgbouncer } from '../harness/pgbouncer.ts'
import { databaseUrl } from '../harness/postgres.ts'
import { newAccount } from './every-database.ts'

const test_database = await createDatabase(inject('postgres'), 'template')
const pooler = await startPgbouncer(inject('postgres'))
const admin = postgres(test_database.admin_url, { max: 1 })
const pooled_url = databaseUrl(pooler.address, 'flowpilot_api', test_database.name)
const ways = [
  { way: 'PostgreSQL', database: openPostgres({ url: test_database.api_url, connections: 1 }) },
  { way: 'PgBouncer', database: openPostgres({ url: pooled_url, connections: 1, prepare: false }) },
]
afterAll(async () => {
  await Promise.all(ways.map(({ database }) => database.close()))
  await admin.end()
  await pooler.stop()
  await test_database.drop()
})

describe.each(ways)('on $way', ({ database }) => {
  let access: Access
  beforeEach(async () => {
    access = { account_id: (await newAccount(database, 'Northbeam IT')).account_id }
  })

  const insertSession = (tx: Tx) => tx.insert(aiSessions).values({ account_id: access.account_id, title: 'lost' })
  const readSessions = () => batchInAccount(database, access, (tx) => [tx.select().from(aiSessions)])

  /** Ends the server's process of this transaction; resolves when it is gone. */
  async function terminate(tx: Tx) {
    const [[pid] = []] = (await tx.execute(sql`select pg_backend_pid()`)) as unknown as unknown[][]
    await admin`select pg_terminate_backend(${Number(pid)}, 5000)`
    // So that this client has heard of it and would connect anew; where it has not, its next statement finds out.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }

  test('a transaction whose connection dies between its statements writes nothing and says so', async () => {
    const dying = inAccount(database, access, async (tx) => {
      await insertSession(tx)
      await terminate(tx)
      await insertSession(tx)
    })
    await expect(dying).rejects.toBeInstanceOf(DatabaseAway)
    expect(await readSessions()).toEqual([[]])
  })

  test('a transaction whose connection dies before COMMIT does not pass for committed', async () => {
    const dying = inAccount(database, access, async (tx) => {
      await insertSession(tx)
      await terminate(tx)
    })
    await expect(dying).rejects.toBeInstanceOf(DatabaseAway)
    expect(await readSessions()).toEqual([[]])
  })

  test('a statement that is running when its connection dies writes nothing and says so', async () => {
    const dying = batchInAccount(database, access, (tx) => [
      insertSession(tx),
      tx.execute(sql`select pg_sleep(10)`),
      insertSession(tx),
    ])
    const terminated = vi.waitFor(async () => {
      const [asleep] = await admin`
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where query like '%pg_sleep%' and state = 'active' and usename = 'flowpilot_api'`
      expect(asleep).toBeDefined()
    })
    await expect(dying).rejects.toBeInstanceOf(DatabaseAway)
    await terminated
    expect(await readSessions()).toEqual([[]])
  })

  test('a connection that died while nobody used it is replaced', async () => {
    await admin`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where usename = 'flowpilot_api' and datname = current_database()`
    await vi.waitFor(readSessions)
    expect(await readSessions()).toEqual([[]])
  })
})

const nowhere = async () => `postgres://flowpilot_api:secret@127.0.0.1:${await freePort()}/flowpilot`
const access: Access = { account_id: '0b8f7a52-5a0e-4c6e-9a1d-6f2f5f0c4a11' }

test('a server that is down is said to be away, to every user and however many statements he has', async () => {
  const database = openPostgres({ url: await nowhere(), connections: 1 })
  const users = Array.from({ length: 10 }, () =>
    batchInAccount(database, access, (tx) => Array.from({ length: 10 }, () => tx.select().from(accounts))),
  )
  for (const user of users) await expect(user).rejects.toBeInstanceOf(DatabaseAway)
  const asking = inAccount(database, access, async (tx) => await tx.select().from(accounts))
  await expect(asking).rejects.toBeInstanceOf(DatabaseAway)
  const signing_in = inSignIn(database).select().from(accounts)
  await expect(signing_in).rejects.toMatchObject({ cause: { name: 'DatabaseAway' } })
  await database.close()
})

test('a server that is down is said to be away to a Worker, too', async () => {
  const closing: Promise<void>[] = []
  const database = openPostgresPerUse(await nowhere(), (each) => closing.push(each))
  const asking = batchInAccount(database, access, (tx) => [tx.select().from(accounts)])
  await expect(asking).rejects.toBeInstanceOf(DatabaseAway)
  await Promise.all(closing)
})

test('a Worker’s connection serves one use and is closed after it', async () => {
  const closing: Promise<void>[] = []
  const database = openPostgresPerUse(test_database.api_url, (each) => closing.push(each))
  const ask = () => batchInAccount(database, access, (tx) => [tx.execute(sql`select pg_backend_pid()`)])
  const [[first], [second]] = await Promise.all([ask(), ask()])
  expect(first).not.toEqual(second)
  await Promise.all(closing)
  const pids = [first, second].flat(2).map(Number)
  await vi.waitFor(async () => {
    expect(await admin`select pid from pg_stat_activity where pid in ${admin(pids)}`).toEqual([])
  })
})
