import { afterAll, beforeAll, expect, test } from 'vitest'
import { block, say } from '../chat/turns.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'
import { type CorpusEntry, grounded, items, ticket, ungrounded, written } from './promotion-corpus.ts'

const product = await startProduct()
afterAll(product.close)

const lane = Object.entries(items).map(([name, { kind, text, given }]) => {
  const status = given === null ? (name === 'open' ? ('open' as const) : ('skipped' as const)) : ('done' as const)
  return kind === 'question'
    ? { name, question: { ...questionOf(text), answer: given, status } }
    : { name, check: { ...checkOf(text), result: given, status } }
})
const idOf = (name: string | undefined) => {
  const item = lane.find((each) => each.name === name)
  return item?.question?.id ?? item?.check?.id
}

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  id = (await openSession(mara, { problem: ticket, ticket_ref: '48213' })).id
  const stored = laneOf({
    questions: lane.flatMap(({ question }) => question ?? []),
    checks: lane.flatMap(({ check }) => check ?? []),
  })
  await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json(stored)} where id = ${id}`
  for (const words of written) {
    product.model.reply({ text: 'Go on.' })
    await say(mara, id, words)
  }
})

/** Lets the model promote this in a reply of its own, and answers whether the session then has it confirmed. */
async function isConfirmed({ promotion: { source, ...promotion } }: CorpusEntry): Promise<boolean> {
  const source_ref = promotion.source_ref ?? idOf(source)
  product.model.reply({ text: block('PROMOTE', { ...promotion, source_ref }) })
  await say(mara, id, 'And?')
  const fact = (await readPage(mara, id)).facts.find(({ text }) => text === promotion.text)
  // One fact stands for an item; the next entry may rest on the same one.
  if (fact) await mara.delete(`/ai-sessions/${id}/facts/${fact.id}`)
  return fact?.status === 'confirmed'
}

async function confirmedOf(corpus: CorpusEntry[]): Promise<CorpusEntry[]> {
  const confirmed: CorpusEntry[] = []
  for (const entry of corpus) if (await isConfirmed(entry)) confirmed.push(entry)
  return confirmed
}

test('of thirty promotions that rest on something at least twenty-nine are confirmed', async () => {
  expect(grounded).toHaveLength(30)
  const confirmed = await confirmedOf(grounded)
  const refused = grounded.filter((entry) => !confirmed.includes(entry))
  expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(1)
})

test('of thirty that rest on nothing none is ever confirmed', async () => {
  expect(ungrounded).toHaveLength(30)
  expect(await confirmedOf(ungrounded)).toEqual([])
})
