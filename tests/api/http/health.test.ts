import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { startApp } from '../../harness/app.ts'
import { createDatabase } from '../../harness/database.ts'
import { type Answer, openBrowser } from '../../harness/http.ts'
import { startLatencyProxy } from '../../harness/latency-proxy.ts'
import { databaseUrl } from '../../harness/postgres.ts'
import { signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

async function look(path: string, server: { fetch: (request: Request) => Response | Promise<Response> } = product) {
  const response = await server.fetch(new Request(`http://flowpilot.test${path}`))
  return { status: response.status, headers: response.headers, body: await response.json() } as Answer<unknown>
}

/** The product before a database that can be taken away: its connections break, and it takes no others. */
async function startDoomed() {
  const server = inject('postgres')
  const line = await startLatencyProxy({ target_port: server.port, delay_ms: 0 })
  const url = databaseUrl({ ...server, port: line.port }, 'flowpilot_api', product.database.name)
  const app = startApp({ database_url: url })
  if (!('fetch' in app)) throw new Error('It runs in this process')
  return { app, takeDatabase: line.close }
}

function expectAway(answer: Answer<unknown>, where: string) {
  expectProblem(answer, 503, 'unavailable', where)
  expect(Number(answer.headers.get('retry-after')), where).toBeGreaterThan(0)
}

test('while all is well the process answers, and its database does too', async () => {
  expect(await look('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await look('/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } })
})

test('without its database the process still answers, is not ready, and says so to everybody', async () => {
  const { app, takeDatabase } = await startDoomed()
  const mara = await signUpMara(app)
  const { id } = await openSession(mara)
  await takeDatabase()
  expect(await look('/healthz', app)).toMatchObject({ status: 200, body: { status: 'ok' } })
  expectAway(await look('/readyz', app), 'readyz')
  expectAway(await mara.get('/ai-sessions'), 'a list')
  expectAway(await mara.get('/me'), 'me')
  expectAway(await mara.post('/ai-sessions', { title: 'VPN' }), 'a write')
  expectAway(await mara.post(`/ai-sessions/${id}/messages`, { content: 'VPN' }), 'a message')
  expectAway(await mara.get('/auth/get-session'), 'the session')
  const login = { email: mara.email, password: mara.password }
  expectAway(await openBrowser(app).post('/auth/sign-in/email', login), 'a sign-in')
  const newcomer = { ...login, email: 'new@northbeam.test', name: 'Lee Park' }
  expectAway(await openBrowser(app).post('/auth/sign-up/email', newcomer), 'a sign-up')
  expectAway(await mara.post('/auth/sign-out'), 'a sign-out')
  await app.close()
})

test('a sign-in that can’t be checked is unavailable, and not wrong', async () => {
  const { app, takeDatabase } = await startDoomed()
  const mara = await signUpMara(app)
  // The part of the cookie that saves asking the database is gone, as after a day.
  const cookie = (await mara.cookie())
    .split('; ')
    .filter((pair) => !pair.includes('session_data'))
    .join('; ')
  expect((await openBrowser(app).get('/me', { cookie })).status).toBe(200)
  await takeDatabase()
  expectAway(await openBrowser(app).get('/me', { cookie }), 'me')
  await app.close()
})

test('with a schema older than itself the server is not ready, and with a newer one it is', async () => {
  const migrations = await product.admin`select name from schema_migrations order by name`
  const newest = migrations.at(-1)?.name
  await product.admin`insert into schema_migrations values ('9999_of_a_later_version')`
  expect((await look('/readyz')).status).toBe(200)
  await product.admin`delete from schema_migrations where name = ${newest}`
  const problem = expectProblem(await look('/readyz'), 503, 'unavailable')
  expect(problem.detail).toBe(`The database’s schema is older than this server: ${newest} is missing.`)
  await product.admin`insert into schema_migrations values (${newest})`
  expect((await look('/readyz')).status).toBe(200)
})

test('with a database that was never migrated, or only by an old version, it is not ready', async () => {
  const empty = await createDatabase(inject('postgres'), 'nothing')
  const app = startApp({ database_url: empty.api_url })
  if (!('fetch' in app)) throw new Error('It runs in this process')
  const owner = postgres(empty.owner_url, { max: 1, onnotice: () => {} })
  expectProblem(await look('/readyz', app), 503, 'unavailable', 'no table')
  await owner`create table schema_migrations (name text primary key)`
  expectProblem(await look('/readyz', app), 503, 'unavailable', 'not granted')
  await owner.end()
  await app.close()
  await empty.drop()
})

test('when its database is back the product works on, without a restart', async () => {
  const mara = await signUpMara(product)
  await product.admin`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'flowpilot'`
  await expect.poll(async () => (await mara.get('/me')).status).toBe(200)
  await expect.poll(async () => (await look('/readyz')).status).toBe(200)
  await Promise.all(Array.from({ length: 8 }, () => openSession(mara)))
})
