import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ServerEvent } from '../../harness/http.ts'
import { type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { endOf, follow, proseOf, say, sayUntil, turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
})

test('the message is saved before the model is asked, and stands on the page while it says nothing', async () => {
  let page: Promise<Awaited<ReturnType<typeof readPage>>> | undefined
  product.model.reply(() => {
    page = readPage(mara, id)
    return { text: ['Hm.'], hang: true }
  })
  const events = await sayUntil('text', mara, id, { content: 'VPN drops after MFA' })
  const { user_message, assistant_message_id, turn_id } = turnOf(events)
  expect(await page).toMatchObject({
    messages: [user_message, { id: assistant_message_id, role: 'assistant', status: 'streaming' }],
    turn: { id: turn_id, status: 'streaming', assistant_message_id },
  })
  expect(user_message).toMatchObject({ role: 'user', status: 'complete', content: 'VPN drops after MFA', effects: [] })
})

test('no transaction is open while the model answers', async () => {
  product.model.reply({ text: ['Hm.'], hang: true })
  await sayUntil('text', mara, id, { content: 'VPN' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const connections = await product.admin`
    select state, now() - xact_start > interval '200 ms' as open from pg_stat_activity
    where datname = current_database() and application_name = 'flowpilot'`
  expect(connections.length).toBeGreaterThan(0)
  expect(connections.filter(({ open }) => open)).toEqual([])
})

test('while a reply is coming no other message is taken, from nobody', async () => {
  const lee = await signUpColleague(product, mara, 'engineer')
  product.model.reply({ text: ['Hm.'], hang: true })
  await sayUntil('text', mara, id, { content: 'VPN' })
  expectProblem(await mara.post(`/ai-sessions/${id}/messages`, { content: 'again' }), 409, 'turn_in_progress')
  expectProblem(await lee.post(`/ai-sessions/${id}/messages`, { content: 'again' }), 409, 'turn_in_progress')
  expect((await readPage(mara, id)).messages).toHaveLength(2)
})

test('of several messages at once one begins a turn and the others are told so', async () => {
  product.model.reply({ text: 'Hm.', delay_ms: 300 })
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) => mara.post(`/ai-sessions/${id}/messages`, { content: `message ${at}` })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const refused of answers.filter(({ status }) => status !== 200)) {
    expectProblem(refused, 409, 'turn_in_progress')
  }
  expect((await readPage(mara, id)).messages).toHaveLength(2)
})

test('two sessions have a turn each at the same time', async () => {
  const other = await openSession(mara)
  product.model.replyTo('[one]', { text: 'first', delay_ms: 100 })
  product.model.replyTo('[other]', { text: 'second', delay_ms: 100 })
  const both = await Promise.all([say(mara, id, 'one [one]'), say(mara, other.id, 'two [other]')])
  expect(both.map(proseOf)).toEqual(['first', 'second'])
})

test('a client that leaves does not end the turn', async () => {
  product.model.reply({ text: ['One. ', 'Two. ', 'Three.'], delay_ms: 60 })
  const { turn_id } = turnOf(await sayUntil('turn', mara, id, { content: 'VPN' }))
  const rest = await follow(mara, id, turn_id)
  expect(endOf(rest).message).toMatchObject({ content: 'One. Two. Three.', status: 'complete' })
  expect(product.model.requests().at(-1)?.left).toBe(false)
})

test('a colleague who looks on sees the same events as who asked', async () => {
  const viewer = await signUpColleague(product, mara, 'viewer')
  product.model.reply({ text: ['One. ', 'Two. ', 'Three.'], delay_ms: 60 })
  let watching: Promise<ServerEvent[]> | undefined
  const seen: ServerEvent[] = []
  for await (const event of mara.stream(`/ai-sessions/${id}/messages`, { content: 'VPN' })) {
    seen.push(event)
    watching ??= follow(viewer, id, turnOf(seen).turn_id)
  }
  expect(await watching).toEqual(seen)
})

const key = { 'idempotency-key': 'the same click' }

test('the same key and body replay the same turn, and the model is asked once', async () => {
  product.model.reply({ text: ['Only ', 'once.'], delay_ms: 20 })
  const before = product.model.requests().length
  const first = await say(mara, id, 'VPN', key)
  const second = await say(mara, id, 'VPN', key)
  expect(second).toEqual(first)
  expect(product.model.requests().length - before).toBe(1)
  expect((await readPage(mara, id)).messages).toHaveLength(2)
  const { headers } = await mara.post(`/ai-sessions/${id}/messages`, { content: 'VPN' }, key)
  expect(headers.get('idempotent-replayed')).toBe('true')
})

test('two at once with one key are one turn, and both read all of it', async () => {
  product.model.reply({ text: ['Only ', 'once.'], delay_ms: 80 })
  const before = product.model.requests().length
  const [first, second] = await Promise.all([say(mara, id, 'VPN', key), say(mara, id, 'VPN', key)])
  expect(second).toEqual(first)
  expect(endOf(first).message.content).toBe('Only once.')
  expect(product.model.requests().length - before).toBe(1)
})

test('the same key with another body is a mismatch, and in another session another key', async () => {
  product.model.reply({ text: 'One.' }, { text: 'Two.' })
  await say(mara, id, 'VPN', key)
  const other = await mara.post(`/ai-sessions/${id}/messages`, { content: 'DNS' }, key)
  expectProblem(other, 409, 'idempotency_mismatch')
  const elsewhere = await openSession(mara)
  expect(proseOf(await say(mara, elsewhere.id, 'VPN', key))).toBe('Two.')
})

test('a key whose message was refused is free again', async () => {
  product.model.reply({ text: ['Hm.'], hang: true })
  const [turn] = await sayUntil('turn', mara, id, { content: 'first' })
  expectProblem(await mara.post(`/ai-sessions/${id}/messages`, { content: 'VPN' }, key), 409, 'turn_in_progress')
  const turn_id = String(turn?.data.turn_id)
  await mara.post(`/ai-sessions/${id}/turns/${turn_id}/stop`)
  await follow(mara, id, turn_id)
  product.model.reply({ text: 'Now.' })
  expect(proseOf(await say(mara, id, 'VPN', key))).toBe('Now.')
})

test('the rival finds neither the session’s turns nor a place in them', async () => {
  const dario = await signUpDario(product)
  product.model.reply({ text: 'Hm.' })
  const { turn_id } = turnOf(await say(mara, id, 'VPN'))
  const his = await openSession(dario)
  for (const session of [id, his.id]) {
    expectProblem(await dario.get(`/ai-sessions/${session}/turns/${turn_id}/events`), 404, 'not_found')
    expectProblem(await dario.post(`/ai-sessions/${session}/turns/${turn_id}/stop`), 404, 'not_found')
  }
})
