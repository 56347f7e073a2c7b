import { describe, expect, test } from 'vitest'
import { countWords, unsentItems, withEdits, withSent } from '../../../ui/task-lane/lane.ts'
import { check, message, question } from '../pilot/northbeam-turn.ts'

describe('the count of a section', () => {
  test('says how many of the shown items are open, and leaves retired ones out', () => {
    const items = [question('q1'), question('q2', { status: 'done' }), question('q3', { status: 'skipped' })]
    expect(countWords([...items, question('q4', { status: 'retired' })])).toBe('1 of 3 open')
  })

  test('says what is done when nothing is open, and nothing about nothing', () => {
    expect(countWords([question('q1', { status: 'done' })])).toBe('1 done')
    expect(countWords([question('q1', { status: 'retired' })])).toBe('')
  })
})

describe('an edit on its way', () => {
  const lane = { questions: [question('q1'), question('q2')], checks: [check('c1')] }

  test('shows an answer or a result as done before the server has said so', () => {
    const edits = new Map([
      ['q1', { answer: 'Yes' }],
      ['c1', { result: 'EAP-TLS' }],
    ])
    const shown = withEdits(lane, edits)
    expect(shown.questions[0]).toMatchObject({ status: 'done', answer: 'Yes' })
    expect(shown.checks[0]).toMatchObject({ status: 'done', result: 'EAP-TLS' })
    expect(shown.questions[1]).toBe(lane.questions[1])
  })

  test('leaves the lane of the server as it is, so that a refusal needs no undoing', () => {
    withEdits(lane, new Map([['q1', { status: 'skipped' as const }]]))
    expect(lane.questions[0]?.status).toBe('open')
  })
})

describe('the answers that wait to be sent', () => {
  const answered = question('q1', { status: 'done', answer: 'Yes' })
  const recorded = check('c1', { status: 'done', result: 'EAP-TLS' })
  const lane = { questions: [answered, question('q2'), question('q3', { status: 'skipped' })], checks: [recorded] }
  const ids = (...args: Parameters<typeof unsentItems>) => unsentItems(...args).map(({ id }) => id)
  const sending = (...item_ids: string[]) =>
    message('m1', 'user', { sent_items: item_ids.map((item_id) => ({ item_id, label: item_id, value: 'Yes' })) })

  test('are those with an answer or a result', () => {
    expect(ids(lane)).toEqual(['q1', 'c1'])
  })

  test('are gone once a message has told them', () => {
    expect(ids(withSent(lane, sending('q1')))).toEqual(['c1'])
    expect(ids(withSent(lane, sending('q1', 'c1')))).toEqual([])
  })

  test('are back as soon as they are answered otherwise', () => {
    const sent = withSent(lane, sending('q1', 'c1'))
    expect(ids(withEdits(sent, new Map([['q1', { answer: 'No' }]])))).toEqual(['q1'])
  })
})
