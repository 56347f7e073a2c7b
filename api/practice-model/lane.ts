import { fold, isUnknown } from './plain-words.ts'
import type { Problem } from './problem.ts'
import type { SessionState } from './session-state.ts'

/** A question or check of the lane; `key` names it in the problem, null when it came from elsewhere. */
export interface LaneItem {
  kind: 'question' | 'check'
  id: string
  key: string | null
  text: string
  state: 'open' | 'done' | 'skipped'
  /** The answer or result; empty unless done. */
  said: string
  /** What an item from elsewhere came with, so that it can be repeated whole. */
  options?: string[] | null
  command?: string | null
}

/** The lane of a session, each item found again in the problem by its words. "Not tested" counts as skipped. */
export function readLane(problem: Problem, state: SessionState): LaneItem[] {
  const questions = keysByText(Object.entries(problem.questions).map(([key, { text }]) => [key, text]))
  const checks = keysByText(Object.entries(problem.checks).map(([key, { label }]) => [key, label]))
  const question = (id: string, text: string, item: Pick<LaneItem, 'state' | 'said'>): LaneItem => {
    return { kind: 'question', id, key: questions.get(fold(text)) ?? null, text, ...item }
  }
  const check = (id: string, text: string, item: Pick<LaneItem, 'state' | 'said'>): LaneItem => {
    return { kind: 'check', id, key: checks.get(fold(text)) ?? null, text, ...item }
  }
  return [
    ...state.open_questions.map(({ id, text, options }) => ({ ...question(id, text, open), options })),
    ...state.answered_questions.map(({ id, text, answer }) => question(id, text, done(answer))),
    ...state.skipped_questions.map(({ id, text }) => question(id, text, skipped)),
    ...state.open_checks.map(({ id, label, command }) => ({ ...check(id, label, open), command })),
    ...state.recorded_checks.map(({ id, label, result }) => check(id, label, done(result))),
    ...state.skipped_checks.map(({ id, label }) => check(id, label, skipped)),
  ]
}

const open = { state: 'open', said: '' } as const
const skipped = { state: 'skipped', said: '' } as const
const done = (said: string) => (isUnknown(said) ? skipped : ({ state: 'done', said } as const))

const keysByText = (entries: [string, string][]) => new Map(entries.map(([key, text]) => [fold(text), key]))
