import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Person, signUpColleague, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, endOf, follow, namesOf, proseOf, say, turnOf } from './turns.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
})

/** Says something to a model that never comes to an end, and stops it when it has said this much. */
async function stopAfter(event: string, by: Person, content = 'VPN') {
  const events = []
  for await (const each of mara.stream(`/ai-sessions/${id}/messages`, { content })) {
    events.push(each)
    if (each.event !== event) continue
    const { status } = await by.post(`/ai-sessions/${id}/turns/${turnOf(events).turn_id}/stop`)
    expect(status).toBe(202)
  }
  return events
}

test('a stopped reply keeps what was said and ends with done and a message that is stopped', async () => {
  product.model.reply({ text: ['What was ', 'said'], hang: true })
  const events = await stopAfter('text', mara)
  expect(namesOf(events).at(-1)).toBe('done')
  expect(endOf(events).message).toMatchObject({ status: 'stopped', content: 'What was said' })
  const page = await readPage(mara, id)
  expect(page.messages.at(-1)).toEqual(endOf(events).message)
  expect(page.turn).toBeNull()
  await expect.poll(() => product.model.requests().at(-1)?.left).toBe(true)
})

test('a stopped reply keeps what its blocks did, and nothing of a block that was cut', async () => {
  product.model.reply({
    text: ['First.\n', block('QUESTIONS', [{ text: 'Since when?' }]), 'Then\n[ACTIONS]\n[{"label": "Pi'],
    hang: true,
  })
  const events = await stopAfter('task_lane', mara)
  expect(proseOf(events)).toBe(endOf(events).message.content)
  expect(endOf(events).message).toMatchObject({ content: 'First.\nThen', effects: [{ type: 'questions' }] })
  expect((await readPage(mara, id)).task_lane).toMatchObject({ questions: [{ text: 'Since when?' }], checks: [] })
})

test('a reply can be stopped before its first word, and by a colleague', async () => {
  const lee = await signUpColleague(product, mara, 'engineer')
  product.model.reply({ text: [], hang: true })
  const events = await stopAfter('turn', lee)
  expect(namesOf(events)).toEqual(['turn', 'done'])
  expect(endOf(events).message).toMatchObject({ status: 'stopped', content: '' })
})

test('after a stop the next message is taken, and the model knows what it had said', async () => {
  product.model.reply({ text: ['Half a'], hang: true }, { text: 'Whole.' })
  await stopAfter('text', mara)
  expect(proseOf(await say(mara, id, 'Go on'))).toBe('Whole.')
  const roles = product.model
    .requests()
    .at(-1)
    ?.body.messages.map(({ role, content }) => [role, content[0]])
  expect(roles?.slice(0, 2)).toMatchObject([
    ['user', { text: 'VPN' }],
    ['assistant', { text: 'Half a' }],
  ])
})

test('stopping what is over changes nothing', async () => {
  product.model.reply({ text: 'Over.' })
  const events = await say(mara, id, 'VPN')
  const { turn_id } = turnOf(events)
  expect((await mara.post(`/ai-sessions/${id}/turns/${turn_id}/stop`)).status).toBe(202)
  expect(await follow(mara, id, turn_id)).toEqual(events)
  expect((await readPage(mara, id)).messages.at(-1)?.status).toBe('complete')
})
