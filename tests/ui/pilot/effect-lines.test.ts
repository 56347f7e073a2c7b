import { expect, test } from 'vitest'
import { effectLines } from '../../../ui/pilot/effect-lines.ts'
import { applyTurnEvent, followTurn } from '../../../ui/pilot/turn-state.ts'
import { beforeTurn, turnEvents } from './northbeam-turn.ts'

const known = turnEvents.reduce(applyTurnEvent, followTurn(beforeTurn))
const texts = (...args: Parameters<typeof effectLines>) => effectLines(...args).map(({ text }) => text)

test('facts and the fix are named by their words, questions and checks by their number', () => {
  expect(
    texts(
      [
        { type: 'questions', ids: ['q1', 'q2'] },
        { type: 'fact', ids: ['fact-1'] },
        { type: 'suggested_fix', ids: ['fix-1'] },
        { type: 'checks', ids: ['c1'] },
      ],
      known,
    ),
  ).toEqual([
    'Confirmed: Only laptops on the office range are affected',
    'Suggested a fix: Re-enable PEAP-MSCHAPv2 on the office VPN policy',
    'Asked 2 questions',
    'Proposed 1 check',
  ])
})

test('a fact that was removed since leaves no line, a fix that was replaced since is no longer named', () => {
  expect(
    texts(
      [
        { type: 'fact', ids: ['removed'] },
        { type: 'suggested_fix', ids: ['replaced'] },
      ],
      known,
    ),
  ).toEqual(['Suggested a fix that was replaced since'])
})

test('a fact that nobody confirmed does not claim to be confirmed', () => {
  const proposed = known.facts.map((fact) => ({ ...fact, status: 'proposed' as const }))
  expect(texts([{ type: 'fact', ids: ['fact-1'] }], { ...known, facts: proposed })).toEqual([
    'To confirm: Only laptops on the office range are affected',
  ])
})

test('a block that was left out says so once, unless it only said what is known', () => {
  const rejected = (marker: string, reason: string) => ({ type: 'rejected', marker, reason }) as const
  expect(
    texts(
      [
        rejected('SUGGEST_FIX', 'not_json'),
        rejected('SUGGEST_FIX', 'invalid'),
        rejected('QUESTIONS', 'too_large'),
        rejected('PROMOTE', 'duplicate'),
        rejected('FIX_OUTCOME', 'no_fix'),
      ],
      known,
    ),
  ).toEqual(['Left out a fix: not readable', 'Left out questions: too long'])
})
