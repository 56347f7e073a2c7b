import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { openPostgres } from '../../db/postgres.ts'
import { startApp } from '../harness/app.ts'
import { createDatabase } from '../harness/database.ts'
import { signUp } from '../harness/http.ts'
import { startPgbouncer } from '../harness/pgbouncer.ts'
import { databaseUrl } from '../harness/postgres.ts'
import { northbeam } from '../harness/world.ts'

const test_database = await createDatabase(inject('postgres'), 'template')
const pooler = await startPgbouncer(inject('postgres'))
const admin = postgres(test_database.admin_url, { max: 1 })
const pooled_url = databaseUrl(pooler.address, 'flowpilot_api', test_database.name)
afterAll(async () => {
  await admin.end()
  await pooler.stop()
  await test_database.drop()
})

const prepared = `select count(*)::int from pg_prepared_statements`
const ask = (database: ReturnType<typeof openPostgres>, sql: string, params: string[] = []) =>
  database.use(async (connection) => (await connection.send([{ sql, params }]))[0]?.rows)

test('behind a PgBouncer that loses prepared statements the product works as it is, and its log says so', async () => {
  const app = startApp({ database_url: pooled_url, connections: 6 })
  const people = await Promise.all(
    Array.from({ length: 4 }, (_, at) => signUp(app, { name: northbeam.engineer, account_name: `Northbeam ${at}` })),
  )
  const made = await Promise.all(
    Array.from({ length: 40 }, (_, at) => people[at % 4]?.post('/ai-sessions', { title: `VPN ${at}` })),
  )
  expect(made.map((answer) => answer?.status)).toEqual(Array(40).fill(201))
  for (const [at, engineer] of people.entries()) {
    const { body } = await engineer.get<{ items: { title: string }[] }>('/ai-sessions?limit=50')
    const titles = body.items.map(({ title }) => Number(title.split(' ')[1]) % 4)
    expect(titles).toEqual(Array(10).fill(at))
  }
  const warned = app.logged.filter((line) => line.includes('prepared statements'))
  expect(warned).toHaveLength(1)
  expect(warned[0]).toContain('PgBouncer before 1.21')
  await app.close()
})

test('directly, statements are prepared, and nothing is warned of', async () => {
  const said: string[] = []
  const warn = (sentence: string) => said.push(sentence)
  const database = openPostgres({ url: test_database.api_url, connections: 1, warn })
  await ask(database, 'select $1::text', ['x'])
  expect(await ask(database, prepared)).toEqual([['1']])
  expect(said).toEqual([])
  await database.close()
})

test('who insists on prepared statements behind it gets an answer, if only that there is none', async () => {
  const said: string[] = []
  const warn = (sentence: string) => said.push(sentence)
  const database = openPostgres({ url: pooled_url, connections: 4, prepare: true, answer_ms: 1000, warn })
  const asked = Array.from({ length: 24 }, (_, at) => ask(database, `select $1::text, ${at % 3}`, ['x']))
  const settled = await Promise.allSettled(asked)
  for (const each of settled) {
    if (each.status === 'fulfilled') expect(each.value?.[0]?.[0]).toBe('x')
    else expect(each.reason).toBeInstanceOf(Error)
  }
  expect(said).toEqual([expect.stringContaining('DATABASE_PREPARE is on')])
  await database.close()
})
