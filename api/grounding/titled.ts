import type { Origin } from './answers.ts'
import { contentWords, standsAmong, suppliedBy } from './content-words.ts'
import { foldLine } from './fold.ts'
import { countDenials } from './negation.ts'
import { widens } from './widening.ts'

/** So much of a title has to stand in what was asked. */
const most = 0.7

/**
 * Whether a fact is an answer, or whole lines of an output, word for word behind what was asked or a title of it: "Time from
 * approval to drop: about 50 s". Who reads that reads the source.
 */
export function isTitled(fact: string, { asked = '', said, is_output }: Origin): boolean {
  const line = foldLine(fact)
  const question = foldLine(asked)
  if (question === '') return false
  const bodies = (is_output ? said.split('\n') : [said]).map(foldLine).concat(foldLine(said), joined(said))
  return bodies.some((body) => {
    if (body === '' || !line.endsWith(body)) return false
    const title = line.slice(0, -body.length).trim()
    if (title === question || title === `${question}:`) return true
    return title.endsWith(':') && isTitleOf(title, question)
  })
}

/** As an item's own words join its lines. */
const joined = (said: string): string =>
  said
    .split('\n')
    .map(foldLine)
    .filter((line) => line !== '')
    .join(' · ')

function isTitleOf(title: string, question: string): boolean {
  const words = contentWords(title)
  const asked = suppliedBy(question)
  const known = words.filter((word) => standsAmong(word, asked)).length
  return (
    words.length > 0 &&
    known >= words.length * most &&
    countDenials(title) === countDenials(question) &&
    !widens(title, question, false)
  )
}
