import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ModelRequestBody } from '../../harness/scripted-reply.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, namesOf, say } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara, { problem: 'VPN drops after MFA' })).id
})

/** As if so many turns had been said before, each with so many characters on both sides. */
async function haveSaid(turns: number, characters: number) {
  const { account_id } = await idsOf(mara)
  await product.admin`
    insert into ai_messages (id, account_id, session_id, role, content, status)
    select gen_random_uuid(), ${account_id}, ${id}, role, n || ' ' || repeat('word ', ${Math.ceil(characters / 5)}), 'complete'
    from generate_series(1, ${turns}) n, (values (1, 'user'), (2, 'assistant')) sides (side, role) order by n, side`
}

const lastRequest = (): ModelRequestBody => product.model.requests().at(-1)?.body as ModelRequestBody
type Block = { text?: string; cache_control?: unknown }
const blocks = ({ messages }: ModelRequestBody) =>
  messages.flatMap(({ content }) => (Array.isArray(content) ? (content as Block[]) : []))
const sizeOf = (body: ModelRequestBody) => JSON.stringify(body.messages).length
const shortenedOf = async () =>
  (await readPage(mara, id)).messages.at(-1)?.effects.find(({ type }) => type === 'shortened')

test('200 turns and eight results of 100 KB go on, and what no cache holds stays short', async () => {
  const checks = Array.from({ length: 6 }, (_, at) => ({ label: `Look at log ${at}` }))
  product.model.reply({ text: `Look.\n${block('ACTIONS', checks)}` })
  await say(mara, id, 'VPN drops')
  for (let round = 0; round < 2; round++) {
    const { task_lane } = await readPage(mara, id)
    const open = task_lane.checks.filter(({ status }) => status === 'open').slice(0, 4)
    for (const { id: item } of open) {
      await mara.patch(`/ai-sessions/${id}/task-lane/items/${item}`, {
        result: `${item} ${'line of a log\n'.repeat(7000)}`.slice(0, 100_000),
      })
    }
    product.model.reply({
      text: `Thanks.\n${block(
        'ACTIONS',
        checks.map(({ label }) => ({ label: `${label} again ${round}` })),
      )}`,
    })
    const events = await Array.fromAsync(
      mara.stream(`/ai-sessions/${id}/messages`, { item_ids: open.map(({ id: item }) => item) }),
    )
    expect(namesOf(events)).toContain('done')
  }
  for (let at = 0; at < 40; at++)
    await mara.post(`/ai-sessions/${id}/facts`, { text: `Fact ${at}: ${'known '.repeat(40)}` })
  await haveSaid(200, 1500)
  product.model.reply({ text: 'I see.' })
  expect(namesOf(await say(mara, id, 'And now?'))).toContain('done')
  const sent = lastRequest()
  // Three characters a token, on the safe side, in 200,000 tokens.
  expect(sizeOf(sent)).toBeLessThan(600_000)
  const uncached = blocks(sent).slice(blocks(sent).findLastIndex(({ cache_control }) => cache_control) + 1)
  expect(uncached[0]?.text).toBe('And now?')
  expect(
    uncached
      .slice(1)
      .map(({ text }) => text)
      .join('').length / 4,
  ).toBeLessThan(4000)
  expect(uncached.at(-1)?.text).toMatch(/"older_entries_left_out":\d+/)
}, 60_000)

