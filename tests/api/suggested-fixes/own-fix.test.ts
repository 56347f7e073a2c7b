import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SuggestedFix, suggestedFixSchema } from '../../../api/suggested-fixes/schemas.ts'
import { preview, textsOf } from '../artifacts/artifacts.ts'
import { block, say } from '../chat/turns.ts'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
let fixes: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara, { title: 'Printing' })).id
  fixes = `/ai-sessions/${id}/suggested-fixes`
})

async function suggest(title: string): Promise<SuggestedFix> {
  product.model.replyTo(id, { text: block('SUGGEST_FIX', { title, description: 'Because.', confidence: 80 }) })
  await say(mara, id, `What now? (${id})`)
  return (await mara.get<SuggestedFix>(`${fixes}/active`)).body
}
const add = (body: object, headers = {}) => mara.post<SuggestedFix>(fixes, body, headers)

describe('what the engineer did himself', () => {
  test('worked, is his, and supersedes the fix that was suggested', async () => {
    const suggested = await suggest('Restart the spooler')
    const { status, body } = await add({ title: ' Filled the tray of PRN02 ', cause: 'The tray was empty.' })
    expect(status).toBe(201)
    expect(suggestedFixSchema.strict().parse(body)).toMatchObject({
      title: 'Filled the tray of PRN02',
      cause: 'The tray was empty.',
      confidence: null,
      created_by: (await idsOf(mara)).user_id,
      status: 'worked',
      superseded_at: null,
    })
    expect(body.applied_at).not.toBeNull()
    expect((await readPage(mara, id)).suggested_fix).toEqual(body)
    const all = await mara.get<{ items: SuggestedFix[] }>(fixes)
    expect(all.body.items.map((fix) => [fix.id, fix.created_by !== null, fix.superseded_at !== null])).toEqual([
      [body.id, true, false],
      [suggested.id, false, true],
    ])
  })

  test('leaves a fix that was run before it open to be judged', async () => {
    const suggested = await suggest('Restart the spooler')
    await mara.post(`${fixes}/${suggested.id}/apply`, {})
    await add({ title: 'Filled the tray' })
    const judged = await mara.post(`${fixes}/${suggested.id}/outcome`, { outcome: 'failed' })
    expect(judged).toMatchObject({ status: 200, body: { status: 'failed' } })
  })

  test('is the root cause and the resolution of the note', async () => {
    await suggest('Restart the spooler')
    await add({ title: 'Filled the tray of PRN02', cause: 'The tray was empty' })
    const note = await preview(mara, id)
    expect(textsOf(note, 'Root cause')).toEqual(['The tray was empty'])
    expect(textsOf(note, 'Resolution')).toEqual(['Filled the tray of PRN02. It worked.'])
  })

  test('without a cause leaves the cause unknown', async () => {
    expect((await add({ title: 'Filled the tray', cause: '  ' })).body.cause).toBeNull()
    expect(textsOf(await preview(mara, id), 'Root cause')).toEqual(['Not established.'])
  })

  test('is kept once for each key', async () => {
    const key = { 'idempotency-key': 'one click' }
    const [first, again] = [await add({ title: 'Filled the tray' }, key), await add({ title: 'Filled the tray' }, key)]
    expect(again.body).toEqual(first.body)
    expect((await mara.get<{ items: unknown[] }>(fixes)).body.items).toHaveLength(1)
  })

  test('is a step of the session’s state, and a closed session takes none', async () => {
    const before = (await readPage(mara, id)).session.state_version
    await add({ title: 'Filled the tray' })
    expect((await readPage(mara, id)).session.state_version).toBe(before + 1)
    await product.admin`update ai_sessions set status = 'escalated' where id = ${id}`
    expect(await add({ title: 'Again' })).toMatchObject({ status: 409, body: { code: 'already_escalated' } })
  })

  test.each([
    [{}, 'title'],
    [{ title: ' ' }, 'title'],
    [{ title: 'x'.repeat(301) }, 'title'],
    [{ title: 'x', cause: 'x'.repeat(401) }, 'cause'],
    [{ title: 'x', confidence: 3 }, 'confidence'],
  ])('has a title of at most 300 characters and a cause of at most 400: %#', async (body, path) => {
    expect(await add(body)).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  })

  test('is nobody else’s', async () => {
    const dario = await signUpDario(product)
    expect((await dario.post(fixes, { title: 'Filled the tray' })).status).toBe(404)
  })

  test('is superseded like any other', async () => {
    const own = (await add({ title: 'Filled the tray' })).body
    const next = await suggest('Restart the spooler')
    expect(next.superseded_at).toBeNull()
    const all = await mara.get<{ items: SuggestedFix[] }>(fixes)
    expect(all.body.items.find((fix) => fix.id === own.id)?.superseded_at).not.toBeNull()
  })
})
