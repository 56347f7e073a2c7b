import { expect, test } from 'vitest'
import { composeMessage } from '../../../api/chat/compose-message.ts'
import { messageWords } from '../../../ui/task-lane/message-words.ts'
import { check, question } from '../pilot/northbeam-turn.ts'

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const questions = [
  question(id(1), { text: 'Does it drop\non a hotspot?', status: 'done', answer: 'No,\nit stays up' }),
  question(id(2), { status: 'skipped' }),
]
const checks = [
  check(id(3), { label: 'Read the  NPS log', status: 'done', result: 'Reason Code: 22\n' }),
  check(id(4), { status: 'skipped' }),
]
const items = [...questions, ...checks]

test.each([
  ['an answer, a result and what was skipped', items, ''],
  ['the engineer’s own text before them', items, 'Firmware went in on Tuesday.'],
  ['his own text alone', [], 'Firmware went in on Tuesday.'],
])('the preview of a message is what the server makes of it: %s', (_, sent, own) => {
  const item_ids = sent.map((item) => item.id)
  expect(messageWords(sent, own)).toBe(
    composeMessage({ questions, checks }, { content: own || undefined, item_ids }, []),
  )
})
