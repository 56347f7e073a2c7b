import { asc, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '../../db/connection.ts'
import { batchInAccount, inAccount, type Tx } from '../../db/in-account.ts'
import { openPostgres } from '../../db/postgres.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { createDatabase } from '../harness/database.ts'
import { startPgbouncer } from '../harness/pgbouncer.ts'
import { databaseUrl } from '../harness/postgres.ts'
import { newAccount } from './every-database.ts'

const test_database = await createDatabase(inject('postgres'), 'template')
const pooler = await startPgbouncer(inject('postgres'))
const admin = postgres(test_database.admin_url, { max: 1 })
afterAll(async () => {
  await admin.end()
  await pooler.stop()
  await test_database.drop()
})

const pooled_url = databaseUrl(pooler.address, 'flowpilot_api', test_database.name)
const ways: { way: string; database: Database }[] = [
  { way: 'over 3 connections of its own', database: openPostgres({ url: test_database.api_url, connections: 3 }) },
  {
    way: 'over 50 connections to a pooler that has 3',
    database: openPostgres({ url: pooled_url, connections: 50, prepare: false }),
  },
]

/** What a transaction answers: every account that it could see a trace of, and the server's process that ran it. */
type Seen = { account_ids: unknown[]; pid: unknown }

/** The sorts of transactions that are mixed. Each writes `title` first; those that commit write it once. */
function transactionsOf(database: Database, account_id: string, title: string) {
  const insert = (tx: Tx) => tx.insert(aiSessions).values({ account_id, title })
  const where = (tx: Tx) => tx.execute(sql`select current_setting('app.current_account_id'), pg_backend_pid()`)
  const visible = (tx: Tx) => tx.select({ id: aiSessions.account_id }).from(aiSessions).orderBy(asc(aiSessions.title))
  const own = (tx: Tx) => tx.select({ id: accounts.id }).from(accounts)
  const inBatch = <const Queries extends Parameters<typeof batchInAccount>[2]>(build: Queries) =>
    batchInAccount(database, { account_id }, build)
  const seen = (rows: { id: string }[], place: unknown): Seen => {
    const [[setting, pid] = []] = place as unknown[][]
    return { account_ids: [setting, ...rows.map(({ id }) => id)], pid }
  }
  const failing = async (tx: Tx, fail: () => Promise<unknown>) => {
    await insert(tx)
    await visible(tx)
    await fail()
  }
  const divideByZero = (tx: Tx) => tx.execute(sql`select 1 / 0`)

  const committing: (() => Promise<Seen>)[] = [
    async () => {
      const queries = (tx: Tx) => [insert(tx), visible(tx), own(tx), where(tx)] as const
      const [, rows, mine, place] = await batchInAccount(database, { account_id }, queries)
      return seen([...rows, ...mine], place)
    },
    () =>
      inAccount(database, { account_id }, async (tx) => {
        tx.atCommit(insert(tx))
        const rows = await visible(tx)
        await new Promise(setImmediate)
        return seen([...rows, ...(await own(tx))], await where(tx))
      }),
    () =>
      inAccount(database, { account_id }, async (tx) => {
        const returned = await insert(tx).returning({ id: aiSessions.account_id })
        const [rows, place] = await Promise.all([visible(tx), where(tx)])
        return seen([...returned, ...rows], place)
      }),
  ]
  const rolled_back: (() => Promise<unknown>)[] = [
    () => inAccount(database, { account_id }, (tx) => failing(tx, () => Promise.reject(new Error('changed his mind')))),
    () => inAccount(database, { account_id }, (tx) => failing(tx, () => divideByZero(tx).execute())),
    () => inAccount(database, { account_id }, (tx) => failing(tx, () => divideByZero(tx).catch(() => {}))),
    () => inBatch((tx) => [insert(tx), divideByZero(tx), insert(tx)]),
    () => inBatch((tx) => [insert(tx), tx.insert(aiSessions).values({ account_id, title: {} as never })]),
  ]
  return { committing, rolled_back }
}

describe.each(ways)('$way', ({ database }) => {
  afterAll(() => database.close())

  test('600 transactions of 20 accounts at once never mix, and leave exactly what was committed', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, at) => newAccount(database, `Account ${at}`)))
    const ids = people.map(({ account_id }) => account_id)
    const pids = new Set<unknown>()
    const committed: string[] = []

    // 20 accounts and 8 sorts in steps of 21: every account runs each sort, next to every other account.
    const transactions = Array.from({ length: 600 }, async (_, at) => {
      const account_id = ids[at % 20] ?? ''
      const title = `${account_id} ${at}`
      const { committing, rolled_back } = transactionsOf(database, account_id, title)
      const sort = (at + Math.floor(at / 20)) % (committing.length + rolled_back.length)
      const commit = committing[sort]
      if (!commit) return await expect(rolled_back[sort - committing.length]?.()).rejects.toThrow()
      const { account_ids, pid } = await commit()
      expect([...new Set(account_ids)]).toEqual([account_id])
      pids.add(pid)
      committed.push(title)
    })
    await Promise.all(transactions)

    expect(pids.size).toBe(3)
    expect(committed.length).toBeGreaterThan(200)
    const kept =
      await admin`select account_id || '' as account_id, title from ai_sessions where account_id in ${admin(ids)}`
    expect(kept.map(({ title }) => title).sort()).toEqual(committed.sort())
    for (const { account_id, title } of kept) expect(title.startsWith(account_id)).toBe(true)
  })
})
