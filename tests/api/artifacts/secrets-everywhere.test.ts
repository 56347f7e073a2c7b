import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block } from '../chat/turns.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { secrets } from '../redaction/secrets.ts'
import { openSession, readPage } from '../sessions.ts'
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

/** Everything that left the session, or was kept of what did. */
async function leaves(id: string, since: Since, stream: unknown, previews: unknown): Promise<Record<string, string>> {
  const { account_id } = await idsOf(mara)
  const rows =
    await product.admin`select * from artifact_previews where account_id = ${account_id} and session_id = ${id}`
  const events = await product.admin`
    select data from ai_turn_events where turn_id in (select id from ai_turns where session_id = ${id})`
  return {
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

// One of each kind; `tests/api/redaction` tries every sample of every kind.
const one_of_each = [...new Map(secrets.map((each) => [each.kind, each])).values()]

describe.each(one_of_each)('$kind', ({ text, secret }) => {
  test('in a fact, an output, a script and a parameter leaves the session nowhere', async () => {
    const since = nowOn()
    const { id } = await openSession(mara, { title: 'VPN drops after MFA', problem: `Office laptops. ${text}` })
    await mara.post(`/ai-sessions/${id}/facts`, { text: `The laptops drop. ${text}`.slice(0, 400) })
    product.model.reply({
      text: [
        block('QUESTIONS', [{ text: 'What does the tunnel say?' }]),
        block('ACTIONS', [{ label: 'Read the configuration' }]),
        block('SUGGEST_FIX', {
          title: 'Set the tunnel again',
          description: `The laptops drop. ${text}`.slice(0, 2000),
          confidence: 80,
          script: { language: 'powershell', body: `Set-Tunnel\n${text}` },
          parameters: { remark: text },
        }),
      ],
    })
    const stream = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: `It drops. ${text}` }))
    const { task_lane, suggested_fix } = await readPage(mara, id)
    const items = [task_lane.questions[0]?.id, task_lane.checks[0]?.id]
    await mara.patch(`/ai-sessions/${id}/task-lane/items/${items[0]}`, { answer: text })
    await mara.patch(`/ai-sessions/${id}/task-lane/items/${items[1]}`, { result: `Line one\n${text}\nLine three` })
    product.model.reply({ text: '{"fact": "The tunnel says so"}' })
    await mara.post(`/ai-sessions/${id}/facts/promote`, { item_id: items[1] })
    product.model.reply({ text: [block('QUESTIONS', [{ text: 'And now?' }])] })
    const second = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { item_ids: items }))
    await mara.post(`/ai-sessions/${id}/suggested-fixes/${suggested_fix?.id}/outcome`, {
      outcome: 'worked',
      note: text,
    })

    const lie = { text: `The laptops drop. ${text}`.slice(0, 500), cites: ['F1'] }
    product.model.reply(noteDraft({ problem: [lie] }), { text: JSON.stringify({ current_hypothesis: [lie] }) })
    const note = await preview(mara, id)
    const escalation = await preview(mara, id, 'escalation-package')
    expect([note.body.written_by, escalation.body.written_by]).toEqual(['model', 'model'])
    expect(note.body.redacted.length).toBeGreaterThan(0)

    const places = await leaves(id, since, [stream, second], [note.body, escalation.body])
    // As it stands in JSON, which escapes what it holds.
    const spelled = JSON.stringify(secret).slice(1, -1)
    for (const [place, all] of Object.entries(places)) {
      expect(all.includes(secret) || all.includes(spelled), place).toBe(false)
    }
  })
})

test('a parameter that its template marks as secret is taken out by its value, wherever it reappears', async () => {
  const { account_id } = await idsOf(mara)
  const parameters_schema = { parameters: [{ key: 'phrase', label: 'Phrase', type: 'secret', required: true }] }
  const [template] = await product.admin`
    insert into script_templates (id, account_id, name, category, language, body, parameters_schema)
    values (gen_random_uuid(), ${account_id}, 'Set a tunnel', 'VPN', 'powershell', 'Set-Tunnel', ${product.admin.json(parameters_schema)})
    returning id`
  // Nothing about it looks like a secret.
  const secret = 'seven quiet herons'
  const since = nowOn()
  const { id } = await openSession(mara, { title: 'VPN drops after MFA' })
  const fix = { title: 'Set it again', description: `It was ${secret} before.`, confidence: 80 }
  product.model.reply({
    text: [block('SUGGEST_FIX', { ...fix, script_template_id: template?.id, parameters: { phrase: secret } })],
  })
  await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: 'It drops.' }))
  await mara.post(`/ai-sessions/${id}/facts`, { text: `The tunnel was set up with ${secret} on both sides` })
  product.model.reply({ text: 'I see.' })
  const stream = await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: `So it is ${secret}.` }))
  product.model.reply(noteDraft({ problem: [{ text: 'The tunnel was set up on both sides.', cites: ['F1'] }] }))
  const note = await preview(mara, id)
  expect(note.body.markdown).toContain('The tunnel was set up with •••••• on both sides')
  const places = await leaves(id, since, stream, note.body)
  for (const [place, all] of Object.entries(places)) expect(all.includes(secret), place).toBe(false)
})

test('at least forty kinds were tried', () => {
  expect(one_of_each.length).toBeGreaterThanOrEqual(40)
})
