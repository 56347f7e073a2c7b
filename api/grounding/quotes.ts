import { isRetraction } from './assertiveness.ts'
import { joinWrapped, passageEnd } from './clauses.ts'
import { foldLine } from './fold.ts'

/** A shorter quote stands in anything. */
const leastQuote = 12

/**
 * The sentences that a quote stands in, whole, so that a not before it is seen; undefined where a text does not hold the
 * quote. White space, typographic quotes, apostrophes and dashes make no difference; it begins and ends at words.
 */
export function passageOf(quote: string, text: string): string | undefined {
  const words = foldLine(quote)
  if ([...words].length < leastQuote) return undefined
  const said = joinWrapped(text)
  const found = patternOf(words).exec(said)
  if (!found) return undefined
  const ends = [...said.matchAll(passageEnd)].map(({ index, 0: end }) => ({ index, to: index + end.length }))
  const from = ends.findLast(({ to }) => to <= found.index)?.to ?? 0
  const end = found.index + found[0].length
  const at = ends.findIndex(({ index }) => index >= end)
  if (at === -1) return said.slice(from)
  const next = said.slice(ends[at]?.to, ends[at + 1]?.index)
  return said.slice(from, isRetraction(next) ? ends[at + 1]?.index : ends[at]?.index)
}

function patternOf(words: string): RegExp {
  const escaped = words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/ /gu, '\\s+')
  const starts = /^[\p{L}\p{N}]/u.test(words) ? '(?<![\\p{L}\\p{N}])' : ''
  const ends = /[\p{L}\p{N}]$/u.test(words) ? '(?![\\p{L}\\p{N}])' : ''
  return new RegExp(`${starts}${escaped}${ends}`, 'u')
}
