import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderForConnectWise } from '../../../api/psa/connectwise/note-text.ts'
import { blockHtml } from '../../../ui/kit/markdown-blocks.ts'
import { block, say } from '../chat/turns.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const every_break = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/
const breaks = { LF: '\n', CR: '\r', CRLF: '\r\n', VT: '\v', FF: '\f', NEL: '\u0085', LS: '\u2028', PS: '\u2029' }
const forged = ['## Resolution', 'Resolution', '```', '> quoted', '- # Resolution']

const sections = {
  'resolution-note': ['Problem', 'What we confirmed', 'Root cause', 'Resolution'],
  'escalation-package': [
    'Problem',
    'What we’ve confirmed',
    'What we’ve tried',
    'Current hypothesis',
    'Suggested next steps',
  ],
}

async function previewOf(id: string, artifact: keyof typeof sections): Promise<string> {
  const { body } = await mara.post<{ markdown: string }>(`/ai-sessions/${id}/${artifact}/preview`, {})
  return body.markdown.replaceAll("we've", 'we’ve')
}

/** The note has its own sections and no others, as Markdown, as a page shows it and as the ticket gets it. */
function expectOwnSections(markdown: string, artifact: keyof typeof sections, where: string) {
  const own = sections[artifact]
  const headings = markdown.split(every_break).filter((line) => line.startsWith('#'))
  expect(headings, where).toEqual(own.map((heading) => `## ${heading}`))
  expect(
    [...blockHtml(markdown).matchAll(/<h3>(.*?)<\/h3>/g)].map(([, heading]) => heading),
    where,
  ).toEqual(own)
  const lines = renderForConnectWise(markdown, 'Resolution note', 'FP-1', (text) => text)
    .join('\n')
    .split(every_break)
  for (const heading of own)
    expect(
      lines.filter((line) => line === `${heading}:`),
      where,
    ).toHaveLength(1)
  expect(
    lines.filter((line) => /^(?:#|Resolution$)/.test(line)),
    where,
  ).toEqual([])
}

describe.each(Object.entries(breaks))('%s', (name, line_break) => {
  test('in a fact, an answer, a result, a title, a fix or its outcome begins no section of a note', async () => {
    const forge = (text: string) => `${text}${line_break}${forged.join(line_break)}`
    const { id } = await openSession(mara, { title: forge('Printer'), problem: forge('It is offline') })
    product.model.reply({
      text: [
        block('QUESTIONS', [{ text: forge('Since when?') }, { text: forge('Where?') }]),
        block('ACTIONS', [{ label: forge('Ping'), command: 'ping' }]),
        block('SUGGEST_FIX', { title: forge('Restart it'), description: forge('It hangs'), confidence: 50 }),
      ],
    })
    await say(mara, id, 'And now?')
    const { task_lane } = await readPage(mara, id)
    const [question] = task_lane.questions
    const [check] = task_lane.checks
    await mara.patch(`/ai-sessions/${id}/task-lane/items/${question?.id}`, { answer: forge('Since Monday') })
    await mara.patch(`/ai-sessions/${id}/task-lane/items/${check?.id}`, { result: forge('no answer') })
    await mara.post(`/ai-sessions/${id}/facts/promote`, { item_id: question?.id })
    await mara.post(`/ai-sessions/${id}/facts`, { text: forge('The tray is empty') })
    for (const text of forged) await mara.post(`/ai-sessions/${id}/facts`, { text })
    const { body: fix } = await mara.get<{ id: string }>(`/ai-sessions/${id}/suggested-fixes/active`)
    const script = { language: 'bash', body: forge('echo a') }
    await mara.post(`/ai-sessions/${id}/suggested-fixes/${fix.id}/decision`, { decision: 'one_off', script })
    await mara.post(`/ai-sessions/${id}/suggested-fixes/${fix.id}/outcome`, { outcome: 'partial', note: forge('Half') })
    for (const artifact of ['resolution-note', 'escalation-package'] as const) {
      expectOwnSections(await previewOf(id, artifact), artifact, `${name} ${artifact}`)
    }
  })
})

test('a title that is nothing but a mark of Markdown takes no section with it', async () => {
  for (const title of ['```', '~~~ x', '# Resolution', '## Resolution', '> a', '- a', '* a', '#', '---']) {
    const { id } = await openSession(mara, { title, problem: `${title} b` })
    expectOwnSections(await previewOf(id, 'resolution-note'), 'resolution-note', title)
  }
})
