import type { FixScript } from '../../db/schema/session-suggested-fixes.ts'
import type { Evidence, EvidenceFix, FixOutcome, TriedFix } from '../evidence/evidence.ts'
import { scriptFollows } from './artifact.ts'
import type { Line } from './schemas.ts'

/** How a fix went, as the engineer said; null where it was not run. */
export function outcomeOf({ status, outcome_note }: TriedFix): string | null {
  const words = outcomes[status]
  if (words === null) return null
  return outcome_note === null ? `${words}.` : endSentence(`${words}: ${outcome_note}`)
}

const outcomes: Record<FixOutcome, string | null> = {
  proposed: null,
  applied: 'Applied; whether it worked is not recorded',
  worked: 'It worked',
  partial: 'It worked in part',
  failed: 'It did not work',
  awaiting: 'Applied; it is too early to tell, awaiting',
}

/** A fix that was run, with how it went. */
export const sayTried = (fix: TriedFix): string => `${endSentence(fix.title)} ${outcomeOf(fix) ?? 'It was not run.'}`

/** As an item of a list, with the script that was run. */
export const triedItem = (fix: TriedFix, words = sayTried(fix)): string =>
  fix.script ? `${words} ${sayScript(fix.script)}` : words

export const sayScript = ({ language, body }: FixScript): string => `The ${language} script:${scriptFollows}${body}`

export const wasRun = ({ status }: TriedFix): boolean => status !== 'proposed'

/** The fix and the facts that it rests on, as far as those are confirmed. */
export const citesOf = ({ facts }: Evidence, fix: EvidenceFix): string[] => [
  ...facts.map(({ name }) => name as string).filter((name) => fix.facts.includes(name)),
  'FIX',
]

export const factLines = ({ facts }: Evidence): Line[] => facts.map(({ name, text }) => ({ text, cites: [name] }))

/** What the engineer called the problem, and what he wrote of it; a name that was taken from there is not said twice. */
export function problemLines({ title, problem }: Evidence): Line[] {
  const said = problem?.trim() ? [problem] : []
  const named = said.some((words) => fold(words).startsWith(fold(title))) ? [] : [title]
  return [...named, ...said].map((text) => ({ text: endSentence(text), cites: [] }))
}

const fold = (text: string) => text.replace(/…$/u, '').replace(/\s+/g, ' ').trim().toLowerCase()

export function endSentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?…:;]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
