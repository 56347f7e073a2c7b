import type { CitedSentence } from '../../db/schema/artifact-previews.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { holdsAny, indicatorsIn, inventedIn } from '../facts/indicators.ts'
import { redact } from '../redaction/redact.ts'
import { inventedNames, wholeWords } from './names.ts'
import { claimWords, denies, shareOf } from './words.ts'

/** A sentence is kept, with everything that it rests on, or dropped, with the reason for the engineer to read. */
export type Judged = { kept?: CitedSentence; dropped?: { text: string; why: string } }

const longestSentence = 600
/** Of what a sentence claims, at least this much stands in what it names. */
const least_named = 0.25
/** And at least this much anywhere in the evidence. */
const least_known = 0.45
/** So close to what it names that a "not" more or less makes it the opposite. */
const close = 0.75

/** Sections that look ahead: what they say is new by its nature, and may be an instruction. */
const ahead = ['current_hypothesis', 'suggested_next_steps']

/** Judges sentences by this evidence. */
export function createJudge(evidence: Evidence) {
  const sources = sourcesOf(evidence)
  const everything = textOf(evidence)
  const known = claimWords(everything)
  const names = wholeWords(everything)

  function whyNot(section: string, text: string, cites: string[]): string | undefined {
    if (text === '') return 'It is empty.'
    if (text.length > longestSentence) return 'It is too long for one sentence.'
    if (cites.length === 0) return 'It names nothing that it rests on.'
    const missing = cites.find((name) => !sources.has(name))
    if (missing !== undefined) return `It rests on ${missing}, which does not exist.`
    const invented = inventedIn(text, everything)[0] ?? inventedNames(text, names)[0]
    if (invented !== undefined) return `“${invented}” stands nowhere in the evidence.`
    if (!ahead.includes(section) && instructs(text)) return 'It is an instruction, not a finding.'
    const named = cites.map((name) => sources.get(name) ?? '').join('\n')
    if (!isCarried(section, text, named))
      return `${cites.join(' and ')} ${cites.length > 1 ? 'say' : 'says'} something else.`
    return undefined
  }

  function isCarried(section: string, text: string, named: string): boolean {
    const words = claimWords(text)
    const share = shareOf(words, claimWords(named))
    if (ahead.includes(section)) return share > 0
    if (share < least_named || shareOf(words, known) < least_known) return false
    return !(share >= close && denies(text) !== denies(named))
  }

  return (section: string, said: CitedSentence): Judged => {
    const { text, taken } = redact(said.text.trim().replace(/\s+/gu, ' '))
    if (taken.length > 0) return { dropped: { text, why: 'It holds what looks like a secret.' } }
    const cites = [...new Set(said.cites.map((name) => name.trim().toUpperCase()))]
    const why = whyNot(section, text, cites)
    return why === undefined
      ? { kept: { text, cites: restsOn(text, cites) } }
      : { dropped: { text: text.slice(0, longestSentence).toWellFormed(), why } }
  }

  /** What it names, and every fact that one of its indicators stands in. */
  function restsOn(text: string, cites: string[]): string[] {
    const indicators = indicatorsIn(text)
    return [...sources.keys()].filter(
      (name) => cites.includes(name) || (name !== 'FIX' && holdsAny(indicators, sources.get(name) ?? '')),
    )
  }
}

/** What a sentence can name, in the order in which it is shown. */
function sourcesOf({ facts, fix }: Evidence): Map<string, string> {
  return new Map([
    ...facts.map(({ name, text }) => [name as string, text] as const),
    ...(fix ? [['FIX', textOf(fix)] as const] : []),
  ])
}

/** All that a value says, without the names of its fields. */
function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join('\n') : ''
}

const instruction =
  /(?:^|[.!?:;,]\s+|["“„]\s*)(?:please|kindly|bitte|ignore|disregard|call|contact|pay|send|click|reply|approve|tell|inform|ask|make sure|ensure|remember|do not|don['’]t)\b|\b(?:you|the customer|customers|the client|the reader|users|der kunde|sie) (?:must|should|need to|needs to|has to|have to|are to|is to|are asked|is asked|muss|müssen|sollte|sollten|soll)\b/iu

const instructs = (text: string): boolean => instruction.test(text)
