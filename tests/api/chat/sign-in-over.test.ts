import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { idsOf, type Person, signUpColleague, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { sayUntil, turnOf } from './turns.ts'

// None of these streams has an end of its own: the model hangs, and a session changes for ever.
const product = await startProduct({ connections: 8 })
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

let lee: Person
let id: string
let turn_id: string
beforeEach(async () => {
  lee = await signUpColleague(product, mara, 'engineer')
  id = (await openSession(mara)).id
})

const content = 'VPN drops'
const begin = async () => {
  product.model.reply({ text: ['Hm.'], hang: true })
  turn_id = turnOf(await sayUntil('text', mara, id, { content })).turn_id
}
const streams = [
  {
    stream: 'the turn that he asked for',
    async open() {
      product.model.reply({ text: ['Hm.'], hang: true })
      return lee.stream(`/ai-sessions/${id}/messages`, { content })
    },
  },
  {
    stream: 'a turn that he follows',
    async open() {
      await begin()
      return lee.stream(`/ai-sessions/${id}/turns/${turn_id}/events`)
    },
  },
  { stream: 'the session’s changes', open: async () => lee.stream(`/changes?sessions=${id}`) },
]
const ends = [
  { end: 'a member is removed', act: async () => mara.delete(`/members/${(await idsOf(lee)).user_id}`) },
  {
    end: 'he signs out everywhere, from another browser',
    async act() {
      const phone = openBrowser(product)
      await phone.post('/auth/sign-in/email', { email: lee.email, password: lee.password })
      return phone.post('/auth/sign-out-everywhere')
    },
  },
]

describe.each(ends)('when $end', ({ act }) => {
  test.each(streams)('$stream ends, and can’t be opened again', async ({ open }) => {
    const events = await open()
    await events.next()
    const { status } = await act()
    expect(status).toBeLessThan(300)
    // To its end, which nothing else would bring.
    await Array.fromAsync(events)
    expectProblem(await lee.get(`/changes?sessions=${id}`), 401, 'unauthenticated')
  })
})

test('a turn goes on to its end for the account, though who asked for it was removed', async () => {
  product.model.reply({ text: ['Half ', 'and ', 'half.'], delay_ms: 800 })
  const events = lee.stream(`/ai-sessions/${id}/messages`, { content })
  await events.next()
  await mara.delete(`/members/${(await idsOf(lee)).user_id}`)
  const told = await Array.fromAsync(events)
  expect(told.map(({ event }) => event)).not.toContain('done')
  await expect.poll(async () => (await readPage(mara, id)).turn, { timeout: 10_000 }).toBeNull()
  expect((await readPage(mara, id)).messages.at(-1)).toMatchObject({ content: 'Half and half.', status: 'complete' })
})

test('who is made a viewer in mid-turn reads it to its end, and writes nothing any more', async () => {
  product.model.reply({ text: ['Half ', 'and ', 'half.'], delay_ms: 800 })
  const events = lee.stream(`/ai-sessions/${id}/messages`, { content })
  await events.next()
  await mara.patch(`/members/${(await idsOf(lee)).user_id}`, { role: 'viewer' })
  const told = await Array.fromAsync(events)
  expect(told.at(-1)?.event).toBe('done')
  expectProblem(await lee.post(`/ai-sessions/${id}/messages`, { content }), 403, 'forbidden')
  expectProblem(await lee.post(`/ai-sessions/${id}/facts`, { text: 'It drops' }), 403, 'forbidden')
})

test('the end of one sign-in ends no stream of another', async () => {
  const phone = openBrowser(product)
  await phone.post('/auth/sign-in/email', { email: mara.email, password: mara.password })
  const events = mara.stream(`/changes?sessions=${id}`)
  await events.next()
  await phone.post('/auth/sign-out')
  await mara.patch(`/ai-sessions/${id}`, { title: 'Still told' })
  expect((await events.next()).value).toMatchObject({ event: 'changed' })
  await events.return()
})
