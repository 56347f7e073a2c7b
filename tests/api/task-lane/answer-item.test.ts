import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TaskLane } from '../../../api/task-lane/lane.ts'
import { itemChangedSchema } from '../../../api/task-lane/schemas.ts'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { expectShape } from '../shapes.ts'
import { checkOf, laneOf, questionOf } from './lane-items.ts'

const product = await startProduct({ connections: 8 })
afterAll(product.close)

const question = questionOf('Since when?', { options: ['Today', 'Longer'] })
const check = checkOf('Ping the gateway', { command: 'ping gateway' })

let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
})
beforeEach(async () => {
  id = (await openSession(mara)).id
  const lane = laneOf({ questions: [question], checks: [check] })
  await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json(lane)} where id = ${id}`
})

const change = (item_id: string, body: unknown) =>
  mara.patch<{ task_lane: TaskLane }>(`/ai-sessions/${id}/task-lane/items/${item_id}`, body)

test('an answer is kept, makes its question done, and the whole lane comes back', async () => {
  const { status, body } = await change(question.id, { answer: 'Monday' })
  expect(status).toBe(200)
  const answered = { ...question, answer: 'Monday', status: 'done' }
  expect(expectShape(itemChangedSchema, body).task_lane).toEqual({ questions: [answered], checks: [check] })
  expect((await readPage(mara, id)).task_lane).toEqual(body.task_lane)
})

test('every change raises the session’s state_version by one, and a refused one does not', async () => {
  const changes: [string, object][] = [
    [question.id, { answer: 'Monday' }],
    [question.id, { answer: 'Tuesday' }],
    [question.id, { answer: null }],
    [check.id, { status: 'skipped' }],
    [check.id, { status: 'open' }],
  ]
  for (const [at, [item_id, body]] of changes.entries()) {
    expect((await change(item_id, body)).status).toBe(200)
    expect((await readPage(mara, id)).session.state_version).toBe(at + 1)
  }
  await change(check.id, { answer: 'no' })
  expect((await readPage(mara, id)).session.state_version).toBe(changes.length)
})

test('a result of 100,000 characters is kept byte for byte, and one more is refused', async () => {
  const unit = '\r\n\t "\\ é 🖨️ \u0001\u2028\u200b'
  const result = [...unit.repeat(100_000)].slice(0, 100_000).join('')
  const { body } = await change(check.id, { result })
  expect(body.task_lane.checks[0]?.result === result).toBe(true)
  expect((await readPage(mara, id)).task_lane.checks[0]?.result === result).toBe(true)
  const { status } = await change(check.id, { result: `${result}x` })
  expect(status).toBe(422)
})

test.each([
  ['an answer to a check', check.id, { answer: 'ok' }, ['answer']],
  ['a result of a question', question.id, { result: 'ok' }, ['result']],
  ['a status that is not given by hand', question.id, { status: 'retired' }, ['status']],
  ['an empty answer', question.id, { answer: '' }, ['answer']],
  ['a blank answer', question.id, { answer: ' \n' }, ['answer']],
  ['an answer that PostgreSQL can’t keep', question.id, { answer: 'a\0' }, ['answer']],
  ['a field that there is not', question.id, { answer: 'x', text: 'y' }, ['text']],
  ['a change of nothing', question.id, {}, ['']],
])('%s is refused, and the answer says where', async (_, item_id, body, paths) => {
  expect(pathsOf(expectProblem(await change(item_id, body), 422, 'invalid'))).toEqual(paths)
})

test('an item that the lane does not have is not found', async () => {
  expectProblem(await change(crypto.randomUUID(), { answer: 'x' }), 404, 'not_found')
})

test.each([
  ['resolved', 'already_resolved'],
  ['escalated', 'already_escalated'],
])('a session that is %s takes no answer until it is reopened', async (status, code) => {
  await product.admin`update ai_sessions set status = ${status} where id = ${id}`
  expectProblem(await change(question.id, { answer: 'x' }), 409, code)
  expect((await readPage(mara, id)).task_lane.questions).toEqual([question])
  await mara.patch(`/ai-sessions/${id}`, { status: 'active' })
  expect((await change(question.id, { answer: 'x' })).status).toBe(200)
})

test('two answers at once are both kept', async () => {
  await Promise.all([change(question.id, { answer: 'Monday' }), change(check.id, { result: 'timed out' })])
  const { task_lane, session } = await readPage(mara, id)
  expect(task_lane).toMatchObject({ questions: [{ answer: 'Monday' }], checks: [{ result: 'timed out' }] })
  expect(session.state_version).toBe(2)
})

test('answers that arrive while a reply’s blocks do are kept, and so are the blocks', async () => {
  const asked = Array.from({ length: 6 }, (_, at) => questionOf(`Question ${at}`))
  const lane = laneOf({ questions: asked })
  await product.admin`update ai_sessions set pending_task_lane = ${product.admin.json(lane)} where id = ${id}`
  const block = (at: number) => `[ACTIONS]\n[{"label": "Check ${at}"}]\n[/ACTIONS]\n`
  product.model.reply({ text: asked.map((_, at) => block(at)), delay_ms: 5 })
  const reply = Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: 'and now?' }))
  const answers = await Promise.all(asked.map((item, at) => change(item.id, { answer: `Answer ${at}` })))
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200))
  expect((await reply).at(-1)?.event).toBe('done')
  const page = await readPage(mara, id)
  expect(page.task_lane.questions.map(({ answer }) => answer)).toEqual(asked.map((_, at) => `Answer ${at}`))
  expect(page.task_lane.checks.map(({ label }) => label)).toEqual(asked.map((_, at) => `Check ${at}`))
  expect(page.session.state_version).toBe(12)
})

test('an answer that comes between a reply’s two blocks of questions is not retired by them', async () => {
  const block = (text: string) => `[QUESTIONS]\n[{"text": "${text}"}]\n[/QUESTIONS]\n`
  product.model.reply({ text: [block('One?'), block('Two?')], delay_ms: 150 })
  for await (const { event, data } of mara.stream(`/ai-sessions/${id}/messages`, { content: 'and now?' })) {
    const { questions } = (data.task_lane ?? { questions: [] }) as TaskLane
    if (event === 'task_lane' && questions.length === 2) await change(questions[1]?.id ?? '', { answer: 'first' })
  }
  expect((await readPage(mara, id)).task_lane.questions).toMatchObject([
    { text: 'Since when?', status: 'retired' },
    { text: 'One?', status: 'done', answer: 'first' },
    { text: 'Two?', status: 'open' },
  ])
})
