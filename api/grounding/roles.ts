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
 * one's and another's, who did and to whom.
 */
export function swapsRoles(said: string, source: string): boolean {
  return (
    ways.some(([way, words]) => changesWay(way, led(words), said, source)) ||
    changesOwner(said, source) ||
    ownerActs(said, source) ||
    source.split('\n').some((part) => changesPlaces(said, part))
  )
}

/** Somebody of whom only a thing was named. */
const ownerActs = (said: string, source: string): boolean =>
  [
    ...source.matchAll(
      /(?<!\p{L})(?!(?:It|He|She|That|There|What|Who|Here|Let|This|One|Everything|Everybody|Everyone|Nobody|Nothing)')(\p{Lu}[\p{L}\p{N}-]+)'s(?!\p{L})/gu,
    ),
  ].some(([, name = '']) => {
    const alone = new RegExp(
      `(?<!(?:of|from|for|by|with|von|für|bei) )(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}']|-\\p{L})`,
      'u',
    )
    return alone.test(said) && !new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}'])`, 'u').test(source)
  })

const passive = /\b(?:was|were|is|are|been|being|be|got|wurden?|wird|werden) (?:\p{L}+ ){0,2}?\p{L}+(?:ed|en|t|n)\b/iu
const behindPreposition =
  /\b(?:of|on|in|at|by|from|to|with|for|via|over|after|before|since|about|because|than|and|or|,)\s(?:(?:the|a|an|its|his|her) )?$/iu

/** Whether what does and what it is done to have changed places, around the same word. */
function changesPlaces(said: string, source: string): boolean {
  if (passive.test(said) !== passive.test(source)) return false
  const [told, known] = [contentWords(said), contentWords(source)]
  return told.some((verb, at) => {
    const places = known.flatMap((word, place) => (word.forms.some((form) => verb.forms.includes(form)) ? [place] : []))
    const [place = -1] = places
    if (places.length !== 1) return false
    const ahead = formsIn(known.slice(0, place))
    const behind = formsIn(known.slice(place + 1))
    const only = (word: (typeof told)[number], here: Set<string>, there: Set<string>) =>
      word.forms.some((form) => here.has(form)) &&
      !word.forms.some((form) => there.has(form)) &&
      isBare(word.word, said)
    return (
      told.slice(0, at).some((word) => only(word, behind, ahead)) &&
      told.slice(at + 1).some((word) => only(word, ahead, behind))
    )
  })
}

const formsIn = (words: ReturnType<typeof contentWords>) => new Set(words.flatMap(({ forms }) => forms))

const isBare = (word: string, said: string): boolean => {
  const at = said.toLowerCase().indexOf(word.replace(/^letter/u, ''))
  return at === -1 || !behindPreposition.test(said.slice(0, at))
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
