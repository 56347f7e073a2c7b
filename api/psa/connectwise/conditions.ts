import { readId } from './ids.ts'

// A quote cannot be escaped in ConnectWise's conditions, and `%`, `*`, `_` and brackets stand for other characters in
// some of its operators. So the words are cut at everything but letters, digits and what is harmless between quotes:
// what is left has no way out of them, and finds what the words would have found.
const harmless = /[\p{L}\p{N}\p{M}.@:/#+&-]+/gu

// So that the address stays below the 2,000 characters that ConnectWise asks for.
const most_words = 6
const longest_word = 30

/** The condition for tickets whose number or summary holds the words; undefined when nothing of them can be looked for. */
export function conditionFor(words: string): string | undefined {
  const runs = (words.match(harmless) ?? []).filter((run) => /[\p{L}\p{N}]/u.test(run))
  const terms = runs.slice(0, most_words).map(cut)
  const in_summary = terms.map((term) => `summary contains "${term}"`).join(' and ')
  if (in_summary === '') return undefined
  const number = terms.length === 1 ? readId(terms.join('').replace(/^#/, '')) : undefined
  return number === undefined ? in_summary : `id = ${number} or ${in_summary}`
}

const cut = (word: string) => [...word].slice(0, longest_word).join('')
