import type { CitedSentence } from '../../db/schema/artifact-previews.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { holdsAny, indicatorsIn, inventedIn } from '../facts/indicators.ts'
import { countsIn } from '../facts/quantities.ts'
import { redact } from '../redaction/redact.ts'
import { strayWords } from './carried.ts'
import { instructs } from './instructions.ts'
import { saysTheOpposite } from './opposite.ts'
import { differsInScope } from './scope.ts'
import { readSources, type Source, sayAll } from './sources.ts'
import { claimWords, shareOf } from './words.ts'

/** A sentence is kept, with everything that it rests on, or dropped, with the reason for the engineer to read. */
export type Judged = { kept?: CitedSentence; dropped?: { text: string; why: string } }

const longestSentence = 600

/** Sections that look ahead: what they say is new by its nature, and may be an instruction. */
const ahead = ['current_hypothesis', 'suggested_next_steps']

/**
 * Judges sentences by this evidence. What a sentence names has to exist; everything concrete in it has to stand in the
 * evidence, every other word that means something in what it names, and it may not turn that around.
 */
export function createJudge(evidence: Evidence) {
  const { title, problem, ...established } = evidence
  const proven = sayAll(established)
  const description = [title, problem ?? ''].join('\n')
  const sources = readSources(evidence)

  function whyNot(section: string, text: string, cites: string[]): string | undefined {
    if (text === '') return 'It is empty.'
    if (text.length > longestSentence) return 'It is too long for one sentence.'
    if (cites.length === 0) return 'It names nothing that it rests on.'
    const missing = cites.find((name) => !sources.has(name))
    if (missing !== undefined) return `It rests on ${missing}, which does not exist.`
    const named = cites.flatMap((name) => sources.get(name) ?? [])
    // How the problem was described proves nothing about its cause or its end.
    const described = section === 'problem' || ahead.includes(section) ? description : ''
    const invented = inventedBy(text, `${proven}\n${described}`, named)
    if (invented !== undefined) return `“${invented}” stands nowhere in the evidence.`
    if (!ahead.includes(section) && instructs(text, sources.get('FIX')?.text ?? '')) {
      return 'It is an instruction, not a finding.'
    }
    const difference = differenceOf(section, text, named, described)
    return difference && `${cites.join(' and ')} ${cites.length > 1 ? 'say' : 'says'} ${difference}.`
  }

  /** Something concrete that stands nowhere; how many a list names may be said without a fact that counts them. */
  function inventedBy(text: string, known: string, named: Source[]): string | undefined {
    const counts = named.flatMap((source) => countsIn(source.text))
    return inventedIn(text, known).find((indicator) => !counts.includes(indicator))
  }

  function differenceOf(section: string, text: string, named: Source[], described: string): string | undefined {
    const said = named.map((source) => source.text).join('\n')
    if (ahead.includes(section)) return shareOf(claimWords(text), claimWords(said)) > 0 ? undefined : 'something else'
    // It cites in the end whatever its indicators stand in, so that carries it too.
    const besides = restsOn(text, []).map((name) => sources.get(name)?.text ?? '')
    const [stray] = strayWords(text, [said, ...besides, described])
    if (stray !== undefined) return `not “${stray}”`
    if (differsInScope(text, said)) return 'something else'
    return saysTheOpposite(text, named) ? 'the opposite' : undefined
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
    return [...sources].flatMap(([name, source]) =>
      cites.includes(name) || (name !== 'FIX' && holdsAny(indicators, source.text)) ? name : [],
    )
  }
}
