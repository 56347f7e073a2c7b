import { afterAll, beforeAll, expect, test } from 'vitest'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct()
afterAll(product.close)

const none = {
  input_tokens: null,
  output_tokens: null,
  cache_creation_input_tokens: null,
  cache_read_input_tokens: null,
  cost_cents: null,
}
const call = (purpose: string, model: string, created_at: string, counters: object = {}) => ({
  id: crypto.randomUUID(),
  purpose,
  model,
  created_at,
  duration_ms: 5,
  ...none,
  ...counters,
})

let mara: Person
beforeAll(async () => {
  // A database that lives in another time zone counts the same days.
  await product.admin.unsafe(
    `alter role flowpilot_api in database ${product.database.name} set timezone = 'Asia/Tokyo'`,
  )
  mara = await signUpMara(product)
  const { account_id } = await idsOf(mara)
  const full = { input_tokens: 100, output_tokens: 10, cache_creation_input_tokens: 300, cache_read_input_tokens: 600 }
  const calls = [
    call('chat', 'claude-sonnet-5-5', '2026-11-20T10:00:00Z', { ...full, cost_cents: 1.5 }),
    call('chat', 'claude-sonnet-5-5', '2026-11-21T10:00:00Z', { ...full, cost_cents: 0.5 }),
    call('chat', 'llama-4', '2026-11-21T23:59:59.999Z', { input_tokens: 7, output_tokens: 3 }),
    call('ticket_parse', 'claude-haiku-5-5', '2026-11-22T00:00:00Z'),
  ]
  await product.admin`insert into ai_calls ${product.admin(calls.map((each) => ({ ...each, account_id })))}`
})

const usage = async (query = '', person = mara) => (await person.get(`/ai-usage${query}`)).body

test('the account’s calls are added up, in all, by purpose and by model, and a sum of unknowns stays unknown', async () => {
  const sonnet = {
    calls: 2,
    input_tokens: 200,
    output_tokens: 20,
    cache_creation_input_tokens: 600,
    cache_read_input_tokens: 1200,
    cost_cents: 2,
    cache_share: 0.6,
  }
  const llama = { ...none, calls: 1, input_tokens: 7, output_tokens: 3, cache_share: null }
  const nothing = { ...none, calls: 1, cache_share: null }
  const chat = { ...sonnet, calls: 3, input_tokens: 207, output_tokens: 23, cache_share: 1200 / 2007 }
  expect(await usage()).toEqual({
    totals: { ...chat, calls: 4 },
    by_purpose: [
      { purpose: 'chat', ...chat },
      { purpose: 'ticket_parse', ...nothing },
    ],
    by_model: expect.arrayContaining([
      { model: 'claude-sonnet-5-5', ...sonnet },
      { model: 'llama-4', ...llama },
      { model: 'claude-haiku-5-5', ...nothing },
    ]),
  })
})

test.each([
  ['?from=2026-11-21T10:00:00Z', 3],
  ['?from=2026-11-21T11:00:00%2B01:00', 3],
  ['?from=2026-11-22', 1],
  ['?to=2026-11-22', 3],
  ['?from=2026-11-21&to=2026-11-22', 2],
  ['?from=2026-11-23', 0],
])('%s takes the calls from that moment on, until before that moment, in UTC', async (query, calls) => {
  expect(await usage(query)).toMatchObject({ totals: { calls } })
})

test('no calls are no calls, and what they used is unknown', async () => {
  const nothing = { ...none, calls: 0, cache_share: null }
  expect(await usage('', await signUpDario(product))).toEqual({ totals: nothing, by_purpose: [], by_model: [] })
})

test('what is no moment is refused', async () => {
  for (const path of ['from', 'to']) {
    const refused = await mara.get(`/ai-usage?${path}=yesterday`)
    expect(pathsOf(expectProblem(refused, 422, 'invalid'))).toEqual([path])
  }
})
