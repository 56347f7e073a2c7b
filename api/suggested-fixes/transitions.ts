import { Failure, type FailureCode } from '../errors.ts'
import type { Decision, Outcome, SuggestedFix } from './schemas.ts'

export type FixStatus = SuggestedFix['status']
/** What an engineer does with a fix: decides about it, says that he ran it, or how it went. */
export type FixAct = Decision['decision'] | 'apply' | Outcome['outcome']

type Refusal = Extract<FailureCode, 'conflict' | 'already_decided' | 'superseded'>

const outcomes = { worked: 'worked', partial: 'partial', failed: 'failed', awaiting: 'awaiting' } as const

/** No decision takes an outcome back, and to say once more that the fix was run changes nothing. */
const settled = <Status extends Outcome['outcome']>(status: Status) =>
  ({
    one_off: 'already_decided',
    draft_template: 'already_decided',
    build_template: 'already_decided',
    dismissed: 'already_decided',
    apply: status,
    // What is awaited comes, what seemed to work comes back: the engineer may always correct his own word.
    ...outcomes,
  }) as const

/** `status × act`: what the fix is after the act, or why the act is refused. */
export const transitions: Record<FixStatus, Record<FixAct, FixStatus | Refusal>> = {
  proposed: {
    one_off: 'applied',
    draft_template: 'applied',
    build_template: 'proposed',
    dismissed: 'dismissed',
    apply: 'applied',
    ...outcomes,
  },
  applied: {
    one_off: 'applied',
    draft_template: 'applied',
    build_template: 'applied',
    dismissed: 'conflict',
    apply: 'applied',
    ...outcomes,
  },
  worked: settled('worked'),
  partial: settled('partial'),
  failed: settled('failed'),
  awaiting: settled('awaiting'),
  dismissed: {
    one_off: 'conflict',
    draft_template: 'conflict',
    build_template: 'conflict',
    dismissed: 'dismissed',
    apply: 'conflict',
    worked: 'conflict',
    partial: 'conflict',
    failed: 'conflict',
    awaiting: 'conflict',
  },
}

type Fix = Pick<SuggestedFix, 'status' | 'applied_at' | 'superseded_at'>

/** What the fix is after the act. Of a superseded one only what was run can still be judged. Throws the refusal. */
export function statusAfter(fix: Fix, act: FixAct): FixStatus {
  const is_judged = act in outcomes && fix.applied_at !== null
  const next = fix.superseded_at && !is_judged ? 'superseded' : transitions[fix.status][act]
  if (next === 'superseded' || next === 'already_decided') throw new Failure(next, words[next])
  if (next === 'conflict') throw new Failure(next, fix.status === 'dismissed' ? words.dismissed : words.applied)
  return next
}

const words = {
  superseded: 'A newer fix has replaced this one.',
  already_decided: 'How this fix went is recorded. Change that instead.',
  dismissed: 'This fix was dismissed. Ask for another one.',
  applied: 'This fix was applied. Say how it went instead.',
}
