import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { type Connection, type Database, DatabaseAway, DatabaseBusy } from '../../db/connection.ts'
import { batchInAccount, inAccount } from '../../db/in-account.ts'
import { lend } from '../../db/lend.ts'
import { openPostgres, openPostgresPerUse } from '../../db/postgres.ts'
import { createDatabase } from '../harness/database.ts'
import { startPgbouncer } from '../harness/pgbouncer.ts'
import { databaseUrl } from '../harness/postgres.ts'
import { newAccount } from './every-database.ts'

const test_database = await createDatabase(inject('postgres'), 'template')
const pooler = await startPgbouncer(inject('postgres'))
const admin = postgres(test_database.admin_url, { max: 1 })
const pooled_url = databaseUrl(pooler.address, 'flowpilot_api', test_database.name)
const opened: Database[] = []
const open = (options: Partial<Parameters<typeof openPostgres>[0]> = {}) => {
  const database = openPostgres({ url: test_database.api_url, connections: 1, ...options })
  opened.push(database)
  return database
}
let account_id: string
beforeAll(async () => {
  account_id = (await newAccount(open(), 'Northbeam IT')).account_id
})
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()))
  await admin.end()
  await pooler.stop()
  await test_database.drop()
})

const ask = (database: Database, statement: string) =>
  database.use(async (connection) => (await connection.send([{ sql: statement, params: [] }]))[0]?.rows)

const its_limits = `select name, setting || coalesce(unit, '') from pg_settings where name in ('statement_timeout',
  'lock_timeout', 'idle_in_transaction_session_timeout', 'client_connection_check_interval') order by 1`
const limits = [
  ['client_connection_check_interval', '1000ms'],
  ['idle_in_transaction_session_timeout', '10000ms'],
  ['lock_timeout', '3000ms'],
  ['statement_timeout', '10000ms'],
]

test('every connection of the product is bounded: directly, through a pooler, and from a Worker', async () => {
  expect(await ask(open(), its_limits)).toEqual(limits)
  expect(await ask(open({ url: pooled_url }), its_limits)).toEqual(limits)
  expect(
    await ask(
      openPostgresPerUse(test_database.api_url, () => {}),
      its_limits,
    ),
  ).toEqual(limits)
})

test('where the role was made before it had limits, those of the connection hold, and behind a pooler it is said', async () => {
  const said: string[] = []
  await admin.unsafe(`alter role flowpilot_api in database ${test_database.name} set statement_timeout = 0`)
  await admin.unsafe(`alter role flowpilot_api in database ${test_database.name} set lock_timeout = 0`)
  expect(await ask(open(), its_limits)).toEqual(limits)
  // So that the pooler opens connections that know of the change.
  await admin`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'flowpilot_api' and datname = current_database()`
  const pooled = open({ url: pooled_url, warn: (sentence) => said.push(sentence) })
  await vi.waitFor(() => ask(pooled, 'select 1'))
  await admin.unsafe(`alter role flowpilot_api in database ${test_database.name} reset all`)
  expect(said).toContainEqual(expect.stringContaining('run db/roles.sql again'))
})

test('a statement that takes too long, and one that waits for a lock, are ended, and said to have changed nothing', async () => {
  const database = open({ url: `${test_database.api_url}?statement_timeout=300&lock_timeout=100` })
  const sleeping = batchInAccount(database, { account_id }, (tx) => [tx.execute(sql`select pg_sleep(20)`)])
  await expect(sleeping).rejects.toBeInstanceOf(DatabaseBusy)
  await admin.begin(async (tx) => {
    await tx`select from accounts where id = ${account_id} for update`
    const locked = inAccount(database, { account_id }, async (own) => {
      await own.execute(sql`update accounts set name = 'x'`)
    })
    await expect(locked).rejects.toBeInstanceOf(DatabaseBusy)
  })
  expect(await ask(database, 'select 1')).toEqual([['1']])
})

test('a transaction that does nothing for too long is ended, and its connection is replaced', async () => {
  const database = open({ url: `${test_database.api_url}?idle_in_transaction_session_timeout=100` })
  const idle = inAccount(database, { account_id }, async (tx) => {
    await tx.execute(sql`update accounts set name = 'idle'`)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await tx.execute(sql`select 1`)
  })
  await expect(idle).rejects.toBeInstanceOf(DatabaseAway)
  expect(await ask(database, 'select 1')).toEqual([['1']])
})

test('what nobody waits for any more does not run on', async () => {
  const running = async () =>
    (await admin`select from pg_stat_activity where query like '%pg_sleep(8.25)%' and pid <> pg_backend_pid()`).count
  for (const url of [test_database.api_url, pooled_url]) {
    const database = open({ url, answer_ms: 700 })
    const given_up = ask(database, 'select pg_sleep(8.25)')
    await expect.poll(running).toBe(1)
    await expect(given_up).rejects.toMatchObject({ name: 'DatabaseAway', more: { is_unknown: true } })
    await expect.poll(running, { timeout: 5000 }).toBe(0)
    expect(await ask(database, 'select 1')).toEqual([['1']])
  }
})

function lendFour(wait_ms?: number) {
  const connection: Connection = { send: async () => [] }
  const database = lend(
    Array(4).fill(() => connection),
    async () => {},
    wait_ms,
  )
  const order: string[] = []
  const hold = (who: string) => {
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const used = database.use(async () => {
      order.push(who)
      await ended
    }, who)
    return { end, used }
  }
  return { database, hold, order }
}

test('an account has at most half of the connections, and what it waits for goes to it in turn', async () => {
  const { hold, order } = lendFour()
  const mine = [hold('a'), hold('a'), hold('a'), hold('a')]
  const others = [hold('b'), hold('c'), hold('c')]
  await new Promise(setImmediate)
  expect(order).toEqual(['a', 'a', 'b', 'c'])
  mine[0]?.end()
  await expect.poll(() => order).toEqual(['a', 'a', 'b', 'c', 'a'])
  others[0]?.end()
  await expect.poll(() => order).toEqual(['a', 'a', 'b', 'c', 'a', 'c'])
  for (const { end } of [...mine, ...others]) end()
  await Promise.all([...mine, ...others].map(({ used }) => used))
  expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'c', 'a'])
})

test('who waits too long for a connection is told so, and takes none when one becomes free', async () => {
  const { database, hold } = lendFour(50)
  const mine = [hold('a'), hold('a')]
  await expect(database.use(async () => {}, 'a')).rejects.toBeInstanceOf(DatabaseBusy)
  for (const { end, used } of mine) {
    end()
    await used
  }
  await Promise.all(Array.from({ length: 20 }, () => database.use(async () => {}, 'a')))
})
