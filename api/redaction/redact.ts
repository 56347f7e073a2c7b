import { findKnown, spellings } from './known-values.ts'
import { findBeneathLabels } from './label-lines.ts'
import type { MappedText } from './mapped-text.ts'
import { everyPattern } from './patterns/every-pattern.ts'
import { readings } from './readings.ts'
import { findSecrets, type SecretRange } from './secret-pattern.ts'
import { findInInserts } from './sql-inserts.ts'
import { StepBudget, TooTangled } from './step-budget.ts'
import { findInTables } from './tables.ts'
import { linesOf } from './text-lines.ts'
import { findWlanKeys } from './wlan-profiles.ts'

/** What stands where a secret stood. */
export const mask = '••••••'

/** What was taken out of a text: how many of which kind, as 'password' or 'AWS access key'. */
export type Taken = { kind: string; count: number }

/** The kind that tells that the end of a text was masked unread. */
export const unread_rest = 'unread rest'

/** A mask may uncover the next secret, as the end of the one before it; more often than this, someone made it so. */
const most_passes = 5

/**
 * The text with each secret replaced by the mask, and what was taken. Secrets are the known values, of at least four
 * letters, in whatever spelling, and what the patterns and tables show. What has been redacted stays as it is. Where a text
 * is too tangled to be read within its budget of steps, the rest of it is masked, and an 'unread rest' taken.
 */
export function redact(text: string, known_values: readonly string[] = []): { text: string; taken: Taken[] } {
  const taken: Taken[] = []
  return { text: redactSpelled(text, spellings(known_values), taken), taken }
}

/** The same for texts that share known values, whose spellings are made once; adds to `taken`. */
export function redactSpelled(text: string, known: readonly string[], taken: Taken[]): string {
  const budget = new StepBudget(text.length)
  let rest = text
  try {
    for (let pass = 0; pass < most_passes; pass++) {
      const ranges = joined(findAll(rest, known, budget))
      if (ranges.length === 0) break
      for (const { kind } of ranges) note(taken, kind)
      rest = masked(rest, ranges)
    }
    return rest
  } catch (error) {
    if (!(error instanceof TooTangled)) throw error
    note(taken, unread_rest)
    return redactSpelled(rest.slice(0, endOfRead(rest, error.at)), known, taken) + mask
  }
}

function findAll(text: string, known: readonly string[], budget: StepBudget): SecretRange[] {
  const { written, laid_out } = readings(text)
  return [
    ...laid_out.flatMap(findInLayout),
    ...written.flatMap((reading) => [...findKnown(reading, known), ...findSecrets(reading, everyPattern, budget)]),
  ]
}

function findInLayout({ text, toOriginal }: MappedText): SecretRange[] {
  const lines = linesOf(text)
  const found = [...findInTables(lines), ...findBeneathLabels(lines), ...findWlanKeys(lines), ...findInInserts(text)]
  return found.map((range) => ({
    ...range,
    ...toOriginal(range.start, range.end),
  }))
}

/** At most half of the text, so that trying again ends, and whole lines or words, so that no half of a secret is left. */
function endOfRead(text: string, at: number): number {
  const most = Math.min(at, Math.floor(text.length / 2))
  const line = text.lastIndexOf('\n', most) + 1
  return line > 0 ? line : text.lastIndexOf(' ', most) + 1
}

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
