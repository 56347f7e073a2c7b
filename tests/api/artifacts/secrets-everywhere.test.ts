import { afterAll, beforeAll, expect, test } from 'vitest'
import { block } from '../chat/turns.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'
import { noteDraft, preview } from './artifacts.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

/** Where the requests and the log were when a test began: others have the same secrets. */
type Since = { requests: number; lines: number }
const nowOn = (): Since => ({ requests: product.model.requests().length, lines: product.logged.length })

/** Everything that left the session, or was kept of what did; a note and parameters are the engineer's own. */
async function leaves(id: string, since: Since, stream: unknown, previews: unknown): Promise<Record<string, string>> {
  const { account_id } = await idsOf(mara)
  const rows =
    await product.admin`select * from artifact_previews where account_id = ${account_id} and session_id = ${id}`
  const events = await product.admin`
    select data from ai_turn_events where turn_id in (select id from ai_turns where session_id = ${id})`
  const [fix] = await product.admin`
    select title, description, script from session_suggested_fixes where session_id = ${id}`
  const said = await product.admin`select content, reply from ai_messages where session_id = ${id}`
  return {
    'the fix': JSON.stringify(fix),
    'the messages': JSON.stringify(said),
    'requests to the model': JSON.stringify(
      product.model
        .requests()
        .slice(since.requests)
        .map(({ body }) => body),
    ),
    stream: JSON.stringify(stream),
    'log of the stream': JSON.stringify(events),
    previews: JSON.stringify(previews),
    'rows of the previews': JSON.stringify(rows),
    logs: product.logged.slice(since.lines).join('\n'),
  }
}

test('a parameter that its template marks as secret is taken out by its value, wherever it reappears', async () => {
  const { account_id } = await idsOf(mara)
  const parameters_schema = { parameters: [{ key: 'phrase', label: 'Phrase', type: 'secret', required: true }] }
  const [template] = await product.admin`
    insert into script_templates (id, account_id, name, category, language, body, parameters_schema)
    values (gen_random_uuid(), ${account_id}, 'Set a tunnel', 'VPN', 'powershell', 'Set-Tunnel', ${product.admin.json(parameters_schema)})
    returning id`
  // Nothing about it looks like a secret, and it comes in pieces.
  const secret = 'seven quiet herons'
  const since = nowOn()
  const { id } = await openSession(mara, { title: 'VPN drops after MFA' })
  const fix = { title: 'Set it again', description: `It was ${secret} before.`, confidence: 80 }
  product.model.reply({
    text: [block('SUGGEST_FIX', { ...fix, script_template_id: template?.id, parameters: { phrase: secret } })],
  })
  await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: 'It drops.' }))
  await mara.post(`/ai-sessions/${id}/facts`, { text: `The tunnel was set up with ${secret} on both sides` })
  product.model.reply({ text: ['I see: seven', ' quiet her', 'ons it was.'], delay_ms: 300 })
  const stream = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: `So it is ${secret}.` }))
  product.model.reply(noteDraft({ problem: [{ text: 'The tunnel was set up on both sides.', cites: ['F1'] }] }))
  const note = await preview(mara, id)
  expect(note.body.markdown).toContain('The tunnel was set up with •••••• on both sides')
  const places = await leaves(id, since, stream, note.body)
  for (const [place, all] of Object.entries(places)) expect(all.includes(secret), place).toBe(false)
})
