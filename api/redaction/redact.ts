import { everyPattern } from './every-pattern.ts'
import { findKnown, spellings } from './known-values.ts'
import { findSecrets, type SecretRange } from './secret-pattern.ts'

/** What stands where a secret stood. */
export const mask = '••••••'

/** What was taken out of a text: how many of which kind, as 'password' or 'AWS access key'. */
export type Taken = { kind: string; count: number }

/** A mask may uncover the next secret, as the end of the one before it; more often than this, someone made it so. */
const most_passes = 4

/**
 * The text with each secret replaced by the mask, and what was taken. Secrets are the known values, of at least four
 * letters, in whatever spelling, and what the patterns find. What has been redacted stays as it is.
 */
export function redact(text: string, known_values: readonly string[] = []): { text: string; taken: Taken[] } {
  const taken: Taken[] = []
  return { text: redactSpelled(text, spellings(known_values), taken), taken }
}

/** The same for texts that share known values, whose spellings are made once; adds to `taken`. */
export function redactSpelled(text: string, known: readonly string[], taken: Taken[]): string {
  let rest = text
  for (let pass = 0; pass < most_passes; pass++) {
    const inJson = withLineBreaks(rest)
    const escaped = inJson === rest ? [] : findSecrets(inJson, everyPattern)
    const ranges = joined([...findKnown(rest, known), ...findSecrets(rest, everyPattern), ...escaped])
    if (ranges.length === 0) break
    for (const { kind } of ranges) note(taken, kind)
    rest = masked(rest, ranges)
  }
  return rest
}

/**
 * A text that stands inside JSON has its line breaks as two letters, of which the second would grow onto the first word of
 * the line. The same length, so that a place in the one is the same place in the other.
 */
const withLineBreaks = (text: string): string => text.replace(/\\[nrt]/g, ' \n')

/** Counts one more of this kind, or `count` more. */
export function note(taken: Taken[], kind: string, count = 1) {
  const before = taken.find((each) => each.kind === kind)
  if (before) before.count += count
  else taken.push({ kind, count })
}

/** Overlapping ranges as one, in the order of the text. */
function joined(ranges: SecretRange[]): SecretRange[] {
  const apart: SecretRange[] = []
  for (const range of ranges.sort((one, other) => one.start - other.start || one.rank - other.rank)) {
    const before = apart.at(-1)
    if (before === undefined || before.end <= range.start) apart.push({ ...range })
    else {
      before.end = Math.max(before.end, range.end)
      if (range.rank < before.rank) Object.assign(before, { kind: range.kind, rank: range.rank })
    }
  }
  return apart
}

function masked(text: string, ranges: SecretRange[]): string {
  let result = ''
  let from = 0
  for (const { start, end } of ranges) {
    // A letter of two units is taken whole, or half of it would remain.
    result += text.slice(from, isSecondHalf(text, start) ? start - 1 : start) + mask
    from = isSecondHalf(text, end) ? end + 1 : end
  }
  return result + text.slice(from)
}

function isSecondHalf(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
}
