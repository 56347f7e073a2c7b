const ones = {
  english: 'one two three four five six seven eight nine'.split(' '),
  german: 'eins zwei drei vier fünf sechs sieben acht neun'.split(' '),
}
const below_twenty = {
  english: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
  german: 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' '),
}
const tens = {
  english: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  german: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' '),
}

/** Number words as digits, so that "two laptops" stands in "2 laptops"; one is left, since it counts nothing most of the time. */
const numberWords = new Map<string, string>([
  ...[ones.english, ones.german].flatMap((words) => words.slice(1).map((word, at) => [word, `${at + 2}`] as const)),
  ...Object.values(below_twenty).flatMap((words) => words.map((word, at) => [word, `${at + 10}`] as const)),
  ...tens.english.flatMap((ten, at) => [
    [ten, `${at + 2}0`] as const,
    ...ones.english.flatMap((one, by) =>
      ['-', ' '].map((joint) => [`${ten}${joint}${one}`, `${at + 2}${by + 1}`] as const),
    ),
  ]),
  ...tens.german.flatMap((ten, at) => [
    [ten, `${at + 2}0`] as const,
    ...ones.german.map((one, by) => [`${by === 0 ? 'ein' : one}und${ten}`, `${at + 2}${by + 1}`] as const),
  ]),
  ['dozen', '12'],
  ['dutzend', '12'],
  ['hundred', '100'],
  ['hundert', '100'],
])

const longestFirst = (words: Iterable<string>) => [...words].sort((one, other) => other.length - one.length).join('|')
const numberWord = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${longestFirst(numberWords.keys())})(?![\\p{L}\\p{N}_])`, 'gu')

/** Every way to write a unit, as one. */
const units = new Map(
  Object.entries({
    second: 's sec secs second seconds sekunde sekunden',
    minute: 'min mins minute minutes minuten',
    hour: 'h hr hrs hour hours std stunde stunden',
    day: 'day days tag tage tagen',
    week: 'week weeks woche wochen',
    month: 'month months monat monate monaten',
    year: 'year years jahr jahre jahren',
    ms: 'ms millisecond milliseconds',
    kb: 'kb kib kilobytes',
    mb: 'mb mib megabytes',
    gb: 'gb gib gigabytes',
    tb: 'tb tib terabytes',
    '%': '% percent prozent',
  }).flatMap(([unit, spellings]) => spellings.split(' ').map((spelling) => [spelling, unit] as const)),
)

const quantity = new RegExp(`(\\p{N})[ -]?(${longestFirst(units.keys())})(?![\\p{L}\\p{N}])`, 'gu')

/** A lower-case text with its number words as digits, and every unit behind a number spelled in one way. */
export const foldQuantities = (text: string): string =>
  text
    .replace(numberWord, (word) => numberWords.get(word) ?? word)
    .replace(quantity, (_, digit: string, spelling: string) => `${digit} ${units.get(spelling)}`)

/** A name as one stands in a list: up to three words that begin with a capital or a digit. */
const listed = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}._\\-]{1,40}(?: \p{Lu}[\p{L}\p{N}._-]{0,40}){0,2}`
const list = new RegExp(`${listed}(?:, ${listed}){0,10},? (?:and|und) ${listed}`, 'gu')

/** How many the lists of a text name, as digits: "DC01, DC02 and DC03" are three, though no fact has to say so. */
export const countsIn = (text: string): string[] =>
  (text.match(list) ?? []).map((names) => `${names.split(/,? (?:and|und) |, /u).length}`)

const magnitude: Record<string, number> = { kb: 1e-6, mb: 1e-3, gb: 1, tb: 1e3 }
const freeOf =
  /(\p{N}{1,9}(?:[.,]\p{N}{1,3})?) ?([kmgt]b) (?:free|frei) (?:of|out of|von) (\p{N}{1,9}(?:[.,]\p{N}{1,3})?) ?([kmgt]b)/gu
/** Less than this part free is full, in anybody's words. */
const full_below = 0.1

/** A folded text in which a disk with hardly anything free is called full as well. */
export const sayFull = (folded: string): string =>
  folded.replace(freeOf, (said, free: string, unit: string, all: string, unitOfAll: string) => {
    const share = (read(free) * (magnitude[unit] ?? 1)) / (read(all) * (magnitude[unitOfAll] ?? 1))
    return share < full_below ? `${said} full` : said
  })

const read = (number: string) => Number(number.replace(',', '.'))
