import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Engineer, openBrowser } from '../../harness/http.ts'
import { block, say, turnOf } from '../chat/turns.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
const printed: string[] = []
for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
  vi.spyOn(console, method).mockImplementation((...said) => void printed.push(said.map(asText).join(' ')))
}
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream)
  vi.spyOn(stream, 'write').mockImplementation((...args: unknown[]) => {
    printed.push(String(args[0]))
    return write(...(args as [string]))
  })
}
afterAll(async () => {
  vi.restoreAllMocks()
  await product.close()
})

/** A word that stands for content of this kind, to be looked for in everything that was logged. */
const secret = (kind: string) => `sentinel-${kind}-${randomUUID()}`
const asText = (value: unknown) => (value instanceof Error ? `${value.stack} ${JSON.stringify(value)}` : String(value))

const everything = () => [...product.logged, ...printed].join('\n')
const expectNoContent = () => expect(everything().match(/sentinel-[\w-]+/g) ?? []).toEqual([])

const login = { email: `${secret('address')}@northbeam.test`, password: secret('password') }
let mara: Engineer
let id: string
beforeAll(async () => {
  mara = { ...openBrowser(product), ...login }
  await mara.post('/auth/sign-up/email', { ...login, name: secret('name'), account_name: secret('account') })
  id = (await openSession(mara)).id
})

test('of what is asked and answered rightly, the log holds no word', async () => {
  const { id } = await openSession(mara, {
    title: secret('title'),
    problem: secret('problem'),
    ticket_ref: secret('ref'),
  })
  await mara.get(`/ai-sessions?q=${secret('query')}`)
  product.model.reply({ text: [secret('prose'), '\n', block('QUESTIONS', [{ text: secret('question') }])] })
  await say(mara, id, secret('message'), { 'idempotency-key': secret('key') })
  const [question] = (await readPage(mara, id)).task_lane.questions
  await mara.patch(`/ai-sessions/${id}/task-lane/items/${question?.id}`, { answer: secret('answer') })
  await mara.post('/members/invitations', { email: `${secret('guest')}@northbeam.test`, role: 'viewer' })
  expect(product.logged.length).toBeGreaterThan(6)
  expectNoContent()
})

test('nor of what was refused', async () => {
  await mara.post('/auth/sign-in/email', { email: `${secret('address')}@northbeam.test`, password: secret('password') })
  await mara.post('/auth/sign-up/email', { email: mara.email, name: secret('name'), password: secret('password') })
  await mara.post('/ai-sessions', { title: secret('title'), [secret('field')]: secret('value') })
  await mara.post('/ai-sessions', { title: `${secret('title')}\0` })
  await mara.patch(`/ai-sessions/${secret('id')}`, { title: secret('title') })
  await mara.get(`/${secret('path')}?${secret('query')}`)
  await mara.get('/me', { authorization: secret('token'), 'x-forwarded-for': secret('address') })
  const broken = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"title": ${secret('json')}`,
  }
  await product.fetch(new Request('http://flowpilot.test/api/v1/ai-sessions', broken))
  expectNoContent()
})

test('nor of what the model’s server said', async () => {
  const final = { 'x-should-retry': 'false' }
  product.model.reply(
    { error: { status: 400, type: 'invalid_request_error', message: secret('refusal'), headers: final } },
    { text: secret('prose'), cut: true },
    { text: `[PROMOTE]\n{"text": ${secret('block')}}\n[/PROMOTE]` },
  )
  for (let time = 0; time < 3; time++) await say(mara, id, secret('message'))
  expectNoContent()
})

test('nor of what the database could not keep, although it quotes every value', async () => {
  const refuse = (table: string, column: string) =>
    product.admin.unsafe(`alter table ${table} add constraint no_more_${table} check (${column} is null) not valid`)
  await refuse('ai_sessions', 'title')
  await refuse('ai_messages', 'content')
  await refuse('session_facts', 'text')
  await refuse('users', 'name')
  await refuse('logins', 'token')
  await refuse('invitations', 'email')
  expect((await mara.post('/ai-sessions', { title: secret('title') })).status).toBe(500)
  expect((await mara.post(`/ai-sessions/${id}/messages`, { content: secret('message') })).status).toBe(500)
  const invitation = { email: `${secret('guest')}@northbeam.test`, role: 'viewer' }
  expect((await mara.post('/members/invitations', invitation)).status).toBe(500)
  expect((await mara.post('/auth/sign-in/email', login)).status).toBeGreaterThanOrEqual(500)
  const newcomer = { name: secret('name'), email: `${secret('address')}@northbeam.test`, password: secret('password') }
  expect((await mara.post('/auth/sign-up/email', newcomer)).status).toBeGreaterThanOrEqual(500)
  await product.admin`alter table users rename column image to gone`
  await product.admin`alter table invitations rename column status to gone`
  expect((await mara.post('/auth/sign-up/email', newcomer)).status).toBe(500)
  expect((await mara.post('/auth/sign-in/email', login)).status).toBe(500)
  expect((await mara.post(`/members/invitations/${randomUUID()}/accept`)).status).toBe(500)
  for (const table of ['ai_sessions', 'ai_messages']) {
    await product.admin.unsafe(`alter table ${table} drop constraint no_more_${table}`)
  }
  product.model.reply({ text: block('PROMOTE', { text: secret('fact') }) })
  const events = await say(mara, id, secret('message'))
  expect(events.at(-1)?.event).toBe('error')
  expect(turnOf(events).turn_id).toBeDefined()
  expect(product.logged.filter((line) => line.includes('"level":"error"')).length).toBeGreaterThan(3)
  expectNoContent()
})

test('nor a secret that an error names', () => {
  const token = `gh${'p'}_${'a1'.repeat(18)}`
  product.deps.log.error('call failed', { error: new Error(`No answer to Bearer ${token}`) })
  expect(product.logged.at(-1)).toContain('No answer to')
  expect(product.logged.pop()).not.toContain(token)
})

test('a line says when, how bad, what, under which id and for which route, and nothing of the address', () => {
  const lines = product.logged.map((line) => JSON.parse(line))
  for (const line of lines)
    expect(line).toMatchObject({ time: expect.any(String), level: expect.any(String), event: expect.any(String) })
  const requests = lines.filter(({ event }) => event === 'request')
  expect(requests.find(({ route }) => route === '/api/v1/ai-sessions/:id/messages')).toEqual({
    time: expect.any(String),
    level: 'info',
    event: 'request',
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    method: 'POST',
    route: '/api/v1/ai-sessions/:id/messages',
    status: 200,
    duration_ms: expect.any(Number),
  })
})
