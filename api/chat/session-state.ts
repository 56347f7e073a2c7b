import type { Fact } from '../facts/schemas.ts'
import type { SuggestedFix } from '../suggested-fixes/schemas.ts'
import type { TaskLane } from '../task-lane/lane.ts'

/** Characters of the lists of a state: it is sent anew with every message, and no cache holds it. */
const longest_state = 8000

/**
 * The lane, the facts and the fix as the model is told them, behind the last cache breakpoint: they change with every
 * message. What an item was answered stands in the message that sent it, and here only that it was. What is open comes
 * first, then the newest of each; how many had no room is said.
 */
export function sessionState({ questions, checks }: TaskLane, facts: Fact[], fix: SuggestedFix | undefined): string {
  let room = longest_state
  let left_out = 0
  function fitting<Told>(told: Told[]): Told[] {
    const at = told.findLastIndex((each) => {
      room -= JSON.stringify(each).length + 1
      return room < 0
    })
    left_out += at + 1
    return told.slice(at + 1)
  }
  const isSent = ({ sent_message_id }: { sent_message_id: string | null }) => sent_message_id !== null
  const told = {
    open_questions: fitting(questions.filter(isIn('open')).map(({ id, text, options }) => ({ id, text, options }))),
    open_checks: fitting(checks.filter(isIn('open')).map(({ id, label, command }) => ({ id, label, command }))),
    facts: fitting(
      facts.map(({ ordinal, text, source_type, source_ref, status }) => ({
        ordinal,
        text,
        source_type,
        source_ref,
        status,
      })),
    ),
    answered_questions: fitting(
      questions.filter(isIn('done')).map((item) => ({ id: item.id, text: item.text, sent: isSent(item) })),
    ),
    recorded_checks: fitting(
      checks.filter(isIn('done')).map((item) => ({ id: item.id, label: item.label, sent: isSent(item) })),
    ),
    skipped_questions: fitting(questions.filter(isIn('skipped')).map(({ id, text }) => ({ id, text }))),
    skipped_checks: fitting(checks.filter(isIn('skipped')).map(({ id, label }) => ({ id, label }))),
  }
  const state = {
    ...told,
    ...(left_out > 0 ? { older_entries_left_out: left_out } : {}),
    suggested_fix: fix ? { id: fix.id, title: fix.title, status: fix.status } : null,
  }
  // A "<" inside would let an answer close the tag that holds it.
  return `<session_state>\n${JSON.stringify(state).replaceAll('<', '\\u003c')}\n</session_state>`
}

/** A message as the model is told it: what looks like the state is not the state. */
export const withoutState = (text: string): string => text.replace(/<(?=\s*\/?\s*session_state)/gi, '&lt;')

const isIn = (status: string) => (item: { status: string }) => item.status === status
