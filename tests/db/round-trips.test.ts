import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { batchInAccount, inAccount, inSignIn } from '../../db/in-account.ts'
import { openPostgres } from '../../db/postgres.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { startApp } from '../harness/app.ts'
import { createDatabase } from '../harness/database.ts'
import { type Engineer, signUp } from '../harness/http.ts'
import { startLatencyProxy } from '../harness/latency-proxy.ts'
import { databaseUrl } from '../harness/postgres.ts'
import { northbeam, vpn_problem } from '../harness/world.ts'
import { newAccount } from './every-database.ts'

const server = inject('postgres')
const test_database = await createDatabase(server, 'template')
const proxy = await startLatencyProxy({ target_port: server.port, delay_ms: 25 })
const database_url = databaseUrl({ ...server, port: proxy.port }, 'flowpilot_api', test_database.name)
afterAll(async () => {
  await proxy.close()
  await test_database.drop()
})

/** How often `work` crosses the ocean on a connection that has seen its statements before. */
async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  await work()
  proxy.reset()
  await work()
  return proxy.round_trips()
}

describe('the database layer', () => {
  const database = openPostgres({ url: database_url, connections: 1 })
  afterAll(() => database.close())
  let mara: Awaited<ReturnType<typeof newAccount>>
  beforeAll(async () => {
    mara = await newAccount(database, 'Mara Reyes')
  })
  const accessOf = ({ account_id, ...who }: typeof mara) => ({
    account_id,
    sign_in: { ...who, roles: ['owner' as const] },
  })

  test('sends a batch of statements, with its check of the sign-in, in one round trip', async () => {
    const { account_id } = mara
    const batch = () =>
      batchInAccount(database, accessOf(mara), (tx) => [
        tx.insert(aiSessions).values({ account_id, title: vpn_problem }),
        tx.select().from(aiSessions).where(eq(aiSessions.title, vpn_problem)),
        tx.update(aiSessions).set({ problem: vpn_problem }).where(eq(aiSessions.account_id, account_id)).returning(),
        tx.select().from(accounts).where(eq(accounts.id, account_id)),
      ])
    expect(await roundTrips(batch)).toBe(1)
    const [, found] = await batch()
    expect(found).toHaveLength(3)
  })

  test('asks and then writes in two', async () => {
    const askAndWrite = () =>
      inAccount(database, accessOf(mara), async (tx) => {
        const [account] = await tx.select().from(accounts).where(eq(accounts.id, mara.account_id))
        tx.atCommit(
          tx
            .update(accounts)
            .set({ name: `${account?.name}!` })
            .where(eq(accounts.id, mara.account_id)),
        )
      })
    expect(await roundTrips(askAndWrite)).toBe(2)
  })

  test('runs a statement of sign-in in one', async () => {
    const read = () => inSignIn(database).select().from(accounts).where(eq(accounts.id, mara.account_id)).execute()
    expect(await roundTrips(read)).toBe(1)
  })

  test('makes more of them when a statement waits for another’s answer, so that the count can be trusted', async () => {
    const oneByOne = () =>
      inAccount(database, accessOf(mara), async (tx) => {
        for (const _ of ['one', 'two', 'three']) await tx.select().from(accounts)
      })
    expect(await roundTrips(oneByOne)).toBe(4)
  })
})

describe('the product', () => {
  const app = startApp({ database_url, connections: 1 })
  const question_id = randomUUID()
  let engineer: Engineer
  let session = ''
  afterAll(() => app.close())
  beforeAll(async () => {
    engineer = await signUp(app, { name: northbeam.engineer, account_name: northbeam.account_name })
    const { body } = await engineer.post<{ id: string }>('/ai-sessions', { problem: vpn_problem })
    session = `/ai-sessions/${body.id}`
    const asked = { context: null, options: [], status: 'open', answer: null }
    const lane = { questions: [{ id: question_id, text: 'Since when?', ...asked }], checks: [] }
    const admin = postgres(test_database.admin_url, { max: 1 })
    await admin`update ai_sessions set pending_task_lane = ${admin.json(lane)} where id = ${body.id}`
    await admin.end()
  })
  const getting = (path: string) => async () => expect((await engineer.get(path)).status).toBe(200)

  test('shows a session in one round trip', async () => {
    expect(await roundTrips(getting(session))).toBe(1)
  })

  test('lists the sessions in one', async () => {
    expect(await roundTrips(getting('/ai-sessions'))).toBe(1)
  })

  test('says who is signed in, in one', async () => {
    expect(await roundTrips(getting('/me'))).toBe(1)
  })

  test('shows a note that was drafted before in one', async () => {
    await engineer.post(`${session}/facts`, { text: 'The tunnel drops since Monday' })
    const preview = () => engineer.post<{ from_cache: boolean }>(`${session}/resolution-note/preview`)
    expect((await preview()).body.from_cache).toBe(false)
    let from_cache = false
    const again = async () => {
      from_cache = (await preview()).body.from_cache
    }
    expect(await roundTrips(again)).toBe(1)
    expect(from_cache).toBe(true)
  })

  test('keeps an answer in the task lane in two at most', async () => {
    const answerQuestion = async () => {
      const path = `${session}/task-lane/items/${question_id}`
      expect((await engineer.patch(path, { answer: 'Since Monday' })).status).toBe(200)
    }
    expect(await roundTrips(answerQuestion)).toBeLessThanOrEqual(2)
    const { body } = await engineer.get(session)
    expect(body).toMatchObject({ task_lane: { questions: [{ status: 'done', answer: 'Since Monday' }] } })
  })
})
