import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScriptedReply } from '../../harness/scripted-reply.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { noteDraft, openVpnSession, preview, textsOf, vpn_facts } from './artifacts.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const draft = noteDraft({ problem: [{ text: 'Office laptops lost the VPN.', cites: ['F1'] }] })
const long = JSON.stringify({ problem: [{ text: `Office laptops ${'x'.repeat(100_000)}`, cites: ['F1'] }] })

const broken: [string, ScriptedReply, RegExp][] = [
  ['takes longer than the engineer can wait', { ...draft, hang: true }, /did not answer in time/],
  ['refuses', { ...draft, stop_reason: 'refusal' }, /declined/],
  ['answers prose', { text: 'I am sorry, but there is little to say about this.' }, /no draft/],
  ['answers {}', { text: '{}' }, /no draft/],
  ['answers empty sections', { text: '{"problem": [], "root_cause": []}' }, /no draft/],
  ['answers 100 KB', { text: long }, /no draft/],
  ['answers another shape', { text: '{"problem": "The laptops", "resolution": [1, 2]}' }, /no draft/],
  ['answers half of it', { text: '{"problem": [{"text": "Office lap' }, /no draft/],
  ['answers nothing', { text: '' }, /no draft/],
  ['is overloaded', { error: { status: 400, type: 'invalid_request_error' } }, /did not accept/],
  ['refuses the key', { error: { status: 401, type: 'authentication_error' } }, /ANTHROPIC_API_KEY/],
]

test.concurrent.each(broken)(
  'with a model that %s the note still comes, from the state, and says so',
  async (_, reply, reason) => {
    const { id } = await openVpnSession(product, mara)
    product.model.replyTo(id, reply)
    await mara.patch(`/ai-sessions/${id}`, { title: `VPN drops ${id}` })
    const start = performance.now()
    const note = await preview(mara, id)
    expect(note.status).toBe(200)
    expect(performance.now() - start).toBeLessThan(30_000)
    expect(note.body).toMatchObject({ written_by: 'state', from_cache: false, dropped: [] })
    expect(note.body.state_reason).toMatch(reason)
    expect(textsOf(note, 'What we confirmed')).toEqual(vpn_facts)

    // What failed is not remembered: the next preview asks again.
    product.model.replyTo(id, draft)
    expect((await preview(mara, id)).body.written_by).toBe('model')
  },
  60_000,
)

test('a draft behind a code fence, or with words around it, is read', async () => {
  const { id } = await openVpnSession(product, mara)
  product.model.reply({ text: `Here it is:\n\`\`\`json\n${draft.text}\n\`\`\`` })
  expect((await preview(mara, id)).body.written_by).toBe('model')
})
