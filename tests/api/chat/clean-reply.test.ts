import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, dataOf, endOf, namesOf, proseOf, say } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

/** What a reply of these pieces is to the reader, and to whoever opens the session later. */
async function hear(...text: string[]) {
  const { id } = await openSession(mara)
  product.model.reply({ text })
  const events = await say(mara, id, 'And now?')
  expect(namesOf(events).at(-1)).toBe('done')
  const { messages, task_lane } = await readPage(mara, id)
  const kept = messages.at(-1)
  expect([kept?.status, kept?.content]).toEqual(['complete', endOf(events).message.content])
  expect(proseOf(events)).toBe(kept?.content)
  return { content: kept?.content, task_lane, events }
}

test.each([
  ['a NUL', ['The log holds a\0b.'], 'The log holds ab.'],
  ['a NUL in a piece of its own', ['The log holds a', '\0', 'b.'], 'The log holds ab.'],
  ['every other control character', [`a${String.fromCharCode(1, 7, 8, 11, 12, 14, 27, 31, 127)}b\tc\nd`], 'ab\tc\nd'],
  ['a half character', ['a\ud83d b', '\udc4d c'], 'a\ufffd b\ufffd c'],
  ['half a character at the end', ['Done \ud83d'], 'Done \ufffd'],
  ['the wrong half first', ['\udc4d\ud83d', '\ud83d\udc4d'], '\ufffd\ufffd👍'],
  ['old line ends', ['one\r', '\ntwo\rthree\r', 'four\r\n\r\nfive'], 'one\ntwo\nthree\nfour\n\nfive'],
])('a reply with %s is kept, without that', async (_, pieces, content) => {
  expect((await hear(...pieces)).content).toBe(content)
})

test('a character that comes in two pieces stays whole', async () => {
  const whole = 'Printed 👍 on 🖨️, 𝔘nicode'
  expect((await hear(...whole.split(''))).content).toBe(whole)
})

test('a block that is cut anywhere, control characters in it, has its effect', async () => {
  const reply = `Look.\n${block('QUESTIONS', [{ text: 'Does the printer say 🖨️?' }])}`.replace('Does', 'Do\0es')
  const { task_lane, events } = await hear(...reply.split(''))
  expect(task_lane.questions).toMatchObject([{ text: 'Does the printer say 🖨️?' }])
  expect(dataOf(events, 'rejected')).toEqual([])
})

test('a block whose JSON spells a NUL or half a character takes nothing of the reply with it', async () => {
  for (const spelled of ['\\u0000', '\\ud800']) {
    const { content, events } = await hear(`Before.\n[QUESTIONS][{"text":"a${spelled}b"}][/QUESTIONS]\nAfter.`)
    expect(content).toMatch(/^Before\.\s*After\.$/)
    expect(dataOf(events, 'rejected')).toMatchObject([{ marker: 'QUESTIONS', reason: 'invalid' }])
  }
})

test('a small model’s answer with a NUL or half a character makes a fact and a note all the same', async () => {
  const { id } = await openSession(mara)
  product.model.reply({ text: block('QUESTIONS', [{ text: 'Since when does the tunnel drop?' }]) })
  await say(mara, id, 'The tunnel drops')
  const [question] = (await readPage(mara, id)).task_lane.questions
  await mara.patch(`/ai-sessions/${id}/task-lane/items/${question?.id}`, { answer: 'Since Monday' })
  product.model.reply({ text: '{"fact":"The tunnel drops since\0 Monday"}' })
  const fact = await mara.post<{ text: string }>(`/ai-sessions/${id}/facts/promote`, { item_id: question?.id })
  expect([fact.status, fact.body.text]).toEqual([201, 'The tunnel drops since Monday'])
  for (const spelled of ['\0', '\\u0000', '\\ud800', '\ud800']) {
    const sentence = `The tunnel drops ${spelled}since Monday`
    product.model.reply({ text: `{"problem":[{"text":"${sentence}.","cites":["F1"]}]}` })
    const preview = await mara.post<{ markdown: string }>(`/ai-sessions/${id}/resolution-note/preview`, {})
    expect(preview.status).toBe(200)
    expect(preview.body.markdown).toContain('since Monday')
    await mara.post(`/ai-sessions/${id}/facts`, { text: `Asked once more about the tunnel ${spelled.length}` })
  }
})
