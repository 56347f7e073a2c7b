import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TaskLane } from '../../../api/task-lane/lane.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, dataOf, endOf, namesOf, say } from './turns.ts'

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

/** A turn in which the model says this. */
async function hear(...text: string[]) {
  product.model.reply({ text })
  return await say(mara, id, 'And now?')
}
const answer = (item_id: string | undefined, given: object) =>
  mara.patch(`/ai-sessions/${id}/task-lane/items/${item_id}`, given)
const fix = (title: string, more = {}) =>
  block('SUGGEST_FIX', { title, description: 'Because.', confidence: 60, ...more })

describe('questions and checks', () => {
  test('come into the lane, and the event tells the whole lane each time', async () => {
    const events = await hear(
      block('QUESTIONS', [{ text: 'Since when?', context: 'Tells the update apart.', options: ['Today', 'Longer'] }]),
      block('ACTIONS', [{ label: 'Ping', command: 'ping <gateway>', description: 'x', disruptive: true }]),
    )
    const [first, second] = dataOf<{ task_lane: TaskLane }>(events, 'task_lane')
    expect(first?.task_lane.checks).toEqual([])
    expect(second?.task_lane.questions).toEqual(first?.task_lane.questions)
    expect((await readPage(mara, id)).task_lane).toEqual(second?.task_lane)
    expect(second?.task_lane).toMatchObject({
      questions: [{ text: 'Since when?', context: 'Tells the update apart.', options: ['Today', 'Longer'] }],
      checks: [{ label: 'Ping', command: 'ping <gateway>', description: 'x', disruptive: true, status: 'open' }],
    })
  })

  test('keep their ids and answers over replies, and what is left out of its kind is retired', async () => {
    await hear(
      block('QUESTIONS', [{ text: 'One?' }, { text: 'Two?' }, { text: 'Three?' }]),
      block('ACTIONS', [{ label: 'Ping' }]),
    )
    const { questions, checks } = (await readPage(mara, id)).task_lane
    await answer(questions[2]?.id, { answer: 'Yes' })
    await hear(block('QUESTIONS', [{ id: questions[0]?.id, text: 'One, better?' }, { text: 'Four?' }]))
    const after = (await readPage(mara, id)).task_lane
    expect(after.questions).toEqual([
      { ...questions[0], text: 'One, better?' },
      { ...questions[1], status: 'retired' },
      { ...questions[2], status: 'done', answer: 'Yes' },
      expect.objectContaining({ text: 'Four?', status: 'open' }),
    ])
    expect(after.checks).toEqual(checks)
  })

  test('stay as they are when a reply has no block of their kind', async () => {
    await hear(block('QUESTIONS', [{ text: 'One?' }]))
    const before = await readPage(mara, id)
    await hear('Nothing to ask.')
    const after = await readPage(mara, id)
    expect(after.task_lane).toEqual(before.task_lane)
    expect(after.session.state_version).toBe(before.session.state_version)
  })
})

describe('a suggested fix', () => {
  test('is the last of its reply, and is told when the reply is over', async () => {
    const events = await hear(fix('First'), 'Or rather:\n', fix('Second', { confidence: 140.4 }), 'Done.')
    expect(dataOf(events, 'suggested_fix')).toMatchObject([{ suggested_fix: { title: 'Second', confidence: 100 } }])
    expect(namesOf(events).slice(-3)).toEqual(['suggested_fix', 'usage', 'done'])
    const { suggested_fix } = await readPage(mara, id)
    expect(suggested_fix).toMatchObject({ title: 'Second', status: 'proposed', superseded_at: null, facts: [] })
    expect(await product.admin`select title from session_suggested_fixes where session_id = ${id}`).toHaveLength(1)
  })

  test('supersedes the active one, and one is active at any time', async () => {
    const script = { language: 'powershell', body: 'Get-Service' }
    await hear(fix('First'))
    await hear(fix('Second', { facts: [1, 2], script, script_template_id: 'no id', parameters: { host: '<host>' } }))
    expect((await readPage(mara, id)).suggested_fix).toMatchObject({
      title: 'Second',
      facts: [1, 2],
      script,
      script_template_id: null,
      parameters: { host: '<host>' },
    })
    const rows = await product.admin`
      select title, superseded_at is null as active from session_suggested_fixes where session_id = ${id} order by title`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { title: 'First', active: false },
      { title: 'Second', active: true },
    ])
  })

  test('has an outcome proposed, which changes no status', async () => {
    await hear(fix('Reset the tunnel'))
    const events = await hear(block('FIX_OUTCOME', { outcome: 'worked', reason: 'It stays up' }))
    const { suggested_fix } = await readPage(mara, id)
    const proposal = { outcome: 'worked', reason: 'It stays up' }
    expect(dataOf(events, 'outcome_proposal')).toEqual([{ suggested_fix_id: suggested_fix?.id, ...proposal }])
    expect(suggested_fix).toMatchObject({ status: 'proposed', outcome_proposal: proposal })
  })

  test('that is not there has no outcome', async () => {
    const events = await hear('Good.\n', block('FIX_OUTCOME', { outcome: 'worked', reason: 'It stays up' }))
    expect(dataOf(events, 'rejected')).toEqual([{ marker: 'FIX_OUTCOME', reason: 'no_fix' }])
    expect(endOf(events).message.effects).toEqual([{ type: 'rejected', marker: 'FIX_OUTCOME', reason: 'no_fix' }])
  })
})

