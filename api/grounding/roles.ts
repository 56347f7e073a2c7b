import { contentWords, standsAmong, suppliedBy } from './content-words.ts'

const ways: [way: string, words: string][] = [
  ['to', 'to|into|onto|towards?|nach|zum?|zur|auf'],
  ['from', 'from|out of|off|von|vom|aus'],
  ['by', 'by|through|von|vom|durch'],
  ['not', 'instead of|rather than|than|anstatt|statt|als'],
]
/** A preposition with the name, number or noun that it leads to. What follows a bare "to" is a verb most of the time. */
const led = (words: string) =>
  new RegExp(
    `(?<!\\p{L})(?:${words}) (?:(?:the|a|an|its|his|her|their|our|my|der|die|das|dem|den|einen?|einem|einer) ([^\\s,;]+)|(?=\\S*[\\p{Lu}\\p{N}])([^\\s,;]+))`,
    'giu',
  )
const named = /(?:^|[\\@._-])\p{L}*[\p{Lu}\p{N}]/u
const owner = /([\p{L}\p{N}-]+)'s? (?:\p{Ll}+ )?([\p{L}\p{N}-]+)/gu

/**
 * Whether a sentence gives the things that it names other parts than its source does: from and to, done by and done to,
 * one's and another's.
 */
export function swapsRoles(said: string, source: string): boolean {
  return ways.some(([way, words]) => changesWay(way, led(words), said, source)) || changesOwner(said, source)
}

function changesWay(way: string, pattern: RegExp, said: string, source: string): boolean {
  const told = objectsOf(pattern, said)
  const known = objectsOf(pattern, source)
  return told.some((object) =>
    contentWords(object).some((word) => {
      if (standsAmong(word, suppliedBy(known.join(' ')))) return false
      // By whom it was done is told first elsewhere; else the place is another one's, or nobody's.
      return way === 'by' ? !standsAmong(word, suppliedBy(firstOf(source))) : known.length > 0
    }),
  )
}

const firstOf = (source: string): string => source.split(/\s+/u).slice(0, 3).join(' ')

const objectsOf = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].flatMap(([, noun, name]) => noun ?? (name !== undefined && named.test(name) ? name : []))

const changesOwner = (said: string, source: string): boolean => {
  const owners = [...source.matchAll(owner)]
  return [...said.matchAll(owner)].some(([, who = '', what = '']) => {
    const others = owners.filter(([, , owned = '']) => owned.toLowerCase() === what.toLowerCase())
    return others.length > 0 && !others.some(([, other = '']) => other.toLowerCase() === who.toLowerCase())
  })
}
