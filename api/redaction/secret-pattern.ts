import type { MappedText } from './mapped-text.ts'
import type { StepBudget } from './step-budget.ts'

/** How one kind of secret is told from the text around it. */
export type SecretPattern = {
  /** What it is, in the engineer's words: 'password', 'AWS access key'. */
  kind: string
  /** Lower-case pieces; a text that holds none of them is not searched. Most texts hold none, and are read once. */
  near: readonly string[]
  /**
   * Global, and linear: bounded repetition, none inside another. A match ends with its secret, the group `secret`, or
   * is one; what must follow stands in a lookahead, so that the start of the secret is known by its length.
   */
  pattern: RegExp
  /** Whether what stands where a secret would stand is one; a variable, a placeholder or a word of a sentence is not. */
  accepts?: (secret: string, groups: Record<string, string | undefined>) => boolean
}

/** A piece of a text that is to be masked; of overlapping ones, the kind of the lowest rank is told. */
export type SecretRange = { start: number; end: number; kind: string; rank: number }

/** The secrets of a text by the patterns given, at their places in the original, unsorted; they may overlap. */
export function findSecrets(source: MappedText, patterns: readonly SecretPattern[], budget: StepBudget): SecretRange[] {
  const lower = source.text.toLowerCase()
  const found: SecretRange[] = []
  let near: readonly string[] = []
  let is_near = false
  for (const [rank, pattern] of patterns.entries()) {
    // Patterns of the same word stand together: it is looked for once.
    if (pattern.near !== near) {
      near = pattern.near
      is_near = near.some((piece) => lower.includes(piece))
    }
    if (is_near) addFound(found, source, pattern, rank + 1, budget)
  }
  return found
}

function addFound(
  found: SecretRange[],
  { text, toOriginal }: MappedText,
  { kind, pattern, accepts }: SecretPattern,
  rank: number,
  budget: StepBudget,
) {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const groups = match.groups ?? {}
    const secret = groups.secret ?? match[0]
    const end = match.index + match[0].length
    const start = end - secret.length
    if (holdsMore(secret) && (accepts?.(secret, groups) ?? true)) {
      found.push({ ...toOriginal(start, end), kind, rank })
      continue
    }
    budget.readAgain(end - start, () => toOriginal(match.index, end).start)
    // What was no secret may be the word before one: "password: password: hunter2".
    if (start > match.index) pattern.lastIndex = start
  }
}

/** A mask, also between the lines of a key, is no secret any more. */
const holdsMore = (secret: string) => /[^\s•*]/.test(secret)
