import { spellings } from './known-values.ts'
import { isStrong, isUnmistakable } from './plain-values.ts'
import { mask, note, redactSpelled, type Taken } from './redact.ts'
import { judgeLabel } from './secret-labels.ts'
import { tellsNoValue } from './told-values.ts'

/** A question and its answer, a check and its result, a column's head and a cell; `options` are the answers offered. */
export type Labelled = { label: string; value: string; options?: readonly string[] }

/** What people answer; more is an output, in which each line is judged by itself. */
const longest_answer = 300

/**
 * The value redacted in the light of its label. Where the label asks for a secret the value is masked whole, unless it
 * says yes, no or unknown, is a sentence that tells no value, or one of the offered options; otherwise as by `redact`,
 * which reads both together, so that a secret that only the pair reveals is found.
 */
export function redactLabelled(
  labelled: Labelled,
  known_values: readonly string[] = [],
): { text: string; taken: Taken[] } {
  const taken: Taken[] = []
  return { text: redactLabelledSpelled(labelled, spellings(known_values), taken), taken }
}

/** The same for values that share known values, whose spellings are made once; adds to `taken`. */
export function redactLabelledSpelled(
  { label, value, options = [] }: Labelled,
  known: readonly string[],
  taken: Taken[],
): string {
  if (isOffered(value, options)) return redactSpelled(value, known, taken)
  const asked = judgeLabel(label.split('\n', 1).join())
  if (asked && isWholeSecret(value, asked)) return maskWhole(value, taken)
  const lines = value.split('\n')
  if (asked !== 'secret' || lines.length < 2) return redactBeside(headOf(label, value, asked), value, known, taken)
  // An output: what stands alone on a line of it is what was asked for.
  const judged = lines.map((line) => (isLone(line) ? maskWhole(line, taken) : line)).join('\n')
  return redactBeside(headOf(label, value, asked), judged, known, taken)
}

function isOffered(value: string, options: readonly string[]) {
  const fold = (text: string) => text.trim().toLowerCase()
  return options.some((option) => fold(option) === fold(value))
}

function isWholeSecret(value: string, asked: 'secret' | 'near'): boolean {
  const text = value.trim()
  if (text === '' || text.length > longest_answer || text === mask) return false
  const words = text.split(/\s+/)
  if (asked === 'near')
    return words.length < 20 && !text.includes('\n') && words.some((word) => isUnmistakable(bare(word)))
  const lines = text.split('\n')
  if (lines.length > 1) return lines.every((line) => isLone(line) || line.trim() === '')
  return !tellsNoValue(text)
}

const bare = (word: string) => word.replace(/^["'(]+|["').,;:]+$/g, '')

/** A line of nothing but a code or a password, with its number or bullet. */
const isLone = (line: string) => {
  const word = line.trim().replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, '')
  return !/\s/.test(word) && isStrong(bare(word))
}

function maskWhole(value: string, taken: Taken[]): string {
  note(taken, 'secret')
  return value.replace(/\S(?:[\s\S]*\S)?/, () => mask)
}

/** A label that speaks of a secret was judged, and stands apart; any other is read as the name of what follows. */
function headOf(label: string, value: string, asked: 'secret' | 'near' | null) {
  if (asked) return `${label.trim()}\n\n`
  return `${label.trim().replace(/[\s:?=]+$/, '')}${value.includes('\n') ? ':\n' : ': '}`
}

/** The value as it is redacted after its label; where the label itself holds a secret, as it is redacted alone. */
function redactBeside(head: string, value: string, known: readonly string[], taken: Taken[]): string {
  const found: Taken[] = []
  const both = redactSpelled(head + value, known, found)
  if (!both.startsWith(head)) return redactSpelled(value, known, taken)
  for (const each of found) note(taken, each.kind, each.count)
  return both.slice(head.length)
}
