import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batchInAccount, inAccount, inSignIn } from '../../db/in-account.ts'
import { accountSettings } from '../../db/schema/account-settings.ts'
import { aiCalls } from '../../db/schema/ai-calls.ts'
import { aiMessages } from '../../db/schema/ai-messages.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'
import { newAccount, openEveryDatabase } from './every-database.ts'

const { every, close } = await openEveryDatabase()
afterAll(close)

const awkward = `'"\\ $1 %s -- /* \n\t\r {a,b} NULL null \u2028 ünïcödé 日本語 👩‍💻 ${'x'.repeat(100_000)}`

const json_values: unknown[] = [
  'a string',
  '',
  '123',
  'null',
  'true',
  '{"not": "an object"}',
  awkward,
  0,
  -1.5,
  1e21,
  9007199254740991,
  true,
  false,
  [],
  [1, '2', null, false, [[]], {}],
  {},
  { 'a key': null, deeper: { list: [awkward] } },
]

describe.each(every)('on $name', ({ database }) => {
  let mara: Awaited<ReturnType<typeof newAccount>>
  let account_id = ''
  beforeAll(async () => {
    mara = await newAccount(database, 'Mara Reyes')
    account_id = mara.account_id
  })

  test('a JSON value is read as it was written, whether a string, a number, a list, a truth or nothing', async () => {
    for (const value of json_values) {
      const preferences = value as Record<string, unknown>
      const [, [kept]] = await batchInAccount(database, { account_id }, (tx) => [
        tx
          .insert(accountSettings)
          .values({ account_id, preferences })
          .onConflictDoUpdate({ target: accountSettings.account_id, set: { preferences } }),
        tx.select({ preferences: accountSettings.preferences }).from(accountSettings),
      ])
      expect(kept?.preferences).toEqual(value)
    }
  })

  test('no JSON value is null in the column, and the JSON value null is null too', async () => {
    const titled = { account_id, title: 'no ticket' }
    const [[none], [json_null]] = await batchInAccount(database, { account_id }, (tx) => [
      tx
        .insert(aiSessions)
        .values({ ...titled, ticket: null })
        .returning(),
      tx
        .insert(aiSessions)
        .values({ ...titled, ticket: sql`'null'::jsonb` })
        .returning(),
    ])
    expect([none?.ticket, json_null?.ticket]).toEqual([null, null])
    const [absent] = await batchInAccount(database, { account_id }, (tx) => [
      tx.select({ id: aiSessions.id }).from(aiSessions).where(isNull(aiSessions.ticket)),
    ])
    expect(absent).toEqual([{ id: none?.id }])
  })

  test('text is read as it was written, with quotes, backslashes, emoji and 100,000 letters', async () => {
    const [[written], found] = await batchInAccount(database, { account_id }, (tx) => [
      tx.insert(aiSessions).values({ account_id, title: awkward, problem: '' }).returning(),
      tx.select({ problem: aiSessions.problem }).from(aiSessions).where(eq(aiSessions.title, awkward)),
    ])
    expect(written?.title).toBe(awkward)
    expect(found).toEqual([{ problem: '' }])
  })

  test('a moment is RFC 3339 in UTC to the millisecond, whatever zone it was written in', async () => {
    const title = 'moments'
    const [[session]] = await batchInAccount(database, { account_id }, (tx) => [
      tx
        .insert(aiSessions)
        .values({
          account_id,
          title,
          resolved_at: '2026-11-22T15:05:00.123Z',
          resolution_note_posted_at: '2026-11-22T15:05:00+05:30',
        })
        .returning(),
    ])
    expect(session).toMatchObject({
      resolved_at: '2026-11-22T15:05:00.123Z',
      resolution_note_posted_at: '2026-11-22T09:35:00.000Z',
      escalation_package_posted_at: null,
    })
    expect(session?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(session?.created_at).toBe(session?.updated_at)
  })

  test('a moment of sign-in is a Date, to the millisecond', async () => {
    const created_at = new Date('2026-03-01T23:59:59.999Z')
    const handle = inSignIn(database)
    await handle.update(members).set({ created_at }).where(eq(members.user_id, mara.user_id))
    const [member] = await handle
      .select()
      .from(members)
      .where(and(eq(members.user_id, mara.user_id), eq(members.created_at, created_at)))
    expect(member?.created_at).toEqual(created_at)
  })

  test('a number is a number to its last digit, and an unknown one is null', async () => {
    const [[call], counted] = await inAccount(database, { account_id }, async (tx) => [
      await tx
        .insert(aiCalls)
        .values({
          account_id,
          purpose: 'chat',
          model: 'm',
          duration_ms: 2_147_483_647,
          input_tokens: 0,
          output_tokens: -1,
          cost_cents: 0.1 + 0.2,
        })
        .returning(),
      await tx.select({ calls: sql<number>`count(*)`.mapWith(Number) }).from(aiCalls),
    ])
    expect(call).toMatchObject({
      duration_ms: 2_147_483_647,
      input_tokens: 0,
      output_tokens: -1,
      cache_read_input_tokens: null,
      cost_cents: 0.1 + 0.2,
    })
    expect(counted).toEqual([{ calls: 1 }])
  })

  test('the order of messages is a number that grows', async () => {
    const session = { id: crypto.randomUUID(), account_id, title: 'positions' }
    const message = { account_id, session_id: session.id, role: 'user', content: 'hello', status: 'complete' } as const
    const [, messages] = await batchInAccount(database, { account_id }, (tx) => [
      tx.insert(aiSessions).values(session),
      tx.insert(aiMessages).values([message, message]).returning({ position: aiMessages.position }),
    ])
    const [first, second] = messages.map(({ position }) => position)
    expect(first).toBeTypeOf('number')
    expect(second).toBe((first ?? 0) + 1)
  })

  test.each([true, false])('a truth goes in and comes out as itself: %s', async (truth) => {
    const handle = inSignIn(database)
    await handle.update(users).set({ email_verified: truth }).where(eq(users.id, mara.user_id))
    const [user] = await handle.select().from(users).where(eq(users.id, mara.user_id))
    expect(user?.email_verified).toBe(truth)
    const isMara = sql`${users.id} = ${mara.user_id} and ${eq(users.email_verified, truth)}`
    expect(await handle.select({ id: users.id }).from(users).where(isMara)).toEqual([{ id: mara.user_id }])
  })

  test('what no column types is text, but for truths and null', async () => {
    const [[raw]] = await batchInAccount(database, { account_id }, (tx) => [
      tx.execute(sql`
        select 1::int, 2::bigint, 3.50::numeric, 0.1::float8, 'text', true, ${false}::boolean, null,
          ${account_id}::uuid, '{"a": [1]}'::jsonb, '2026-11-22'::date, ${7}::int + 1`),
    ])
    const text = ['1', '2', '3.50', '0.1', 'text', true, false, null, account_id]
    expect(raw).toEqual([...text, '{"a": [1]}', '2026-11-22', '8'])
  })
})