test('a conversation beyond the model’s context is shortened, and the model and the engineer are told', async () => {
  await haveSaid(200, 4000)
  product.model.reply({ text: 'I see.' })
  await say(mara, id, 'And now?')
  expect(sizeOf(lastRequest())).toBeLessThan(600_000)
  expect(blocks(lastRequest())[0]?.text).toMatch(/^\[\d+ earlier messages are left out here\./)
  expect(await shortenedOf()).toMatchObject({ count: expect.any(Number) })
})

test.each([
  [400, 'prompt is too long: 213462 tokens > 200000 maximum'],
  [400, 'This model’s maximum context length is 32768 tokens. However, you requested 40211 tokens'],
  [400, 'the request exceeds the available context size, try increasing it'],
  [413, 'Request exceeds the maximum size'],
])('a model that answers %s “%s” is asked once more with less', async (status, message) => {
  await haveSaid(30, 1000)
  product.model.reply({ error: { status, type: 'invalid_request_error', message } }, { text: 'I see.' })
  expect(namesOf(await say(mara, id, 'And now?'))).toContain('done')
  const [first, second] = product.model
    .requests()
    .slice(-2)
    .map(({ body }) => sizeOf(body))
  expect(Number(second)).toBeLessThan(Number(first) * 0.7)
  expect(await shortenedOf()).toMatchObject({ count: expect.any(Number) })
})

test('of a value that became known as secret after it was said, no half is left where its message is cut', async () => {
  const { account_id } = await idsOf(mara)
  const value = 'maplerainharborstone'
  const said = `${'word '.repeat(178)}abc${value} ${'word '.repeat(1000)}`
  await product.admin`
    insert into ai_messages (id, account_id, session_id, role, content, status)
    select gen_random_uuid(), ${account_id}, ${id}, role, content, 'complete'
    from (values (1, 'user', ${said}), (2, 'assistant', 'I see.')) messages (at, role, content) order by at`
  await product.admin`
    insert into session_suggested_fixes (id, account_id, session_id, title, description, parameters)
    values (gen_random_uuid(), ${account_id}, ${id}, 'Reset', '', ${product.admin.json({ admin_password: value })})`
  const error = { status: 400, type: 'invalid_request_error', message: 'prompt is too long' }
  product.model.reply({ error }, { text: 'I see.' })
  expect(namesOf(await say(mara, id, 'And now?'))).toContain('done')
  const sent = product.model
    .requests()
    .slice(-2)
    .map(({ body }) => JSON.stringify(body.messages))
  expect(sent.at(-1)).toContain('characters left out here')
  expect(sent.join()).not.toMatch(/mapler|stone/)
})

test('a model that takes even that for too long is not asked a third time, and the turn says so', async () => {
  await haveSaid(30, 1000)
  const error = { status: 400, type: 'invalid_request_error', message: 'prompt is too long' }
  product.model.reply({ error }, { error })
  const before = product.model.requests().length
  const end = (await say(mara, id, 'And now?')).at(-1)
  expect(end).toMatchObject({ event: 'error', data: { message: 'This is too long for the model.', retryable: false } })
  expect(product.model.requests().length).toBe(before + 2)
})

test('a reply that ends before its first word for lack of context is asked for once more', async () => {
  await haveSaid(30, 1000)
  product.model.reply({ text: '', stop_reason: 'model_context_window_exceeded' }, { text: 'I see.' })
  expect(namesOf(await say(mara, id, 'And now?'))).toContain('done')
  expect((await readPage(mara, id)).messages.at(-1)?.content).toBe('I see.')
})

test.each(['model_context_window_exceeded', 'paused_for_thought'])(
  'a reply that stops with %s is no whole one',
  async (stop_reason) => {
    product.model.reply({ text: 'Half of', stop_reason })
    const events = await say(mara, id, 'And now?')
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { retryable: true } })
    expect((await readPage(mara, id)).messages.at(-1)).toMatchObject({ content: 'Half of', status: 'failed' })
  },
)

test('a reply without end is ended after a million characters, and what was said is kept', async () => {
  product.model.reply({ text: Array<string>(80).fill('round and round '.repeat(1000)) })
  const events = await say(mara, id, 'And now?')
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { message: 'The reply reached its greatest length.' } })
  const { length } = (await readPage(mara, id)).messages.at(-1)?.content ?? ''
  expect(length).toBeGreaterThan(900_000)
  expect(length).toBeLessThan(1_100_000)
}, 60_000)
