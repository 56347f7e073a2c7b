import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startApp, type TestAppOptions } from '../../harness/app.ts'
import type { Answer } from '../../harness/http.ts'
import { startLatencyProxy } from '../../harness/latency-proxy.ts'
import { databaseUrl } from '../../harness/postgres.ts'
import { type Person, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'

const product = await startProduct({ connections: 4 })
let mara: Person
let dario: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  dario = await signUpDario(product)
  id = (await openSession(mara)).id
})
afterAll(product.close)

function start(options: TestAppOptions) {
  const app = startApp(options)
  if (!('fetch' in app)) throw new Error('It runs in this process')
  return app
}

function expectUnavailable(answer: Answer<unknown>, where: string) {
  const { detail } = expectProblem(answer, 503, 'unavailable', where)
  expect(Number(answer.headers.get('retry-after')), where).toBeGreaterThan(0)
  return detail
}

/** Holds the lock of a session's row, as somebody else's long transaction would, until `work` has ended. */
async function whileLocked(session_id: string, work: () => Promise<void>) {
  await product.admin.begin(async (tx) => {
    await tx`select from ai_sessions where id = ${session_id} for update`
    await work()
  })
}

test('who waits for a row that somebody holds is told so, and the other accounts work on meanwhile', async () => {
  await whileLocked(id, async () => {
    let answered = 0
    const waiting = Array.from({ length: 12 }, async (_, at) => {
      const answer = await mara.patch(`/ai-sessions/${id}`, { title: `VPN ${at}` })
      answered += 1
      return answer
    })
    // More than the product has connections, and none of them had to wait for one of Mara’s to end.
    for (const _ of Array(10)) expect((await dario.get('/ai-sessions')).status).toBe(200)
    expect((await openSession(dario)).id).not.toBe(id)
    expect(answered).toBe(0)
    for (const answer of await Promise.all(waiting)) {
      expect(expectUnavailable(answer, 'a locked session')).toContain('Nothing was changed.')
    }
  })
  expect((await mara.patch(`/ai-sessions/${id}`, { title: 'VPN drops' })).status).toBe(200)
  const [kept] = await product.admin`select title from ai_sessions where id = ${id}`
  expect(kept).toEqual({ title: 'VPN drops' })
}, 30_000)

test('a database that takes everything and never answers is unavailable, and works on when it is back', async () => {
  const server = inject('postgres')
  const line = await startLatencyProxy({ target_port: server.port, delay_ms: 0 })
  const database_url = databaseUrl({ ...server, port: line.port }, 'flowpilot_api', product.database.name)
  const app = start({ database_url, answer_ms: 300, connections: 3 })
  const lee = await signUpMara(app)
  const look = (path: string) => app.fetch(new Request(`http://flowpilot.test${path}`))
  expect((await look('/readyz')).status).toBe(200)

  line.hang()
  const read = expectUnavailable(await lee.get('/ai-sessions'), 'a list')
  const written = await lee.post('/ai-sessions', { title: 'VPN' })
  expectUnavailable(await lee.get('/me'), 'me')
  expectUnavailable(await lee.post('/auth/sign-in/email', { email: lee.email, password: lee.password }), 'a sign-in')
  const many = await Promise.all(Array.from({ length: 9 }, () => lee.get('/ai-sessions')))
  for (const answer of many) expectUnavailable(answer, 'one of many')
  expect((await look('/readyz')).status).toBe(503)
  expect((await look('/healthz')).status).toBe(200)
  // What was sent may be done when it wakes up.
  for (const detail of [read, expectUnavailable(written, 'a write')])
    expect(detail).not.toContain('Nothing was changed')

  line.resume()
  await expect.poll(async () => (await lee.get('/me')).status).toBe(200)
  const after = await Promise.all(Array.from({ length: 9 }, () => lee.post('/ai-sessions', { title: 'VPN drops' })))
  expect(after.map(({ status }) => status)).toEqual(Array(9).fill(201))
  await app.close()
  await line.close()
}, 30_000)

test('a wrong password, name or host is unavailable, and the log says which in a sentence', async () => {
  const good = new URL(product.database.api_url)
  const changed = (change: (url: URL) => void) => {
    const url = new URL(good)
    change(url)
    return url.href
  }
  const wrong: [string, RegExp, string][] = [
    [
      'a password',
      /password authentication failed for user \\"flowpilot_api\\" \(28P01\)/,
      changed((url) => {
        url.password = 'not-it'
      }),
    ],
    [
      'a name',
      /database \\"nowhere\\" does not exist \(3D000\)/,
      changed((url) => {
        url.pathname = '/nowhere'
      }),
    ],
    [
      'a user',
      /password authentication failed for user \\"nobody\\"/,
      changed((url) => {
        url.username = 'nobody'
      }),
    ],
    [
      'a port',
      /PostgreSQL at 127.0.0.1:1\/test_\w+: ECONNREFUSED/,
      changed((url) => {
        url.port = '1'
      }),
    ],
    [
      'a host',
      /PostgreSQL at nowhere.invalid:\d+\/test_\w+: (ENOTFOUND|EAI_AGAIN)/,
      changed((url) => {
        url.hostname = 'nowhere.invalid'
      }),
    ],
  ]
  for (const [what, sentence, database_url] of wrong) {
    const app = start({ database_url })
    for (const path of ['/readyz', '/api/v1/auth/get-session']) {
      const response = await app.fetch(new Request(`http://flowpilot.test${path}`, { headers: { cookie: 'x=y' } }))
      expect([what, path, response.status]).toEqual([what, path, path === '/readyz' ? 503 : 200])
    }
    const [line = ''] = app.logged.filter((each) => each.includes('"unavailable"'))
    expect(line, what).toMatch(sentence)
    expect(line, what).not.toContain('stack')
    expect(app.logged.join(), what).not.toContain('not-it')
    await app.close()
  }
})
