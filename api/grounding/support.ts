import { agrees } from './agreement.ts'
import { type Comparison, type Origin, read } from './answers.ts'
import { chooseUnits } from './choose-units.ts'
import { type Clause, clausesIn } from './clauses.ts'
import { contentWords, standsAmong, suppliedBy } from './content-words.ts'
import { foldType } from './fold.ts'
import { instructs } from './imperatives.ts'
import { inventedIn } from './indicators.ts'
import { inventsRelation } from './relations.ts'
import { isTitled } from './titled.ts'

/** What machines do with what they say. */
const reporting =
  /^(?:show|display|list|log|record|return|print|report|sa[iy]|state|read|name|contain|hold|output|result|value|give|zeig|meld)\p{L}*$/u
/** Says nothing of what happened. */
const happening =
  /^(?:happen|occur|auftr|com(?:e|es|ing)|came|go|goes|went|gone|account|service|connections?|file|called|named|tritt|kommt)\p{L}*$/u
/** That a fault affects somebody says no more than that he has it. */
const affecting = /^(?:affect\p{L}*|betroffen\p{L}*)$/u
const fault =
  /(?<!\p{L})(?:affect|drop|fail|error|issue|problem|fault|slow|crash|freez|froze|hang|lose|lost|offline|broken|stuck|block|lock|happen|occur|wrong|symptom|fehl|abbr|störung|betroffen|langsam)\p{L}*/iu
const address = /^(?:ip|address\p{L}*|adresse)$/u
const ip = /\p{N}+\.\p{N}+\.\p{N}+\.\p{N}+/u

/** Whether a fact says no more than its origin. */
export function saysNoMore(fact: string, origin: Origin): boolean {
  const text = foldType(fact).trim()
  if (text === '' || text.endsWith('?')) return false
  if (inventedIn(text, [origin.asked, origin.command, origin.said].join('\n')).length > 0) return false
  const reading = read(origin, text)
  if (isTitled(text, origin)) return origin.is_output === true || reading.units.length > 0
  if (reading.units.length === 0) return false
  if (instructs(text, '')) return false
  const told = suppliedBy(text)
  if (reading.limit !== null && !contentWords(reading.limit).some((word) => standsAmong(word, told))) return false
  const passages = reading.units.map(({ passage }) => `${reading.asked} ${passage}`)
  if (inventsRelation(text, [...new Set(passages)])) return false
  const clauses = clausesIn(text)
  const carried = clauses.map((clause, at) => isCarried(clause, clauses[at + 1], { origin, reading, told }))
  return carried.every((how) => how !== 'no') && carried.includes('yes')
}

/** A clause that only places what its neighbour says may be told in the words of what was asked. */
const placing =
  /^(?:after|before|since|until|when|while|during|that|which|who|once|nachdem|bevor|seit|während|als|bis)\b/iu
const verb =
  /(?<!\p{L})(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|ist|sind|war|waren|hat|haben|wird|wurde|kann|\p{L}{2,}(?:ed|es|ing))(?!\p{L})/iu

/** Whether a clause of the fact is carried by what was said; or only by what was asked, where that is taken for granted. */
function isCarried(clause: Clause, next: Clause | undefined, compared: Comparison): 'yes' | 'no' | 'placed' {
  const { origin, reading } = compared
  const needed = contentWords(clause.text).filter(({ word }) => !isFree(word, clause.text, origin))
  if (needed.length === 0) return 'placed'
  const beyond = needed.filter((word) => !standsAmong(word, reading.topic))
  const sets = chooseUnits(needed, beyond, compared)
  if (sets.length > 0) return sets.every((units) => agrees(clause, units, needed, compared)) ? 'yes' : 'no'
  if (beyond.length > 0 || reading.is_strict) return 'no'
  const is_fragment = next !== undefined && next.at === clause.at && !verb.test(clause.text)
  const says_who = needed.length === 1 && contentWords(clause.text).some(({ word }) => reporting.test(word))
  return !origin.is_output || placing.test(clause.text) || is_fragment || says_who ? 'placed' : 'no'
}

const isFree = (word: string, text: string, { is_output, asked = '' }: Origin): boolean =>
  happening.test(word) ||
  (is_output === true && reporting.test(word)) ||
  (affecting.test(word) && fault.test(asked)) ||
  (address.test(word) && ip.test(text))
