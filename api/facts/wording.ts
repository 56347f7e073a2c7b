import type { Ground } from '../grounding/grounding.ts'
import { redact } from '../redaction/redact.ts'
import { type LaneItem, redactItem } from '../task-lane/redact-item.ts'
import { splitLines } from '../text/line-breaks.ts'

/** A fact's text is at most this long. */
export const longestFact = 400

/** Answers that say that nothing is known. */
const nothing =
  /^(?:not? (?:tested|checked|known|sure|idea)|unknown|un(?:sure|clear)|(?:i )?don['’]?t know|n\/?a|none given|nothing known|\?+|-+|\.+)[.!]?$/iu

/** Whether an answer or a result establishes anything at all. */
export const saysNothing = (given: string) => given.trim() === '' || nothing.test(given.trim())

/**
 * What an answered item establishes, in its own words and no others: the question with its answer, or the check with the
 * first lines of its result; without its secrets. Null where nothing is established.
 */
export function wordItem(found: LaneItem, secrets: readonly string[]): string | null {
  if (found.given === null || saysNothing(found.given)) return null
  // Before lines are joined and cut, and once more before they are cut: half a secret is not known for one.
  const { kind, item, given } = redactItem(found, secrets)
  const asked = kind === 'question' ? item.text : item.label
  const joint = /[?:.!]$/u.test(asked) ? ' ' : ': '
  const words = `${oneLine(asked)}${joint}${oneLine(given ?? '')}`
  return shorten(redact(words, secrets).text, longestFact)
}

/**
 * What a fact of this item may rest on: what was asked with what was given. Why it was asked, and what a check was expected
 * to give, are the model's own words and carry nothing.
 */
export function groundOf({ kind, item, given }: LaneItem): Ground {
  return kind === 'question'
    ? { said: given ?? '', asked: item.text, options: item.options }
    : { said: given ?? '', asked: item.label, command: item.command ?? '', is_output: true }
}

function oneLine(text: string): string {
  const lines = splitLines(text).map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .join(' · ')
    .replace(/\s+/gu, ' ')
}

/** Cut at a word, and said so. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const word = cut.lastIndexOf(' ')
  return `${(word > longest / 2 ? cut.slice(0, word) : cut)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()}…`
}
