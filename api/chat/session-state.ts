import type { Fact } from '../facts/schemas.ts'
import type { SuggestedFix } from '../suggested-fixes/schemas.ts'
import type { TaskLane } from '../task-lane/lane.ts'

/** The lane, the facts and the fix as the model is told them, behind the last cache breakpoint: they change with every message. */
export function sessionState({ questions, checks }: TaskLane, facts: Fact[], fix: SuggestedFix | undefined): string {
  const state = {
    open_questions: questions.filter(isIn('open')).map(({ id, text, options }) => ({ id, text, options })),
    answered_questions: questions.filter(isIn('done')).map(({ id, text, answer }) => ({ id, text, answer })),
    skipped_questions: questions.filter(isIn('skipped')).map(({ id, text }) => ({ id, text })),
    open_checks: checks.filter(isIn('open')).map(({ id, label, command }) => ({ id, label, command })),
    recorded_checks: checks.filter(isIn('done')).map(({ id, label, result }) => ({ id, label, result })),
    skipped_checks: checks.filter(isIn('skipped')).map(({ id, label }) => ({ id, label })),
    facts: facts.map(({ ordinal, text, source_type, source_ref, status }) => ({
      ordinal,
      text,
      source_type,
      source_ref,
      status,
    })),
    suggested_fix: fix ? { id: fix.id, title: fix.title, status: fix.status } : null,
  }
  // A "<" inside would let an answer close the tag that holds it.
  return `<session_state>\n${JSON.stringify(state).replaceAll('<', '\\u003c')}\n</session_state>`
}

const isIn = (status: string) => (item: { status: string }) => item.status === status
