import { foldQuantities } from './quantities.ts'
import { isEmpty, isPair, stemOf, withoutPrefix, wordsIn } from './stemming.ts'
import { meaningOf } from './synonyms.ts'

/** A word that a sentence says something with, in the forms under which another sentence may have it. */
export type ContentWord = { word: string; forms: string[] }

/** On and off say all there is to say behind some verbs, and nothing before a noun. */
const particle =
  /\b(is|are|was|were|be|been|it|them|back) (on|off|in|out|up|down)\b(?=\s*(?:[.,;!?)]|$)|\s(?:and|but|again|since|now|after|before|und)\b)/giu
const verbParticle =
  /\b(switch\p{L}*|turn\p{L}*|power\p{L}*|plugg?\p{L}*|logg?\p{L}*|sign\p{L}*|com(?:es?|ing)|came|went|go(?:es|ing)?) (on|off|in|out|up|down)\b(?! (?:the|a|an|this|that|these|those|my|our|his|her|their|its|to|of|all|\p{N}|\p{Lu}))/giu

/** What is not affected is fine; what failed to do something did not do it. */
const sameSense: [RegExp, string][] = [
  [
    /\b(?:(?:is|are|was|were|has been|have been) )?(?:not affected|unaffected)\b|\bno (?:problems?|issues?)\b/giu,
    ' fine ',
  ],
  [/\bnicht betroffen\b/giu, ' fine '],
  [
    /\b(?:fail(?:s|ed|ing)?|refus(?:es|ed|ing)|unable|not able|unwilling|ceas(?:es|ed)|forgot|forget|forgotten|neglect(?:s|ed)?|declin(?:es|ed)|omitt?(?:s|ed)?|vergaß|vergessen) to\b/giu,
    'not',
  ],
  [/\b(?:stopp?(?:s|ed|ing)?|ceas(?:es|ed)|quit|quits) (?=\p{L}{3,}ing\b)/giu, 'not '],
  [/(?<![\p{N}.,:/-])0 (?=\p{L}{3,})(?!(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)/giu, 'no '],
]

export const foldSense = (text: string): string =>
  sameSense.reduce((folded, [pattern, sense]) => folded.replace(pattern, sense), text)

/** The words of a text that mean something, in its order. Verbs and nouns count with all their forms, numbers as they are. */
export function contentWords(text: string): ContentWord[] {
  const folded = foldSense(text)
    .replace(/(?<!\p{L})(?:ca|wo)n't(?!\p{L})|n't(?!\p{L})/giu, ' ')
    .replace(particle, '$1 particle$2')
    .replace(verbParticle, '$1 particle$2')
    // Drives, floors, sites and rooms that one letter names.
    .replace(/(?<![\p{L}\p{N}])(\p{L}):(?!\p{L})/gu, ' letter$1 ')
    .replace(/(?<=[\p{L}\p{N}]-)(\p{L})(?![\p{L}\p{N}'])/gu, ' letter$1')
    .replace(/(?<=\p{L} )([B-HJ-Z])(?![\p{L}\p{N}':.&])/gu, 'letter$1')
  return wordsIn(foldQuantities(folded.normalize('NFKC').toLowerCase()))
    .filter((word) => (word.length > 1 || /\p{N}/u.test(word) || isPair(word)) && (word === 'off' || !isEmpty(word)))
    .map((word) => {
      const stem = stemOf(word)
      return { word, forms: [...new Set([word, stem, withoutPrefix(stem), meaningOf(stem)])] }
    })
}

/** Before a word these turn it around. */
const turning = /^(?:un|in|im|ir|il|dis|non|de|mis|anti|miss|nicht|ent|über|under|over|re)$|(?:un|nicht|dis)$/u

/** Whether a word stands among others in some form. German joins words: a long part of a longer one is the same word. */
export function standsAmong({ forms }: ContentWord, others: Set<string>): boolean {
  if (forms.some((form) => others.has(form))) return true
  const [word = ''] = forms.slice(1)
  return word.length >= 6 && [...others].some((other) => other.length >= 6 && isJoined(word, other))
}

/** Whether one word is the other with something joined to it that leaves its sense. */
export function isJoined(one: string, other: string): boolean {
  const [part, whole] = one.length < other.length ? [one, other] : [other, one]
  const at = whole.indexOf(part)
  return (
    at !== -1 && !turning.test(whole.slice(0, at)) && !/^(?:los|frei|less|free)/u.test(whole.slice(at + part.length))
  )
}

/** StartType, TcpTestSucceeded: what a machine writes in one, as the words that it is made of. */
export const splitNames = (text: string): string =>
  text.replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, ' ')

/** All forms under which a text has its words. */
export const suppliedBy = (text: string): Set<string> =>
  formsOf([...contentWords(text), ...contentWords(splitNames(text))])

const formsOf = (words: ContentWord[]): Set<string> => new Set(words.flatMap(({ forms }) => forms))
