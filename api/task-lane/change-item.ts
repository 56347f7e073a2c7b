import { Failure, notFound } from '../errors.ts'
import type { ItemStatus, TaskLane } from './lane.ts'
import type { ItemChange } from './schemas.ts'

/** Answers a question, records a check's result, skips or reopens an item. What was given makes it done. */
export function changeItem(lane: TaskLane, id: string, change: ItemChange): TaskLane {
  const question = lane.questions.find((each) => each.id === id)
  if (question) {
    mustNotHave(change, 'result', 'is for diagnostic checks; a question takes an answer')
    const answer = change.answer === undefined ? question.answer : change.answer
    const status = nextStatus(question.status, change.answer, change.status)
    const sent_message_id = sentStill(question, answer === question.answer, status)
    const changed = { ...question, answer, status, sent_message_id }
    return { ...lane, questions: lane.questions.map((each) => (each.id === id ? changed : each)) }
  }
  const check = lane.checks.find((each) => each.id === id)
  if (check) {
    mustNotHave(change, 'answer', 'is for questions; a diagnostic check takes a result')
    const result = change.result === undefined ? check.result : change.result
    const status = nextStatus(check.status, change.result, change.status)
    const sent_message_id = sentStill(check, result === check.result, status)
    const changed = { ...check, result, status, sent_message_id }
    return { ...lane, checks: lane.checks.map((each) => (each.id === id ? changed : each)) }
  }
  throw notFound()
}

type Sent = { status: ItemStatus; sent_message_id: string | null }

/** The message that sent the item, as long as the item says what that message said of it. */
const sentStill = (before: Sent, is_same: boolean, status: ItemStatus) =>
  is_same && (status === 'skipped') === (before.status === 'skipped') ? before.sent_message_id : null

function nextStatus(status: ItemStatus, given: string | null | undefined, asked: ItemStatus | undefined): ItemStatus {
  if (typeof given === 'string') return 'done'
  if (asked) return asked
  return given === null ? 'open' : status
}

function mustNotHave(change: ItemChange, path: 'answer' | 'result', message: string) {
  if (change[path] !== undefined) throw new Failure('invalid', `${path}: ${message}.`, { errors: [{ path, message }] })
}
