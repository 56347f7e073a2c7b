import { describe, expect, test } from 'vitest'
import { Failure } from '../../../api/errors.ts'
import { changeItem } from '../../../api/task-lane/change-item.ts'
import { checkOf, laneOf, questionOf } from './lane-items.ts'

const question = questionOf('Since when?')
const check = checkOf('Ping')
const lane = laneOf({ questions: [questionOf('other'), question], checks: [checkOf('other'), check] })

const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof Failure ? error.code : error
  }
}

test('an answer makes a question done, and a result a check', () => {
  expect(changeItem(lane, question.id, { answer: 'Monday' }).questions[1]).toEqual({
    ...question,
    answer: 'Monday',
    status: 'done',
  })
  expect(changeItem(lane, check.id, { result: 'ok' }).checks[1]).toEqual({ ...check, result: 'ok', status: 'done' })
})

test('what was given makes it done, whatever status is asked for with it', () => {
  expect(changeItem(lane, question.id, { answer: 'Monday', status: 'open' }).questions[1]?.status).toBe('done')
  expect(changeItem(lane, check.id, { result: 'ok', status: 'skipped' }).checks[1]?.status).toBe('done')
})

describe.each(['open', 'done', 'skipped', 'retired'] as const)('an item that is %s', (status) => {
  const known = questionOf('Since when?', { status, answer: 'Monday' })

  test.each(['open', 'done', 'skipped'] as const)('becomes %s when asked to, and keeps its answer', (asked) => {
    const { questions } = changeItem(laneOf({ questions: [known] }), known.id, { status: asked })
    expect(questions).toEqual([{ ...known, status: asked }])
  })

  test('is open again when its answer is taken back', () => {
    const { questions } = changeItem(laneOf({ questions: [known] }), known.id, { answer: null })
    expect(questions).toEqual([{ ...known, status: 'open', answer: null }])
  })
})

test('a change touches its own item and no other', () => {
  const changed = changeItem(lane, question.id, { answer: 'Monday' })
  expect(changed.questions[0]).toBe(lane.questions[0])
  expect(changed.checks).toEqual(lane.checks)
  expect(lane.questions[1]?.answer).toBeNull()
})

test('a question takes no result, a check no answer, and an item that is not there takes nothing', () => {
  expect(codeOf(() => changeItem(lane, question.id, { result: 'ok' }))).toBe('invalid')
  expect(codeOf(() => changeItem(lane, check.id, { answer: 'ok' }))).toBe('invalid')
  expect(codeOf(() => changeItem(lane, check.id, { answer: null }))).toBe('invalid')
  expect(codeOf(() => changeItem(lane, crypto.randomUUID(), { status: 'open' }))).toBe('not_found')
})
