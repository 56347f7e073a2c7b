import { foldQuantities } from './quantities.ts'
import { claimWords, isPair, saysSomething, stemOf, withoutPrefix, wordsIn } from './stemming.ts'
import { meaningOf } from './synonyms.ts'

/** Words that join what is said and claim nothing by themselves; the prompt allows them. */
const joining = claimWords(
  `led to, resulted in, happened, began, started, then, once, followed, made, used, took, gave, put, set, needed, part, first,
  second, last, next, different, new, old`,
)

/**
 * The words of a sentence that stand, in no form, in any of what carries it: a model that keeps to the words of what it names
 * can twist them, but it can't bring in another thing.
 */
export function unsupportedWords(text: string, carriers: string[]): string[] {
  const carried = claimWords(fold(carriers.join('\n')))
  for (const stem of [...carried]) carried.add(withoutPrefix(stem)).add(meaningOf(stem))
  const claimed = wordsIn(fold(text)).filter(saysSomething)
  const stray = claimed.filter((word) => {
    const stem = stemOf(word)
    return (
      ![stem, withoutPrefix(stem), meaningOf(stem)].some((form) => carried.has(form) || joining.has(form)) &&
      !isPartOf(stem, carried)
    )
  })
  // Where nothing parts the words, another order of them makes a few pairs of letters that no source has.
  const pairs = stray.filter(isPair)
  return pairs.length <= claimed.filter(isPair).length / 3 ? stray.filter((word) => !isPair(word)) : stray
}

/** Numbers are no words: whether they stand in the evidence is known otherwise. */
const fold = (text: string): string => foldQuantities(text.normalize('NFKC').toLowerCase())

/** German joins words: a long part of a longer one is the same word. */
const isPartOf = (word: string, carried: Set<string>): boolean =>
  word.length >= 6 && [...carried].some((other) => other.length >= 6 && (other.includes(word) || word.includes(other)))
