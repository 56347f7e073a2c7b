import { foldQuantities } from './quantities.ts'

/**
 * Concrete things that a sentence must not make up: addresses, hosts, paths, codes, KB numbers, users, times, versions
 * and any other number. Each pattern is linear: a sentence may come from a model that was fed hostile output.
 */
const patterns: RegExp[] = [
  /\bhttps?:\/\/[^\s"'<>)\]]{1,300}/giu,
  // A mail address, or a user in an old-style domain.
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}/giu,
  /\b[\p{L}\p{N}-]{1,64}\\[\p{L}\p{N}._$-]{1,64}/giu,
  // Paths: a share, a drive, a registry hive, a root.
  /\\\\[^\s"'<>|]{1,300}/giu,
  /\b(?:[a-z]|hklm|hkcu|hkey_\w{1,20}):?\\[^\s"'<>|,;]{1,300}/giu,
  /(?<![\p{L}\p{N}/])\/(?:[\p{L}\p{N}._-]{1,100}\/)+[\p{L}\p{N}._-]{0,100}/giu,
  // Hosts with a domain, and names that hold a digit: DC02, MFP-2, KB5034441.
  /\b(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}\b/giu,
  /\b(?=[\p{L}\p{N}_-]{0,60}\p{N})(?=[\p{L}\p{N}_-]{0,60}\p{L})[\p{L}\p{N}][\p{L}\p{N}_-]{1,60}/giu,
  // Names in capitals with a joint (ACME-FS), and accounts with one (svc_backup).
  /\b\p{Lu}{2,20}(?:[-_]\p{Lu}{2,20}){1,4}\b/gu,
  /\b\p{L}{2,30}(?:_\p{L}{1,30}){1,4}\b/giu,
  // Cmdlets.
  /\b[A-Z][a-z]{2,20}-[A-Z][A-Za-z]{2,40}\b/gu,
  // Addresses, versions, times, ranges, codes and plain numbers; a quantity goes with its unit.
  /\b(?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{0,4}\b/giu,
  /\b0x[0-9a-f]{1,16}\b/giu,
  /(?<![\p{L}\p{N}_])\p{N}+(?:[.:,/]\p{N}+){0,8}(?: (?:second|minute|hour|day|week|month|year|[kmgt]b|%))?(?![\p{L}\p{N}_])/giu,
  // Days and times of day.
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/giu,
  /\b(?:january|february|april|june|july|august|september|october|november|december)\b/giu,
  /\b(?:yesterday|today|tonight|tomorrow|overnight|midnight|noon|mornings?|afternoons?|evenings?|nights?|weekends?)\b/giu,
  /\blast (?:week|month|year)\b/giu,
  /\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|april|juni|juli|oktober|dezember)s?\b/giu,
  /\b(?:gestern|heute|vorgestern|mitternacht|mittag|nachmittag|vormittag|abend|nacht|wochenende)s?\b/giu,
]

/** The indicators in a text, folded, each once. */
export function indicatorsIn(text: string): string[] {
  const folded = foldIndicators(text)
  // Some are told by their capitals, everything else from the folded text.
  const found = patterns.flatMap((pattern) =>
    [...(pattern.flags.includes('i') ? folded : text).matchAll(pattern)].map(([hit]) => hit),
  )
  return [...new Set(found.map((hit) => foldIndicators(hit).replace(/[.,;:!?-]+$/u, '')).filter((hit) => hit !== ''))]
}

/** The indicators of `text` that do not stand in `source`, whole: 10.0.0.1 does not stand in 10.0.0.11. */
export function inventedIn(text: string, source: string): string[] {
  const evidence = foldIndicators(source)
  return indicatorsIn(text).filter((indicator) => !standsIn(indicator, evidence))
}

/** Whether a text holds at least one of these indicators, whole. */
export function holdsAny(indicators: string[], text: string): boolean {
  const folded = foldIndicators(text)
  return indicators.some((indicator) => standsIn(indicator, folded))
}

function standsIn(indicator: string, evidence: string): boolean {
  for (let at = evidence.indexOf(indicator); at >= 0; at = evidence.indexOf(indicator, at + 1)) {
    const before = evidence.charAt(at - 1)
    const after = evidence.slice(at + indicator.length, at + indicator.length + 2)
    if (!isInside(before) && !/^(?:[\p{L}\p{N}_]|[.:,/]\p{N})/u.test(after)) return true
  }
  return false
}

const isInside = (before: string) => /[\p{L}\p{N}_]/u.test(before)

/** One spelling for what differs only in type: case, dashes, quotes, spaces, number words, units. */
function foldIndicators(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+/gu, ' ')
  return foldQuantities(folded)
}
