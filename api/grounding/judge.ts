import { redact } from '../redaction/redact.ts'
import { restsOn, type Source } from './citations.ts'
import { instructs } from './imperatives.ts'
import { inventedIn } from './indicators.ts'
import { saysTheOpposite } from './negation.ts'
import { differsInScope } from './quantifiers.ts'
import { countsIn } from './quantities.ts'
import { claimWords, shareOf } from './stemming.ts'
import { unsupportedWords } from './unsupported-words.ts'

/** A sentence and the names of what it says it rests on. */
type Cited = { text: string; cites: string[] }

/** A sentence is kept, with everything that it rests on, or dropped, with the reason for the engineer to read. */
export type Judged = { kept?: Cited; dropped?: { text: string; why: string } }

/** What sentences are judged by: what they can name, all that is established, and how the problem was described. */
export type Grounds = { sources: Source[]; established: string; described: string }

const longestSentence = 600

/** Sections that look ahead: what they say is new by its nature, and may be an instruction. */
const ahead = ['current_hypothesis', 'suggested_next_steps']

/**
 * Judges sentences by these grounds. What a sentence names has to exist; everything concrete in it has to be established,
 * every other word that means something stand in what it names, and it may not turn that around.
 */
export function createJudge({ sources, established, described: description }: Grounds) {
  const byName = new Map(sources.map((source) => [source.name, source]))
  const fix = sources.find(({ outcome }) => outcome !== undefined)

  function whyNot(section: string, text: string, cites: string[]): string | undefined {
    if (text === '') return 'It is empty.'
    if (text.length > longestSentence) return 'It is too long for one sentence.'
    if (cites.length === 0) return 'It names nothing that it rests on.'
    const missing = cites.find((name) => !byName.has(name))
    if (missing !== undefined) return `It rests on ${missing}, which does not exist.`
    const named = cites.flatMap((name) => byName.get(name) ?? [])
    // How the problem was described proves nothing about its cause or its end.
    const described = section === 'problem' || ahead.includes(section) ? description : ''
    const invented = inventedBy(text, `${established}\n${described}`, named)
    if (invented !== undefined) return `“${invented}” stands nowhere in the evidence.`
    if (!ahead.includes(section) && instructs(text, fix?.text ?? '')) {
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
    const besides = restsOn(text, [], sources).map((name) => byName.get(name)?.text ?? '')
    const [unsupported] = unsupportedWords(text, [said, ...besides, described])
    if (unsupported !== undefined) return `not “${unsupported}”`
    if (differsInScope(text, said)) return 'something else'
    return saysTheOpposite(text, named) ? 'the opposite' : undefined
  }

  return (section: string, said: Cited): Judged => {
    const { text, taken } = redact(said.text.trim().replace(/\s+/gu, ' '))
    if (taken.length > 0) return { dropped: { text, why: 'It holds what looks like a secret.' } }
    const cites = [...new Set(said.cites.map((name) => name.trim().toUpperCase()))]
    const why = whyNot(section, text, cites)
    return why === undefined
      ? { kept: { text, cites: restsOn(text, cites, sources) } }
      : { dropped: { text: text.slice(0, longestSentence).toWellFormed(), why } }
  }
}
