import type { Comparison } from './answers.ts'
import { type ContentWord, contentWords, splitNames, standsAmong } from './content-words.ts'
import type { Unit } from './source-units.ts'

/**
 * The units that together say what is needed; each way of saying it, where several are as near. Nothing where none do.
 * `beyond` is what of it was not asked.
 */
export function chooseUnits(
  needed: ContentWord[],
  beyond: ContentWord[],
  { reading, told }: Pick<Comparison, 'reading' | 'told'>,
): Unit[][] {
  const usable = reading.units.filter((unit) => isUsable(unit, told))
  // Of what was only asked a unit has to say all: that it speaks of the same thing does not affirm it.
  const of_unit = beyond.length === 0 && !reading.presupposes ? needed : beyond
  const singles = usable.filter((unit) =>
    unit.words.length === 0 ? beyond.length === 0 : carries([unit], of_unit) && overlap(unit, needed) > 0,
  )
  return singles.length > 0 ? nearest(singles, needed).map((unit) => [unit]) : together(usable, of_unit, needed, told)
}

/** Whether each of the words stands in one of the units. */
export const carries = (units: Unit[], words: ContentWord[]): boolean =>
  words.every((word) => units.some(({ supplied }) => standsAmong(word, supplied)))

const overlap = ({ supplied }: Unit, words: ContentWord[]): number =>
  words.filter((word) => standsAmong(word, supplied)).length

const measure = /^(?:[kmgt]?b|ms|second|minute|hour|day|week|month|year)$/u

/** A name says something only together with its value. */
function isUsable({ value }: Unit, told: Set<string>): boolean {
  if (value === null) return true
  const words = contentWords(splitNames(value)).filter(({ word }) => !measure.test(word))
  return words.length === 0 || words.some((word) => standsAmong(word, told))
}

/** The units that are nearest to what is needed: the most of it in the fewest words. */
function nearest(units: Unit[], needed: ContentWord[]): Unit[] {
  const scored = units.map((unit) => ({ unit, score: overlap(unit, needed) + 1 / (2 + unit.words.length) }))
  const best = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === best).map(({ unit }) => unit)
}

/** Units of one record or of one sentence that only together say all that is needed. */
function together(units: Unit[], beyond: ContentWord[], needed: ContentWord[], told: Set<string>): Unit[][] {
  const groups = [...Map.groupBy(units, ({ group }) => group).values()]
  const found = groups.find((group) => carries(group, beyond))
  if (!found) return continued(units, beyond, needed)
  const used: Unit[] = []
  let missing = needed
  while (missing.length > 0) {
    const [unit] = found
      .filter((each) => !used.includes(each))
      .toSorted((one, other) => overlap(other, missing) - overlap(one, missing))
    if (!unit || overlap(unit, missing) === 0) break
    used.push(unit)
    missing = missing.filter((word) => !standsAmong(word, unit.supplied))
  }
  if (used.length === 0) return []
  const is_one = used.every(({ is_record }) => is_record) || isOneStory(used, told)
  return is_one ? [used] : continued(units, beyond, needed)
}

const pronoun = /^(?:(?:\S+ ){0,6}(?:it|he|she|they|es|er|which|who)|(?:and |und )?(?:this|that|we|i|sie|wir|ich))\b/iu
const participle = /^(?:\p{L}+ly )?\p{L}{3,}(?:ed|ing)\b/iu

/** Of clauses told as one, all but one are told whole, and of each its subject: nobody did what another one did. */
function isOneStory(units: Unit[], told: Set<string>): boolean {
  const isTold = (word: ContentWord) => standsAmong(word, told)
  const partly = units.filter(({ words }) => !words.every(isTold))
  return (
    partly.length <= 1 &&
    units.every(
      ({ words, text }) =>
        pronoun.test(text) || participle.test(text) || isNameList(units, text) || words.slice(0, 1).every(isTold),
    )
  )
}

const names = /^(?:(?:the|a|an|der|die|das|both) )?(?:[\p{Lu}\p{N}][\p{L}\p{N}.'_\\-]*\s*)+$/u
const isNameList = (units: Unit[], text: string): boolean =>
  units.some((unit) => unit.text !== text && names.test(unit.text))

/** A clause about "it", with what the clause before it begins with. */
function continued(units: Unit[], beyond: ContentWord[], needed: ContentWord[]): Unit[][] {
  const found = units.findIndex((unit, at) => {
    const missing = beyond.filter((word) => !standsAmong(word, unit.supplied))
    return (
      at > 0 &&
      pronoun.test(unit.text) &&
      missing.length <= 2 &&
      missing.length < needed.length &&
      subjectsBefore(units, at).some((subject) => missing.every((word) => standsAmong(word, subject)))
    )
  })
  const [unit] = units.slice(found)
  return found > 0 && unit ? [[unit]] : []
}

/** What the clause before begins with, and what the sentence does. */
const subjectsBefore = (units: Unit[], at: number): Set<string>[] =>
  [units[at - 1], units.slice(0, at).find(({ group }) => group === units[at]?.group)].map(subjectOf)

const times = /^(?:yesterday|today|tonight|tomorrow|\p{L}+day|morning|afternoon|evening|night|gestern|heute|\p{N}.*)$/u

const subjectOf = (unit: Unit | undefined): Set<string> =>
  new Set(
    [unit?.words ?? [], contentWords(unit?.text ?? '')].flatMap((words) =>
      words
        .filter(({ word }) => !times.test(word))
        .slice(0, 2)
        .flatMap(({ forms }) => forms),
    ),
  )
