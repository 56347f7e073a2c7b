import type { LaneItem } from './lane.ts'
import type { Problem } from './problem.ts'
import type { AskedCheck, AskedQuestion } from './reply.ts'
import { isRuledOut, type Verdict } from './verdict.ts'

const NEW_AT_ONCE = 2
const MAX_LISTED = 6

/** What stays open in the lane, and what is asked anew; the rest of the open items is left out and so retired. */
export interface Asks {
  kept: LaneItem[]
  added: string[]
}

/**
 * The asks that can still tell the living causes apart. New ones follow the leading cause; without a lead they come only
 * when nothing is open any more.
 */
export function chooseAsks(problem: Problem, verdicts: Verdict[], lane: LaneItem[]): Asks {
  const living = verdicts.filter((verdict) => !isRuledOut(verdict))
  const telling = new Set(living.flatMap(({ cause }) => cause.signs.flatMap(({ at }) => at)))
  const is_open_question = problem.causes.length === 0
  const open = lane.filter(({ state }) => state === 'open')
  const kept = open.filter(({ key }) => key === null || is_open_question || telling.has(key))
  const asked = new Set(lane.map(({ key }) => key))
  const unasked = (causes: Verdict[]) => causes.flatMap(({ cause }) => cause.asks).filter((key) => !asked.has(key))
  const followed = unasked(living.slice(0, 1).filter(({ score }) => score > 0))
  const waits = kept.some(({ key }) => key !== null)
  return { kept, added: atMost(NEW_AT_ONCE, problem, waits || followed.length > 0 ? followed : unasked(living)) }
}

function atMost(limit: number, problem: Problem, keys: string[]): string[] {
  const unique = [...new Set(keys)]
  const questions = unique.filter((key) => key in problem.questions)
  const checks = unique.filter((key) => key in problem.checks)
  return [...questions.slice(0, limit), ...checks.slice(0, limit)]
}

/** The blocks for these asks; open items are named by their id, so that they stay. */
export function listAsks(
  problem: Problem,
  { kept, added }: Asks,
): { questions: AskedQuestion[]; checks: AskedCheck[] } {
  const ofKind = (kind: LaneItem['kind']) => kept.filter((item) => item.kind === kind)
  const isQuestion = (key: string) => key in problem.questions
  return {
    questions: [
      ...ofKind('question').map((item) => keptQuestion(problem, item)),
      ...added.filter(isQuestion).map((key) => newQuestion(problem, key)),
    ].slice(0, MAX_LISTED),
    checks: [
      ...ofKind('check').map((item) => keptCheck(problem, item)),
      ...added.filter((key) => !isQuestion(key)).map((key) => newCheck(problem, key)),
    ].slice(0, MAX_LISTED),
  }
}

function keptQuestion(problem: Problem, { id, key, text, options }: LaneItem): AskedQuestion {
  return key === null
    ? { id, text, options: options?.length ? options : undefined }
    : { id, ...newQuestion(problem, key) }
}

function keptCheck(problem: Problem, { id, key, text, command }: LaneItem): AskedCheck {
  return key === null ? { id, label: text, command: command ?? undefined } : { id, ...newCheck(problem, key) }
}

function newQuestion({ questions }: Problem, key: string): AskedQuestion {
  const { text, context, options } = found(questions[key])
  return { text, context, options: options && Object.keys(options) }
}

function newCheck({ checks }: Problem, key: string): AskedCheck {
  const { label, command, description, disruptive } = found(checks[key])
  return { label, command, description, disruptive }
}

function found<T>(ask: T | undefined): T {
  if (ask === undefined) throw new Error('A problem names a question or check that it does not have')
  return ask
}
