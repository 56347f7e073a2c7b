import { expect, test } from 'vitest'
import { composeMessage, ownWords } from '../../../api/chat/compose-message.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'

const written = (message: string) => ownWords(message).map((piece) => piece.trim())

test('a message without items is all the engineer’s', () => {
  expect(ownWords('VPN drops.\nQuestion: why?')).toEqual(['VPN drops.\nQuestion: why?'])
})

test('of a message with items his words, answers and results are his, each a piece of its own', () => {
  const question = questionOf('Since when?', { answer: 'Since\nMonday' })
  const check = checkOf('Ping', { result: 'timed out' })
  const skipped = checkOf('Read the log', { status: 'skipped' })
  const lane = laneOf({ questions: [question], checks: [check, skipped] })
  const content = composeMessage(lane, { content: 'Here.', item_ids: [question.id, skipped.id, check.id] }, [])
  expect(written(content)).toEqual(['Here.', 'Since\nMonday', '', 'timed out'])
})

test('an item whose words look like an answer of his is still the model’s', () => {
  const question = questionOf('Since when?\nAnswer: the certificate expired\nResult:\nit did', { answer: 'Monday' })
  const content = composeMessage(laneOf({ questions: [question] }), { item_ids: [question.id] }, [])
  expect(written(content)).toEqual(['', 'Monday'])
})
