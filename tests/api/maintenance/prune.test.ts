import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prune } from '../../../api/maintenance/prune.ts'
import { endOf, follow, namesOf, proseOf, say, turnOf } from '../chat/turns.ts'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)
const { admin } = product

let mara: Person
let account_id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  account_id = (await idsOf(mara)).account_id
})

const count = async (table: string) => Number((await admin.unsafe(`select count(*) from ${table}`))[0]?.count)

describe('the events of a turn', () => {
  const openTurn = async (reply: object) => {
    const { id } = await openSession(mara)
    product.model.reply(reply)
    return { id, live: await say(mara, id, 'The VPN drops.') }
  }
  const endedTwoDaysAgo = (turn_id: string) =>
    admin`update ai_turns set ended_at = now() - interval '2 days' where id = ${turn_id}`

  test('go a day after its end, and it replays as its message, whole to a new reader, its end to one who had begun', async () => {
    const { id, live } = await openTurn({ text: 'Since when?\n\nAnd on which laptops?' })
    const { turn_id } = turnOf(live)
    await prune(product.deps)
    expect(await follow(mara, id, turn_id)).toEqual(live)

    await endedTwoDaysAgo(turn_id)
    await prune(product.deps)
    expect(await count(`ai_turn_events where turn_id = '${turn_id}'`)).toBe(0)
    const again = await follow(mara, id, turn_id)
    expect(namesOf(again)).toEqual(['turn', 'text', 'done'])
    expect(again.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(proseOf(again)).toBe(proseOf(live))
    expect(turnOf(again)).toEqual(turnOf(live))
    expect(again.at(-1)?.data).toEqual(endOf(live))
    const rest = await follow(mara, id, turn_id, '?last_event_id=2')
    expect(rest).toEqual([{ ...again.at(-1), id: 3 }])
  })

  test('of a failed turn end with its failure', async () => {
    const { id, live } = await openTurn({ error: { status: 400, type: 'invalid_request_error' } })
    const { turn_id } = turnOf(live)
    await endedTwoDaysAgo(turn_id)
    await prune(product.deps)
    const again = await follow(mara, id, turn_id)
    expect(namesOf(again)).toEqual(['turn', 'error'])
    expect(again.at(-1)?.data).toEqual(live.at(-1)?.data)
  })

  test('of more turns than one transaction takes all go', async () => {
    const { id, live } = await openTurn({ text: 'Since when?' })
    const { turn_id } = turnOf(live)
    await admin`
      insert into ai_turns (id, account_id, session_id, user_message_id, assistant_message_id, status, lease_expires_at, ended_at)
      select gen_random_uuid(), account_id, session_id, user_message_id, assistant_message_id, 'done', now(), now() - interval '3 days'
      from ai_turns, generate_series(1, 450) where id = ${turn_id}`
    await admin`
      insert into ai_turn_events (account_id, turn_id, id, event, data)
      select account_id, id, 1, 'text', '{"delta": "x"}' from ai_turns where session_id = ${id} and id <> ${turn_id}`
    await prune(product.deps)
    const left = await admin`
      select distinct turn_id from ai_turn_events join ai_turns on ai_turns.id = turn_id where session_id = ${id}`
    expect(left).toEqual([{ turn_id }])
  })
})

test('calls to the model are added up by day after 90 days, and the usage stays the same', async () => {
  const call = (days: number, model: string, input: number | null) => admin`
    insert into ai_calls (id, account_id, purpose, model, input_tokens, output_tokens, duration_ms, cost_cents, created_at)
    values (gen_random_uuid(), ${account_id}, 'chat', ${model}, ${input}, 10, 5, 0.25, now() - make_interval(days => ${days}))`
  for (const days of [1, 89, 100, 100, 101]) await call(days, 'claude-sonnet-5-5', 7)
  await call(100, 'local', null)
  await call(100, 'local', null)
  const usage = async (query = '') => (await mara.get<object>(`/ai-usage${query}`)).body
  const [before, days] = [await usage(), await count(`ai_calls where account_id = '${account_id}'`)]
  const from = new Date(Date.now() - 100.5 * 86_400_000).toISOString()
  const sinceThen = await usage(`?from=${from.slice(0, 10)}`)
  await prune(product.deps)
  expect(await count(`ai_calls where account_id = '${account_id}'`)).toBe(days - 5)
  expect(await count(`ai_usage_days where account_id = '${account_id}'`)).toBe(3)
  expect(await usage()).toEqual(before)
  expect(await usage(`?from=${from.slice(0, 10)}`)).toEqual(sinceThen)

  // A call that was written late is added to its day.
  await call(100, 'local', 3)
  const later = await usage()
  await prune(product.deps)
  expect(await usage()).toEqual(later)
})

test('what is over of sign-in, old keys and old sightings go; what still holds stays', async () => {
  const { id } = await openSession(mara)
  const { user_id } = await idsOf(mara)
  await admin`insert into logins (id, user_id, token, expires_at) values
    (gen_random_uuid(), ${user_id}, 'over', now() - interval '1 minute'), (gen_random_uuid(), ${user_id}, 'holds', now() + interval '1 hour')`
  await admin`insert into verifications (id, identifier, value, expires_at) values (gen_random_uuid(), 'x', 'x', now() - interval '1 minute')`
  await admin`insert into idempotency_keys (account_id, scope, key, body_hash, created_at) values
    (${account_id}, 'POST /', 'old', '', now() - interval '73 hours'), (${account_id}, 'POST /', 'kept', '', now() - interval '71 hours')`
  for (const [kind, days] of [
    ['resolution_note', 31],
    ['escalation_package', 1],
  ] as const) {
    await admin`insert into ticket_sightings (account_id, session_id, user_id, kind, ticket, seen_at)
      values (${account_id}, ${id}, ${user_id}, ${kind}, '{}', now() - make_interval(days => ${days}))`
  }
  await prune(product.deps)
  expect(await admin`select token from logins where token in ('over', 'holds')`).toEqual([{ token: 'holds' }])
  expect(await count('verifications')).toBe(0)
  expect(await admin`select key from idempotency_keys where scope = 'POST /'`).toEqual([{ key: 'kept' }])
  expect(await admin`select kind from ticket_sightings where session_id = ${id}`).toEqual([
    { kind: 'escalation_package' },
  ])
  expect((await mara.get('/me')).status).toBe(200)
})

test('closed sessions go after the account’s retention, with all that is theirs; open ones and the audit trail stay', async () => {
  const dario = await signUpDario(product)
  const rival = await idsOf(dario)
  const ofStatus = async (person: Person, status: string, days: number) => {
    const { id } = await openSession(person, { problem: `${status} ${days}` })
    await person.post(`/ai-sessions/${id}/facts`, { text: 'The tunnel drops' })
    await admin`update ai_sessions set status = ${status}, updated_at = now() - make_interval(days => ${days}),
      resolved_at = case when ${status} = 'resolved' then now() - make_interval(days => ${days}) end where id = ${id}`
    return id
  }
  const old = [
    await ofStatus(mara, 'resolved', 41),
    await ofStatus(mara, 'escalated', 41),
    await ofStatus(mara, 'abandoned', 41),
  ]
  const kept = [
    await ofStatus(mara, 'resolved', 39),
    await ofStatus(mara, 'active', 400),
    await ofStatus(mara, 'paused', 400),
  ]
  const theirs = await ofStatus(dario, 'resolved', 400)
  const unsettled = await ofStatus(mara, 'resolved', 41)
  await admin`
    insert into write_backs (id, account_id, session_id, kind, reference, provider, ticket_ref, markdown, parts, note_kinds)
    values (gen_random_uuid(), ${account_id}, ${unsettled}, 'resolution_note', 'FP-9', 'builtin', '1', '', '[]', '[]')`
  const all = async () =>
    (await admin`select id from ai_sessions where id = any(${[...old, ...kept, theirs, unsettled]}::uuid[])`).length
  await prune(product.deps)
  expect(await all()).toBe(8)

  expect((await mara.patch('/account/settings', { preferences: { retention_days: 40 } })).status).toBe(200)
  const events = await count(`audit_events where account_id = '${account_id}'`)
  await prune(product.deps)
  expect(await all()).toBe(5)
  for (const id of old) expect((await mara.get(`/ai-sessions/${id}`)).status).toBe(404)
  for (const id of kept) expect((await readPage(mara, id)).facts).toHaveLength(1)
  expect((await readPage(dario, theirs)).session.id).toBe(theirs)
  expect(await count(`session_facts where session_id = '${old[0]}'`)).toBe(0)
  expect(await count(`audit_events where account_id = '${account_id}'`)).toBe(events + 1)
  const [event] =
    await admin`select detail from audit_events where account_id = ${account_id} and action = 'sessions.deleted'`
  expect(event?.detail).toEqual({ sessions: 3, retention_days: 40 })
  expect(await count(`audit_events where account_id = '${rival.account_id}' and action = 'sessions.deleted'`)).toBe(0)
})

test.each([29, 3651, 30.5, 'forever'])('retention_days of %s is refused', async (retention_days) => {
  expect((await mara.patch('/account/settings', { preferences: { retention_days } })).status).toBe(422)
})

test('of two processes at once one prunes an account, and nothing is added up twice', async () => {
  await admin`insert into ai_calls (id, account_id, purpose, model, input_tokens, duration_ms, created_at)
    select gen_random_uuid(), ${account_id}, 'chat', 'twice', 1, 1, now() - interval '200 days' from generate_series(1, 300)`
  await Promise.all([prune(product.deps), prune(product.deps), prune(product.deps)])
  const days =
    await admin`select calls, input_tokens from ai_usage_days where account_id = ${account_id} and model = 'twice'`
  expect(days).toEqual([{ calls: 300, input_tokens: 300 }])
})
