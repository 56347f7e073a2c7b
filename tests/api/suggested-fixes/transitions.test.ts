import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SuggestedFix } from '../../../api/suggested-fixes/schemas.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let account_id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  account_id = (await idsOf(mara)).account_id
})

type Status = SuggestedFix['status']
const acts = [
  'one_off',
  'draft_template',
  'build_template',
  'dismissed',
  'apply',
  'worked',
  'partial',
  'failed',
  'awaiting',
] as const
type Act = (typeof acts)[number]

const outcomes = ['worked', 'partial', 'failed', 'awaiting'] as const
const decided = ['already_decided', 'already_decided', 'already_decided', 'already_decided'] as const
const gone = acts.map(() => 'conflict' as const)

/** What each of `acts` makes of a fix in this state, or the code of its refusal. */
const table: Record<Status, readonly string[]> = {
  proposed: ['applied', 'applied', 'proposed', 'dismissed', 'applied', ...outcomes],
  applied: ['applied', 'applied', 'applied', 'conflict', 'applied', ...outcomes],
  worked: [...decided, 'worked', ...outcomes],
  partial: [...decided, 'partial', ...outcomes],
  failed: [...decided, 'failed', ...outcomes],
  awaiting: [...decided, 'awaiting', ...outcomes],
  dismissed: gone.map((code, at) => (acts[at] === 'dismissed' ? 'dismissed' : code)),
}
const statuses = Object.keys(table) as Status[]
const cases = statuses.flatMap((status) => acts.map((act, at) => [status, act, table[status][at]] as const))

/** A session with a fix that has come so far. */
async function fixThatIs(status: Status, { superseded = false, user_decision = null as string | null } = {}) {
  const { id: session_id } = await openSession(mara)
  const id = randomUUID()
  const was_run = status !== 'proposed' && status !== 'dismissed'
  await product.admin`insert into session_suggested_fixes ${product.admin({
    id,
    account_id,
    session_id,
    title: 'Restart NPS',
    description: 'It hangs.',
    confidence: 80,
    script: { language: 'powershell', body: 'Restart-Service IAS' },
    status,
    user_decision: status === 'dismissed' ? 'dismissed' : user_decision,
    outcome_note: status === 'awaiting' ? 'The reboot at noon' : null,
    applied_at: was_run ? '2026-11-20T10:00:00Z' : null,
    superseded_at: superseded ? '2026-11-20T11:00:00Z' : null,
  })}`
  return { session_id, path: `/ai-sessions/${session_id}/suggested-fixes/${id}`, id }
}

type Fix = Awaited<ReturnType<typeof fixThatIs>>

async function take(fix: Fix, act: Act) {
  if (act === 'apply') return await mara.post(`${fix.path}/apply`, {})
  const is_outcome = (outcomes as readonly string[]).includes(act)
  if (!is_outcome) return await mara.post(`${fix.path}/decision`, { decision: act })
  return await mara.post(`${fix.path}/outcome`, { outcome: act, note: 'The reboot at noon' })
}

const rowOf = async ({ id }: Fix) => (await product.admin`select * from session_suggested_fixes where id = ${id}`)[0]
const draftsOf = async ({ session_id }: Fix) =>
  await product.admin`select id from draft_templates where session_id = ${session_id}`
const versionOf = async ({ session_id }: Fix) => (await readPage(mara, session_id)).session.state_version

/** The status that the fix has then, or the code of the refusal. */
async function resultOf(fix: Fix, act: Act): Promise<string> {
  const before = await rowOf(fix)
  const { status, body } = (await take(fix, act)) as { status: number; body: { code: string } }
  const after = await rowOf(fix)
  if (status === 200) return after?.status
  expect({ status, after }).toEqual({ status: 409, after: before })
  return body.code
}

test.each(cases)('a fix that is %s takes %s: %s', async (status, act, expected) => {
  expect(await resultOf(await fixThatIs(status), act)).toBe(expected)
})

test.each(acts)('a superseded fix that was not run takes no %s', async (act) => {
  expect(await resultOf(await fixThatIs('proposed', { superseded: true }), act)).toBe('superseded')
})

describe.each(['applied', 'awaiting', 'failed'] as const)('a superseded fix that is %s', (status) => {
  test.each(acts)('is judged and no more: %s', async (act) => {
    const expected = (outcomes as readonly string[]).includes(act) ? act : 'superseded'
    expect(await resultOf(await fixThatIs(status, { superseded: true }), act)).toBe(expected)
  })
})

test.each([
  ['one_off', 'proposed'],
  ['build_template', 'proposed'],
  ['dismissed', 'proposed'],
  ['apply', 'proposed'],
  ['worked', 'applied'],
  ['awaiting', 'applied'],
] as const)('%s again changes nothing', async (act, status) => {
  const fix = await fixThatIs(status)
  await take(fix, act)
  const [row, version] = [await rowOf(fix), await versionOf(fix)]
  expect((await take(fix, act)).status).toBe(200)
  expect([await rowOf(fix), await versionOf(fix)]).toEqual([row, version])
})

test('the same decision with another script changes nothing either', async () => {
  const fix = await fixThatIs('proposed')
  await take(fix, 'one_off')
  const row = await rowOf(fix)
  const other = { language: 'powershell', body: 'Stop-Service IAS' }
  expect((await mara.post(`${fix.path}/decision`, { decision: 'one_off', script: other })).status).toBe(200)
  expect(await rowOf(fix)).toEqual(row)
})

test('a fix makes one draft, whatever was decided between', async () => {
  const fix = await fixThatIs('proposed')
  expect(await resultOf(fix, 'draft_template')).toBe('applied')
  expect(await resultOf(fix, 'draft_template')).toBe('already_decided')
  expect(await resultOf(fix, 'one_off')).toBe('applied')
  expect(await resultOf(fix, 'draft_template')).toBe('already_decided')
  expect(await draftsOf(fix)).toHaveLength(1)
})

test('of two who templatize at once one makes the draft', async () => {
  const fix = await fixThatIs('proposed')
  const answers = await Promise.all([take(fix, 'draft_template'), take(fix, 'draft_template')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await draftsOf(fix)).toHaveLength(1)
})

test('an outcome that is said again without words keeps the words, and another outcome does not', async () => {
  const fix = await fixThatIs('applied')
  const judge = (body: object) => mara.post<SuggestedFix>(`${fix.path}/outcome`, body)
  await judge({ outcome: 'partial', note: 'Two laptops of three' })
  expect((await judge({ outcome: 'partial' })).body.outcome_note).toBe('Two laptops of three')
  expect((await judge({ outcome: 'worked' })).body).toMatchObject({ status: 'worked', outcome_note: null })
})
