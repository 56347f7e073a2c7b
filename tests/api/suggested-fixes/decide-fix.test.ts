import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SuggestedFix, suggestedFixSchema } from '../../../api/suggested-fixes/schemas.ts'
import { block, say } from '../chat/turns.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

const script = { language: 'powershell', body: 'Get-Service -Name IAS' }

let mara: Person
let id: string
let fixes: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
  fixes = `/ai-sessions/${id}/suggested-fixes`
})

/** The fix that a reply suggests. */
async function suggest(title: string, more: object = { script }): Promise<SuggestedFix> {
  product.model.reply({ text: block('SUGGEST_FIX', { title, description: 'Because.', confidence: 80, ...more }) })
  await say(mara, id, 'What now?')
  return (await mara.get<SuggestedFix>(`${fixes}/active`)).body
}
type Decided = { suggested_fix: SuggestedFix; draft_template_id: string | null }
const decide = (fix: SuggestedFix, body: object) => mara.post<Decided>(`${fixes}/${fix.id}/decision`, body)
const judge = (fix: SuggestedFix, body: object) => mara.post<SuggestedFix>(`${fixes}/${fix.id}/outcome`, body)
const active = () => mara.get<SuggestedFix>(`${fixes}/active`)

test('a session without a fix has none active, and an empty history', async () => {
  expect((await active()).status).toBe(404)
  expect(await mara.get(fixes)).toMatchObject({ status: 200, body: { items: [] } })
})

test('a fix is applied when the engineer says that he ran it, not when it is suggested or looked at', async () => {
  const fix = await suggest('Restart NPS')
  expect(suggestedFixSchema.strict().parse(fix)).toMatchObject({ status: 'proposed', applied_at: null })
  expect((await active()).body.applied_at).toBeNull()
  const applied = await mara.post<SuggestedFix>(`${fixes}/${fix.id}/apply`, {})
  expect(applied).toMatchObject({ status: 200, body: { status: 'applied' } })
  const again = await mara.post<SuggestedFix>(`${fixes}/${fix.id}/apply`, {})
  expect(again.body.applied_at).toBe(applied.body.applied_at)
})

describe('a decision', () => {
  test('to run it once applies it', async () => {
    const { body } = await decide(await suggest('Restart NPS'), { decision: 'one_off' })
    expect(body).toMatchObject({
      suggested_fix: { user_decision: 'one_off', status: 'applied' },
      draft_template_id: null,
    })
    expect(body.suggested_fix.applied_at).not.toBeNull()
  })

  test('to templatize it later applies it and keeps its script as a pending draft', async () => {
    const { body } = await decide(await suggest('Restart NPS'), { decision: 'draft_template' })
    const [draft] = await product.admin`select * from draft_templates where id = ${body.draft_template_id}`
    expect(draft).toMatchObject({ name: 'Restart NPS', status: 'pending', body: script.body, session_id: id })
    expect(body.suggested_fix.status).toBe('applied')
  })

  test('to build a template does not apply it', async () => {
    const { body } = await decide(await suggest('Restart NPS'), { decision: 'build_template' })
    expect(body.suggested_fix).toMatchObject({ user_decision: 'build_template', status: 'proposed', applied_at: null })
  })

  test('to run a fix without a script needs one, and takes the engineer’s', async () => {
    const fix = await suggest('Do it by hand', {})
    const refused = await decide(fix, { decision: 'one_off' })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'script' }] } })
    const { body } = await decide(fix, { decision: 'one_off', script })
    expect(body.suggested_fix).toMatchObject({ script, status: 'applied' })
  })

  test('to dismiss it leaves no fix active, and the history keeps it', async () => {
    const fix = await suggest('Restart NPS')
    expect((await decide(fix, { decision: 'dismissed' })).body.suggested_fix.status).toBe('dismissed')
    expect((await active()).status).toBe(404)
    expect(await mara.get(fixes)).toMatchObject({ body: { items: [{ id: fix.id, status: 'dismissed' }] } })
    expect(await decide(fix, { decision: 'one_off' })).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})

test('a superseded fix can no longer be decided or applied, and the history has both, newest first', async () => {
  const first = await suggest('Restart NPS')
  const second = await suggest('Renew the certificate')
  for (const refused of [
    await decide(first, { decision: 'one_off' }),
    await mara.post(`${fixes}/${first.id}/apply`, {}),
    await judge(first, { outcome: 'worked' }),
  ]) {
    expect(refused).toMatchObject({ status: 409, body: { code: 'superseded' } })
  }
  const { body } = await mara.get<{ items: SuggestedFix[] }>(fixes)
  expect(body.items.map((fix) => fix.id)).toEqual([second.id, first.id])
  expect(body.items.map(({ superseded_at }) => superseded_at !== null)).toEqual([false, true])
})

describe('an outcome', () => {
  test.each(['worked', 'partial', 'failed'])('%s of a fix that was not applied applies it', async (outcome) => {
    const { body } = await judge(await suggest('Restart NPS'), { outcome, note: 'Two laptops tried.' })
    expect(body).toMatchObject({ status: outcome, outcome_note: 'Two laptops tried.' })
    expect(body.applied_at).not.toBeNull()
  })

  test('that is awaited says what is awaited', async () => {
    const fix = await suggest('Restart NPS')
    expect(await judge(fix, { outcome: 'awaiting' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'note' }] },
    })
    expect((await judge(fix, { outcome: 'awaiting', note: 'The reboot at noon' })).body.status).toBe('awaiting')
  })

  test('that the model proposes is not set before the engineer sets it', async () => {
    const fix = await suggest('Restart NPS')
    product.model.reply({ text: block('FIX_OUTCOME', { outcome: 'worked', reason: 'He says that it stays up.' }) })
    await say(mara, id, 'It stays up.')
    expect((await active()).body).toMatchObject({ status: 'proposed', outcome_proposal: { outcome: 'worked' } })
    expect((await judge(fix, { outcome: 'partial' })).body).toMatchObject({ status: 'partial', outcome_proposal: null })
  })

  test('of an applied fix may still come when a newer one has replaced it', async () => {
    const first = await suggest('Restart NPS')
    await decide(first, { decision: 'one_off' })
    await suggest('Renew the certificate')
    expect((await judge(first, { outcome: 'failed' })).body).toMatchObject({ status: 'failed' })
  })
})

test('every decision is a step of the session’s state, and a resolved session takes none', async () => {
  const fix = await suggest('Restart NPS')
  const before = (await readPage(mara, id)).session.state_version
  await decide(fix, { decision: 'one_off' })
  await judge(fix, { outcome: 'worked' })
  expect((await readPage(mara, id)).session.state_version).toBe(before + 2)
  await product.admin`update ai_sessions set status = 'resolved' where id = ${id}`
  expect(await judge(fix, { outcome: 'failed' })).toMatchObject({ status: 409, body: { code: 'already_resolved' } })
})