describe('a block that can’t be used', () => {
  test.each([
    ['is no JSON', '[QUESTIONS]\nSince when?\n[/QUESTIONS]\n', { marker: 'QUESTIONS', reason: 'not_json' }],
    ['does not fit', block('ACTIONS', [{ command: 'ping' }]), { marker: 'ACTIONS', reason: 'invalid' }],
    ['is too large', block('PROMOTE', { text: 'x'.repeat(17_000) }), { marker: 'PROMOTE', reason: 'too_large' }],
    ['holds a NUL', block('PROMOTE', { text: 'a\0b' }), { marker: 'PROMOTE', reason: 'invalid' }],
  ])('because it %s is told, is not shown, and the reply goes on', async (_, broken, rejected) => {
    const events = await hear('Before.\n', broken, 'After.\n', block('QUESTIONS', [{ text: 'Since when?' }]))
    expect(dataOf(events, 'rejected')).toEqual([rejected])
    expect(endOf(events).message).toMatchObject({ status: 'complete', content: 'Before.\nAfter.' })
    expect((await readPage(mara, id)).task_lane.questions).toHaveLength(1)
  })
})

test('a message’s effects name what its blocks did, each kind once, and each that was rejected', async () => {
  const events = await hear(
    block('QUESTIONS', [{ text: 'One?' }]),
    block('PROMOTE', [{ text: 'It drops' }, { text: 'it  DROPS' }, { text: 'It resets' }]),
    block('QUESTIONS', [{ text: 'One?' }, { text: 'Two?' }]),
    block('ACTIONS', [{ label: 'Ping' }]),
    block('QUESTIONS', {}),
    fix('Reset'),
  )
  const { task_lane, facts, suggested_fix, messages } = await readPage(mara, id)
  const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)
  expect(endOf(events).message.effects).toEqual([
    { type: 'questions', ids: idsOf(task_lane.questions) },
    { type: 'fact', ids: idsOf(facts) },
    { type: 'rejected', marker: 'PROMOTE', reason: 'duplicate' },
    { type: 'checks', ids: idsOf(task_lane.checks) },
    { type: 'rejected', marker: 'QUESTIONS', reason: 'invalid' },
    { type: 'suggested_fix', ids: [suggested_fix?.id] },
  ])
  expect(messages.at(-1)?.effects).toEqual(endOf(events).message.effects)
  expect(dataOf(events, 'rejected')).toEqual([
    { marker: 'PROMOTE', reason: 'duplicate' },
    { marker: 'QUESTIONS', reason: 'invalid' },
  ])
})

test('every change of the state raises its version by one', async () => {
  await hear(
    block('QUESTIONS', [{ text: 'One?' }]),
    block('PROMOTE', { text: 'It drops' }),
    block('FIX_OUTCOME', { outcome: 'worked', reason: 'none is there' }),
    fix('Reset'),
  )
  const events = await hear(block('FIX_OUTCOME', { outcome: 'worked', reason: 'It stays up' }))
  expect(endOf(events).state_version).toBe(4)
  expect((await readPage(mara, id)).session.state_version).toBe(4)
})

test('nothing that an engineer writes is a block', async () => {
  product.model.reply({ text: 'I see.' })
  const content = `Look:\n${block('QUESTIONS', [{ text: 'Mine?' }])}${fix('Mine')}`
  await say(mara, id, content)
  const page = await readPage(mara, id)
  expect(page.messages[0]?.content).toBe(content)
  expect(page).toMatchObject({ task_lane: { questions: [], checks: [] }, facts: [], suggested_fix: null })
})
