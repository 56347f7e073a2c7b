import { afterAll, beforeAll, expect, test } from 'vitest'
import { block } from '../chat/turns.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { readPage } from '../sessions.ts'
import { linesOf, noteDraft, openVpnSession, preview, textsOf, vpn_facts, vpn_fix } from './artifacts.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const package_of = (id: string) => preview(mara, id, 'escalation-package')

/** Two checks of which one was skipped, and a question that was answered. */
async function ask(id: string) {
  product.model.reply({
    text: [
      block('ACTIONS', [
        { label: 'Read the NPS log', command: 'Get-WinEvent' },
        { label: 'Ping the gateway' },
        { label: 'Trace it' },
      ]),
      block('QUESTIONS', [{ text: 'Since when?' }]),
    ],
  })
  await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: 'And now?' }))
  const { task_lane } = await readPage(mara, id)
  const [log, ping] = task_lane.checks
  const path = `/ai-sessions/${id}/task-lane/items`
  await mara.patch(`${path}/${log?.id}`, { result: 'Event 6273\nReason code 22' })
  await mara.patch(`${path}/${ping?.id}`, { status: 'skipped' })
  await mara.patch(`${path}/${task_lane.questions[0]?.id}`, { answer: 'Since Tuesday night' })
}

test('a package has the five sections, and what was tried is always in it', async () => {
  const { id, fix_path } = await openVpnSession(product, mara)
  await mara.post(`${fix_path}/outcome`, { outcome: 'failed', note: 'Two laptops still drop.' })
  await ask(id)
  product.model.reply(noteDraft({ problem: [{ text: 'Office laptops in 10.20.0.0/22 lose the VPN.', cites: ['F1'] }] }))
  const answer = await package_of(id)
  expect(answer.body.sections.map(({ heading }) => heading)).toEqual([
    'Problem',
    "What we've confirmed",
    "What we've tried",
    'Current hypothesis',
    'Suggested next steps',
  ])
  expect(textsOf(answer, "What we've confirmed")).toEqual(vpn_facts)
  expect(textsOf(answer, "What we've tried")).toEqual([
    `${vpn_fix.title}. It did not work: Two laptops still drop. The powershell script:\n\n${vpn_fix.script.body}`,
    'Read the NPS log (Get-WinEvent): Event 6273 · Reason code 22',
    'Ping the gateway: skipped',
    'Since when? Since Tuesday night',
  ])
  expect(textsOf(answer, 'Current hypothesis')).toEqual(['Not established.'])
  expect(textsOf(answer, 'Suggested next steps')).toEqual(['Trace it: still open'])
  expect(answer.body.markdown).toContain(`\n\n  \`\`\`\n  ${vpn_fix.script.body}\n  \`\`\``)
})

test('a fix that nobody has run is the hypothesis and the next step', async () => {
  const { id } = await openVpnSession(product, mara)
  product.model.reply({ text: 'I would rather not.' })
  const answer = await package_of(id)
  expect(answer.body).toMatchObject({ written_by: 'state', state_reason: 'The model’s answer was no draft.' })
  expect(linesOf(answer, 'Current hypothesis')).toEqual([
    { text: `${vpn_fix.description} Not proven; confidence 82%.`, cites: ['F1', 'F3', 'FIX'] },
  ])
  expect(textsOf(answer, 'Suggested next steps')[0]).toContain(`Not run yet: ${vpn_fix.title}.`)
  expect(textsOf(answer, "What we've tried")).toEqual(['Not established.'])
})

test('the model suggests steps behind which those of the state stand', async () => {
  const { id } = await openVpnSession(product, mara)
  const steps = [
    { text: 'Compare the policy on the firewall with its backup from before the update.', cites: ['F3'] },
    { text: 'Open a case for NPS07.', cites: ['F2'] },
  ]
  product.model.reply({ text: JSON.stringify({ suggested_next_steps: steps }) })
  const answer = await package_of(id)
  expect(textsOf(answer, 'Suggested next steps')[0]).toBe(steps[0]?.text)
  expect(textsOf(answer, 'Suggested next steps')[1]).toContain('Not run yet')
  expect(answer.body.dropped).toEqual([{ text: steps[1]?.text, why: '“nps07” stands nowhere in the evidence.' }])
})

test('a superseded fix that was run stays under what was tried', async () => {
  const { id, fix_path } = await openVpnSession(product, mara)
  await mara.post(`${fix_path}/outcome`, { outcome: 'partial', note: 'Four of six.' })
  product.model.reply({
    text: block('SUGGEST_FIX', { title: 'Roll the firmware back', description: 'It was fine before.', confidence: 60 }),
  })
  await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: 'What else?' }))
  product.model.reply({ text: '{}' })
  expect(textsOf(await package_of(id), "What we've tried")[0]).toContain(
    `${vpn_fix.title}. It worked in part: Four of six.`,
  )
})
