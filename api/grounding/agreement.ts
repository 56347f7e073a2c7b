import type { Comparison } from './answers.ts'
import { carries } from './choose-units.ts'
import type { Clause } from './clauses.ts'
import { type ContentWord, contentWords, foldSense, standsAmong } from './content-words.ts'
import { countDenials } from './negation.ts'
import { swapsRoles } from './roles.ts'
import type { Unit } from './source-units.ts'
import { mixesNumbers, widens } from './widening.ts'

/** So much of a clause has to be told where it denies or speaks of all: what is left out there makes it wider. */
const most = 0.7
const ofAll = /(?<!\p{L})(?:all|every|each|everyone|everybody|everything|always|alle[nr]?|jede[rsnm]?|immer)(?!\p{L})/iu

/** Whether a clause that is told in the words of these units denies, plans, counts and names as they do. */
export function agrees(
  { text, is_planned, is_former }: Clause,
  units: Unit[],
  needed: ContentWord[],
  { reading, told }: Comparison,
): boolean {
  const denied = countDenials(foldSense(text))
  const own = units.reduce((sum, { denials }) => sum + denials, 0)
  if (denied !== (carries(units, needed) ? own : own + reading.denials)) return false
  if (!is_planned && (reading.is_planned || units.some((unit) => unit.is_planned))) return false
  if (!is_former && units.some((unit) => unit.is_former)) return false
  const words = units.flatMap((unit) => unit.words)
  const left_out = words.filter((word) => !standsAmong(word, told)).length
  if ((denied > 0 || ofAll.test(text)) && left_out > words.length * (1 - most)) return false
  const source = units.map((unit) => unit.text).join('\n')
  return !(
    widens(text, `${reading.asked}\n${source}`, denied > 0) ||
    swapsRoles(text, source) ||
    mixesNumbers(text, source) ||
    dropsLimit(text, units, told)
  )
}

const healthy =
  /\b(?:works?|worked|working|functions?|fine|ok|okay|healthy|fixed|solved|resolved|funktioniert|läuft|geht|behoben)\b/iu
const limited =
  /\b(?:on|in|at|from|over|via|with|without|for|by|through|auf|im|in|am|von|über|mit|ohne|bei|für) (.+)$/iu

/** What works somewhere is not said to work everywhere. */
function dropsLimit(text: string, units: Unit[], told: Set<string>): boolean {
  if (!healthy.test(text)) return false
  return units.some((unit) => {
    const [, limit = ''] = limited.exec(unit.text.slice(Math.max(0, unit.text.search(healthy)))) ?? []
    const words = contentWords(limit)
    return words.length > 0 && !words.some((word) => standsAmong(word, told))
  })
}
