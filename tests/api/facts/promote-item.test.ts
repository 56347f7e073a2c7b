import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fact } from '../../../api/facts/schemas.ts'
import { block, say } from '../chat/turns.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
let facts: string
let question: string
let check: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
  facts = `/ai-sessions/${id}/facts`
  product.model.reply({
    text: [
      block('QUESTIONS', [{ text: 'Does the drop follow the network or the laptop?', context: 'Try a hotspot.' }]),
      block('ACTIONS', [{ label: 'Read the NPS log', command: 'netsh nps show np' }]),
    ],
  })
  await say(mara, id, 'VPN drops after MFA')
  const { task_lane } = await readPage(mara, id)
  question = task_lane.questions[0]?.id ?? ''
  check = task_lane.checks[0]?.id ?? ''
})

const answer = (answer: string | null) => mara.patch(`/ai-sessions/${id}/task-lane/items/${question}`, { answer })
const record = (result: string) => mara.patch(`/ai-sessions/${id}/task-lane/items/${check}`, { result })
const promote = (item_id: string, text?: string) => mara.post<Fact>(`${facts}/promote`, { item_id, text })
const listed = async () => (await mara.get<{ items: Fact[] }>(facts)).body.items
const synthesis = (fact: unknown) => product.model.reply({ text: JSON.stringify({ fact }) })
const own_words = 'Does the drop follow the network or the laptop? Only the office range 10.20.0.0/22'

describe('an answered item', () => {
  beforeEach(async () => {
    await answer('Only the office range 10.20.0.0/22')
  })

  test('becomes a confirmed fact in the model’s words, read-only, once', async () => {
    synthesis('Only laptops on the 10.20.0.0/22 office range are affected.')
    const first = await promote(question)
    expect(first).toMatchObject({
      status: 201,
      body: {
        text: 'Only laptops on the 10.20.0.0/22 office range are affected.',
        source_type: 'question',
        source_ref: question,
        status: 'confirmed',
        editable: false,
      },
    })
    expect(await promote(question)).toMatchObject({ status: 200, body: { id: first.body.id } })
    const refused = await mara.patch(`${facts}/${first.body.id}`, { text: 'All laptops' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'read_only' } })
  })

  test('that two engineers promote at once is one fact', async () => {
    synthesis('Only the office range is affected.')
    synthesis('Only the office range is affected.')
    const both = await Promise.all([promote(question), promote(question)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201])
    expect(await listed()).toHaveLength(1)
  })

  test('is worded by itself where the model says anything concrete that does not stand in it', async () => {
    for (const made_up of [
      'Only laptops on 10.20.0.0/24 are affected.',
      'Laptops on the office range drop after 60 seconds.',
      'Only laptops that reach DC02 are affected.',
      'KB5034441 affects the office range.',
    ]) {
      synthesis(made_up)
      const preview = await mara.post(`${facts}/wording`, { item_id: question })
      expect(preview, made_up).toMatchObject({ status: 200, body: { text: own_words, written_by: 'item' } })
    }
  })

  test.each([
    ['prose', { text: 'Sure! The office range is affected.' }],
    ['an empty object', { text: '{}' }],
    ['several lines', { text: '{"fact": "one\\ntwo"}' }],
    ['more than a fact may hold', { text: JSON.stringify({ fact: 'x'.repeat(401) }) }],
    ['100 KB', { text: 'x'.repeat(100_000) }],
    ['a refusal', { text: '', stop_reason: 'refusal' }],
    ['an error', { error: { status: 400, type: 'invalid_request_error' } }],
    ['half a reply', { text: '{"fact": "Only', cut: true }],
  ])('is worded by itself where the model answers %s', async (_, reply) => {
    product.model.reply(reply)
    expect(await promote(question)).toMatchObject({ status: 201, body: { text: own_words } })
  })

  test('does not wait for a model that takes longer than a fact may', async () => {
    product.model.reply({ text: JSON.stringify({ fact: 'Too late.' }), delay_ms: 10_000 })
    expect(await promote(question)).toMatchObject({ status: 201, body: { text: own_words } })
  })

  test('establishes nothing where the model says so', async () => {
    synthesis(null)
    expect(await promote(question)).toMatchObject({ status: 422, body: { code: 'no_fact' } })
    expect(await listed()).toEqual([])
  })

  test('can be promoted in the engineer’s words, and the model is not asked', async () => {
    const asked = product.model.requests().length
    expect(await promote(question, 'The office range is affected')).toMatchObject({
      status: 201,
      body: { text: 'The office range is affected', source_type: 'question' },
    })
    expect(product.model.requests()).toHaveLength(asked)
  })

  test('can be promoted again when its fact was deleted, and the old fact then stays away', async () => {
    const { body: first } = await promote(question, 'The office range')
    await mara.delete(`${facts}/${first.id}`)
    expect(await promote(question, 'Only the office range')).toMatchObject({ status: 201, body: { ordinal: 2 } })
    const back = await mara.post(`${facts}/${first.id}/restore`)
    expect(back).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await listed()).toHaveLength(1)
  })

  test('that is answered otherwise while the model is asked is asked about again', async () => {
    product.model.reply({ text: JSON.stringify({ fact: 'Only the office range 10.20.0.0/22.' }), delay_ms: 300 })
    synthesis('Every network is affected.')
    const promoted = promote(question)
    await expect.poll(() => product.model.requests().at(-1)?.last_user_text).toContain('10.20.0.0/22')
    await answer('Every network')
    expect(await promoted).toMatchObject({ status: 201, body: { text: 'Every network is affected.' } })
  })

  test('takes its fact with it when the answer is edited, and removes it when nothing is left', async () => {
    await promote(question, 'The office range')
    await answer('Every network')
    expect(await listed()).toMatchObject([
      { ordinal: 1, text: 'Does the drop follow the network or the laptop? Every network' },
    ])
    await answer('not tested')
    expect(await listed()).toEqual([])
  })
})

