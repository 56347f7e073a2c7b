import { inOneNotation } from './number-notation.ts'
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
  // Of scripts that set spaces between words: elsewhere a number stands in the middle of a sentence's letters.
  /\b(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_-]{0,60}\p{N})(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_-]{0,60}[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_-]{1,60}(?:\/\p{N}{1,3}){0,3}/giu,
  // Names in capitals with a joint (ACME-FS), and accounts with one (svc_backup).
  /\b\p{Lu}{2,20}(?:[-_]\p{Lu}{2,20}){1,4}\b/gu,
  /\b\p{L}{2,30}(?:_\p{L}{1,30}){1,4}\b/giu,
  // Cmdlets: a verb that PowerShell approves of; German joins nouns in the same way.
  /\b(?:Add|Approve|Backup|Block|Clear|Close|Connect|Convert|ConvertFrom|ConvertTo|Copy|Disable|Disconnect|Dismount|Enable|Enter|Exit|Export|Find|Format|ForEach|Get|Grant|Import|Initialize|Install|Invoke|Join|Limit|Lock|Measure|Merge|Mount|Move|New|Open|Optimize|Out|Protect|Publish|Push|Receive|Register|Remove|Rename|Repair|Request|Reset|Resize|Resolve|Restart|Restore|Resume|Revoke|Save|Search|Select|Send|Set|Show|Start|Stop|Submit|Suspend|Switch|Sync|Test|Unblock|Uninstall|Unlock|Unprotect|Unregister|Update|Use|Wait|Where|Write)-[A-Z][A-Za-z]{2,40}\b/gu,
  // What is no word, as passwords are: letters or digits with a sign between them.
  /[\p{L}\p{N}]{1,60}(?:[!$*#~=^][\p{L}\p{N}]{1,60}){1,8}/giu,
  // Addresses, versions, times, ranges, codes and plain numbers; a quantity goes with its unit.
  /\b(?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{0,4}\b/giu,
  /\b0x[0-9a-f]{1,16}\b/giu,
  /(?:(?<=^|[\s(])-)?(?<![\p{L}\p{N}_])\p{N}+(?:[.:,/]\p{N}+){0,8}(?: (?:second|minute|hour|day|week|month|year|[kmgt]b|%))?(?![\p{L}\p{N}_])/giu,
  // Days and times of day.
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/giu,
  /\b(?:january|february|april|june|july|august|september|october|november|december)\b/giu,
  /\b(?:yesterday|today|tonight|tomorrow|overnight|midnight|noon|mornings?|afternoons?|evenings?|nights?|weekends?)\b/giu,
  /\b(?:last|this|next) (?:week|month|year|quarter|spring|summer|autumn|winter)\b/giu,
  // May and March are words of their own.
  /\b(?:in|since|until|of|by|early|late|mid|seit|im|bis|ende|anfang|mitte|\p{N}{1,2}\.?)[ -](?:march|may|märz|mai)\b/giu,
  /\b(?:for|since|seit) (?:\p{L}{2,12} )?(?:hours|days|weeks|months|years|stunden|tagen|wochen|monaten|jahren)\b/giu,
  /\b(?:few|several|some|couple of|many) (?:seconds|minutes|hours|days|weeks|months|years)\b/giu,
  /\b(?:hours?|days?|weeks?|months?|years?) (?:ago|earlier)\b/giu,
  // How many, without a number.
  /\b(?:twice|thrice|dozens|hundreds|thousands|half of|zweimal|dreimal|dutzende|hunderte|tausende)\b/giu,
  /\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|april|juni|juli|oktober|dezember)s?\b/giu,
  /\b(?:gestern|heute|vorgestern|mitternacht|mittag|nachmittag|vormittag|abend|nacht|wochenende|morgen)s?\b/giu,
]

/** The indicators in a text, folded, each once. */
export function indicatorsIn(text: string): string[] {
  const folded = foldIndicators(text)
  // Some are told by their capitals, everything else from the folded text.
  const found = patterns.flatMap((pattern) =>
    [...(pattern.flags.includes('i') ? folded : text).matchAll(pattern)].map(([hit]) => hit),
  )
  const all = new Set(
    [...new Set(found)].map((hit) => foldIndicators(hit).replace(/[.,;:!?-]+$/u, '')).filter((hit) => hit !== ''),
  )
  // Of a port such as Gi1/0/24 the end is no number of its own.
  const ports = [...all].filter((hit) => /^\p{L}+\p{N}+\//u.test(hit)).slice(0, 20)
  return [...all].filter(
    (hit) => !ports.some((port) => port.endsWith(`/${hit}`) || (port.includes(`${hit}/`) && /^\p{N}/u.test(hit))),
  )
}

/** The indicators of `text` that do not stand in `source`, whole: 10.0.0.1 does not stand in 10.0.0.11. */
export function inventedIn(text: string, source: string): string[] {
  const evidence = foldIndicators(source)
  const invented = indicatorsIn(text).filter((indicator) => !standsIn(indicator, evidence))
  const notation = invented.some(isDecimal) ? inOneNotation(text, evidence) : undefined
  if (!notation) return invented
  return invented.filter((each) => !isDecimal(each) || !standsIn(notation.plainOf(each), notation.evidence))
}

const isDecimal = (indicator: string): boolean => /^\p{N}+(?:[.,]\p{N}+)+(?: |$)/u.test(indicator)

/** Whether a text holds at least one of these indicators, whole. */
export function holdsAny(indicators: string[], text: string): boolean {
  const folded = foldIndicators(text)
  return indicators.some((indicator) => standsIn(indicator, folded))
}

function standsIn(indicator: string, evidence: string): boolean {
  const isNumber = /^\p{N}/u.test(indicator)
  // An address may stand with its port or its mask.
  const follows = /^\p{N}+(?:\.\p{N}+){3}$/u.test(indicator)
    ? /^(?:[\p{L}\p{N}_]|[.,]\p{N})/u
    : /^(?:[\p{L}\p{N}_]|[.:,/]\p{N})/u
  for (let at = evidence.indexOf(indicator); at >= 0; at = evidence.indexOf(indicator, at + 1)) {
    const before = evidence.slice(Math.max(0, at - 2), at)
    const after = evidence.slice(at + indicator.length, at + indicator.length + 2)
    const isInside = /[\p{L}\p{N}_]$/u.test(before) || (isNumber && /\p{N}[.,/]$/u.test(before))
    if (!isInside && !follows.test(after)) return true
  }
  return false
}

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
