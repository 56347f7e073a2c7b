import { transitions } from '../../../api/suggested-fixes/transitions.ts'
import { type Act, nameOf } from './acts.ts'

export type Fix = { title: string; status: string; decision: string | null; is_superseded: boolean }

/** What a session is, as far as the acts change it. */
export type State = {
  status: 'active' | 'resolved' | 'escalated' | 'abandoned'
  note: string | null
  package: string | null
  version: number
  fixes: Fix[]
  drafts: number
  facts: number
  /** The keys of requests that were answered. */
  answered: string[]
}

/** What a reply does when its time comes: its message's act has answered long before. */
export type Step = Act | { type: 'block'; adds: 'fact' | 'fix' }

export const opened: State = {
  status: 'active',
  note: null,
  package: null,
  version: 0,
  fixes: [{ title: 'Restart NPS', status: 'proposed', decision: null, is_superseded: false }],
  drafts: 0,
  facts: 1,
  answered: [],
}

export type Outcome = { answer: string; state: State }

/** All that may come of a step that is taken alone. */
export function outcomesOf(state: State, step: Step): Outcome[] {
  const refused = (answer: string) => [{ answer, state }]
  const done = (change: Partial<State>) => [{ answer: 'ok', state: { ...state, ...change } }]
  const changed = (change: Partial<State>) => done({ ...change, version: state.version + 1 })
  const closed = state.status === 'resolved' || state.status === 'escalated' ? `already_${state.status}` : undefined
  switch (step.type) {
    case 'resolve':
    case 'escalate': {
      const [kind, closes] =
        step.type === 'resolve' ? (['note', 'resolved'] as const) : (['package', 'escalated'] as const)
      // The same note again may be told its same answer, while the session is closed with it.
      const again = state.status === closes && state[kind] === step.words ? done({}) : []
      const key = step.key ? [nameOf(step)] : []
      const replayed = key.some((each) => state.answered.includes(each)) ? done({}) : []
      if (closed) return [...refused(closed), ...again, ...replayed]
      if (state.version > 0 && !step.accept_stale) return [...refused('stale_preview'), ...replayed]
      const answered = [...state.answered, ...key]
      return [...done({ status: closes, [kind]: step.words, answered }), ...replayed]
    }
    case 'reopen':
      return done({ status: 'active' })
    case 'abandon':
      return closed ? refused(closed) : done({ status: 'abandoned' })
    case 'fact':
      return closed ? refused(closed) : changed({ facts: state.facts + 1 })
    case 'own_fix':
      return closed ? refused(closed) : changed({ fixes: withFix(state.fixes, 'By hand', 'worked') })
    case 'send':
      return closed ? refused(closed) : done({})
    case 'block':
      if (closed) return done({})
      return step.adds === 'fact'
        ? changed({ facts: state.facts + 1 })
        : changed({ fixes: withFix(state.fixes, 'Renew the certificate', 'proposed') })
    case 'decide':
    case 'judge':
      return closed ? refused(closed) : actedOn(state, step)
  }
}

/** The newer one replaces the active one, which a dismissed one is not. */
const withFix = (fixes: Fix[], title: string, status: string): Fix[] => [
  ...fixes.map((fix) => ({ ...fix, is_superseded: fix.is_superseded || fix.status !== 'dismissed' })),
  { title, status, decision: null, is_superseded: false },
]

function actedOn(state: State, step: Extract<Act, { type: 'decide' | 'judge' }>): Outcome[] {
  const [fix, ...others] = state.fixes
  if (!fix) return []
  const act = step.type === 'decide' ? step.decision : step.outcome
  const was_run = fix.status !== 'proposed' && fix.status !== 'dismissed'
  if (fix.is_superseded && !(step.type === 'judge' && was_run)) return [{ answer: 'superseded', state }]
  const status = transitions[fix.status as keyof typeof transitions][act]
  if (['conflict', 'already_decided', 'superseded'].includes(status)) return [{ answer: status, state }]
  const drafts = state.drafts + (act === 'draft_template' ? 1 : 0)
  if (drafts > 1) return [{ answer: 'already_decided', state }]
  const decision = step.type === 'decide' ? step.decision : fix.decision
  const same = fix.status === status && fix.decision === decision && drafts === state.drafts
  if (same) return [{ answer: 'ok', state }]
  const version = state.version + 1
  return [{ answer: 'ok', state: { ...state, version, drafts, fixes: [{ ...fix, status, decision }, ...others] } }]
}

type Seen = { step: Step; answer: string }

/** Whether some order of these steps, one after the other, gives just these answers and leaves this; a line stays in order. */
export function isExplained(lines: Seen[][], end: State, state = opened): boolean {
  if (lines.every((line) => line.length === 0)) return isSame(state, end)
  return lines.some(([next, ...rest], at) => {
    if (!next) return false
    const others = lines.with(at, rest)
    return outcomesOf(state, next.step).some(
      ({ answer, state: after }) => answer === next.answer && isExplained(others, end, after),
    )
  })
}

const isSame = (one: State, other: State) => JSON.stringify(comparable(one)) === JSON.stringify(comparable(other))

const comparable = ({ answered: _, fixes, ...state }: State) => ({
  ...state,
  fixes: fixes.toSorted((one, other) => one.title.localeCompare(other.title)),
})
