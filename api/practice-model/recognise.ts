import type { Conversation } from './conversation.ts'
import type { Problem } from './problem.ts'

const CONFIDENT = 3
const CLEAR = 4

/**
 * The problem that the engineer describes, or null. The earliest confident match stays; a later message changes it only
 * when it clearly describes another one and nothing in the lane has been answered.
 */
export function recognise(problems: Problem[], { words, state }: Conversation): Problem | null {
  const has_progress =
    state.answered_questions.length + state.recorded_checks.length + state.skipped_questions.length > 0 ||
    state.skipped_checks.length > 0
  let found: Problem | null = null
  for (const text of words) {
    const [best] = rank(problems, text)
    if (best === undefined || best.problem === found) continue
    const current = found === null ? 0 : scoreOf(found, text)
    if (found === null ? best.score >= CONFIDENT : !has_progress && best.score >= CLEAR && best.score > current) {
      found = best.problem
    }
  }
  return found
}

function rank(problems: Problem[], text: string) {
  return problems.map((problem) => ({ problem, score: scoreOf(problem, text) })).toSorted((a, b) => b.score - a.score)
}

function scoreOf({ keywords }: Problem, text: string): number {
  return keywords.reduce((sum, { like, weight }) => (like.test(text) ? sum + weight : sum), 0)
}