test('an item without an answer, an unknown one and another session’s can’t be promoted', async () => {
  const other = await openSession(mara)
  await answer('Yes, only there')
  expect(await promote(check)).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect((await promote(crypto.randomUUID())).status).toBe(404)
  expect((await promote('nonsense')).status).toBe(404)
  expect((await mara.post(`/ai-sessions/${other.id}/facts/promote`, { item_id: question })).status).toBe(404)
})

test.each(['not tested', 'Unknown', 'n/a', '?', 'I don’t know.'])(
  'the answer “%s” establishes nothing, without a model',
  async (words) => {
    await answer(words)
    const asked = product.model.requests().length
    expect(await promote(question)).toMatchObject({ status: 422, body: { code: 'no_fact' } })
    expect(product.model.requests()).toHaveLength(asked)
  },
)

test('of a long output the model reads its start and its end, and how much is left out', async () => {
  await record(`Reason Code: 22\n${'x'.repeat(99_900)}\nthe last line`)
  synthesis('NPS logs reason code 22.')
  expect(await promote(check)).toMatchObject({ status: 201, body: { text: 'NPS logs reason code 22.' } })
  const read = product.model.requests().at(-1)?.last_user_text ?? ''
  expect(read.length).toBeLessThan(7000)
  expect(read).toContain('Reason Code: 22')
  expect(read).toContain('the last line')
  expect(read).toMatch(/\[… 9\d{4} characters left out here …\]/)
})

test('a request for a fact is told to the small model, with its rules before a cache breakpoint', async () => {
  await answer('Only there')
  synthesis('Only there.')
  await promote(question)
  const { body } = product.model.requests().at(-1) ?? {}
  expect(body?.model).toBe('claude-haiku-5-5')
  expect(body?.system).toMatchObject([{ cache_control: { type: 'ephemeral' } }])
})
