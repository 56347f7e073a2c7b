import type { IconName } from '../kit/Icon.tsx'
import type { Fact, Message, MessageEffect, SuggestedFix } from './session-page.ts'

export type EffectLine = { icon: IconName; look: string; text: string }
export type Known = { facts: Fact[]; suggested_fix: SuggestedFix | null }

/** What a reply's blocks did, a line each: facts and fixes by their words, questions and checks by their number. */
export function effectLines(effects: Message['effects'], known: Known): EffectLine[] {
  const ids = (type: Exclude<MessageEffect['type'], 'rejected' | 'shortened'>) => [
    ...new Set(effects.flatMap((effect) => (effect.type === type ? effect.ids : []))),
  ]
  return [
    ...ids('fact').flatMap((id) => known.facts.filter((fact) => fact.id === id).map(factLine)),
    ...ids('suggested_fix')
      .slice(-1)
      .map((id) => fixLine(known.suggested_fix?.id === id ? known.suggested_fix : null)),
    ...ids('outcome_proposal').map(
      () => ({ icon: 'bulb', look: 'text-warning', text: 'Proposed an outcome of the fix' }) as const,
    ),
    ...counted(ids('questions').length, 'Asked', 'question', { icon: 'question', look: 'text-info' }),
    ...counted(ids('checks').length, 'Proposed', 'check', { icon: 'pulse', look: 'text-accent' }),
    ...effects.flatMap((effect) => (effect.type === 'shortened' ? shortenedLine(effect.count) : [])),
    ...[...new Set(effects.flatMap(leftOut))].map((text) => ({ icon: 'alert', look: 'text-warning', text }) as const),
  ]
}

const blocks: Record<string, string> = {
  QUESTIONS: 'questions',
  ACTIONS: 'checks',
  PROMOTE: 'facts',
  SUGGEST_FIX: 'a fix',
  FIX_OUTCOME: 'an outcome of the fix',
}
/** What was left out because it is known already, or about no fix, is missed by nobody. */
const reasons: Record<string, string> = {
  not_json: 'not readable',
  invalid: 'not readable',
  too_large: 'too long',
}

const leftOut = (effect: MessageEffect): string[] => {
  if (effect.type !== 'rejected') return []
  const [what, why] = [blocks[effect.marker], reasons[effect.reason]]
  return what && why ? [`Left out ${what}: ${why}`] : []
}

const shortenedLine = (count: number): EffectLine => ({
  icon: 'layers',
  look: 'text-secondary',
  text: `Long conversation: ${count} earlier ${count === 1 ? 'message was' : 'messages were'} shortened or left out for the AI`,
})

const factLine = (fact: Fact): EffectLine =>
  fact.status === 'confirmed'
    ? { icon: 'check-circle', look: 'text-success', text: `Confirmed: ${fact.text}` }
    : { icon: 'check-circle', look: 'text-warning', text: `To confirm: ${fact.text}` }

// Only the active fix is known by its words; one that was replaced since is still named.
const fixLine = (fix: SuggestedFix | null): EffectLine => ({
  icon: 'bulb',
  look: 'text-warning',
  text: fix ? `Suggested a fix: ${fix.title}` : 'Suggested a fix that was replaced since',
})

const counted = (count: number, verb: string, noun: string, look: Omit<EffectLine, 'text'>): EffectLine[] =>
  count === 0 ? [] : [{ ...look, text: `${verb} ${count} ${noun}${count === 1 ? '' : 's'}` }]
