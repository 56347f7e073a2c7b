/** Number words as digits, so that "two laptops" stands in "2 laptops"; one is left, since it counts nothing most of the time. */
const numberWords = new Map(
  [
    ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].entries(),
    ...['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'].entries(),
  ].map(([at, word]) => [word, String(at + 2)] as const),
)

const numberWord = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${[...numberWords.keys()].join('|')})(?![\\p{L}\\p{N}_])`, 'gu')

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

const quantity = new RegExp(
  `(\\p{N})[ -]?(${[...units.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** A lower-case text with its number words as digits, and every unit behind a number spelled in one way. */
export const foldQuantities = (text: string): string =>
  text
    .replace(numberWord, (word) => numberWords.get(word) ?? word)
    .replace(quantity, (_, digit: string, spelling: string) => `${digit} ${units.get(spelling)}`)
