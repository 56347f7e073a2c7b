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
  // When it was, a clause of its own tells; what it denies the other one does.
  if (!(timing.test(text) && needed.length <= 2) && denied !== (carries(units, needed) ? own : own + reading.denials))
    return false
  if (units.some((unit) => unrealised.test(unit.text)) && !unrealised.test(text) && !before.test(text)) return false
  if (units.some((unit) => open.test(unit.text)) && !occasion.test(text)) return false
  if (!is_planned && (reading.is_planned || units.some((unit) => unit.is_planned))) return false
  if (!is_former && units.some((unit) => unit.is_former)) return false
  const words = units.flatMap((unit) => unit.words).filter(({ word }) => !comment.test(word))
  const left_out = words.filter((word) => !standsAmong(word, told)).length
  if ((denied > 0 || ofAll.test(text)) && left_out > words.length * (1 - most)) return false
  const source = units.map((unit) => unit.text.replace(/^(?:but|aber) /iu, '')).join('\n')
  return !(
    widens(text, `${reading.asked}\n${source}`, denied > 0) ||
    swapsRoles(text, source) ||
    mixesNumbers(text, source) ||
    dropsLimit(text, units, told) ||
    units.some((unit) => dropsOccasion(text, unit, told))
  )
}

/** What he thinks of it is no part of it. */
const comment =
  /^(?:sadly|unfortunately|luckily|fortunately|actually|really|currently|now|simply|obviously|clearly|indeed|leider|jetzt|gerade|aktuell|tatsächlich|wirklich)$/u
const timing = /^(?:after|since|during|nachdem|seit|während)\b/iu
/** What something came before need not have come. */
const unrealised = /^(?:and |but )?(?:before|until|till|bevor|ehe|bis)\b/iu
const before = /\b(?:before|until|till|prior to|bevor|vor|ehe|bis)\b/iu
const open = /^(?:and |but )?(?:when|whenever|once|as soon as|wenn|sobald)\b/iu
const occasion =
  /\b(?:when|whenever|once|as soon as|after|on|upon|while|with|at|in|nach|bei|beim|wenn|sobald|als|from|before|until|if)\b/iu

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

const only = /(?<!\p{L})(?:only|just|nur|lediglich)(?!\p{L})/iu
const adjunct =
  /\s(?:on|in|at|under|with|without|from|over|via|during|after|before|for|auf|im|in|am|an|unter|mit|ohne|von|über|bei|nach|vor|für)\s(.+)$/iu

/** What is so only somewhere, or only when something else happens, is not said to be so at all. */
function dropsOccasion(text: string, unit: Unit, told: Set<string>): boolean {
  const [, , limited = ''] = /(?<!\p{L})(only|just|nur|lediglich)(?!\p{L})(.*)$/iu.exec(unit.text) ?? []
  const [, place = ''] = only.test(text) ? [] : (adjunct.exec(limited) ?? [])
  return [place, unit.occasion ?? ''].some((part) => {
    const words = contentWords(part)
    return words.length > 0 && !words.some((word) => standsAmong(word, told))
  })
}
