const NEGATED =
  /\b(?:no|not|none|nothing|never|without|neither|nor|ruled out|instead of|rather than|(?:is|was|are|were|do|does|did|has|have)n['’]t)\s+(?:\S+\s+){0,2}\S*$/i
const CLAUSE_END = /[\n;:,!?]|[.](?=\s)|\bbut\b/gi
const UNKNOWN =
  /^(?:not (?:tested|sure|known|yet|applicable)|unknown|(?:i )?do(?:n['’]t| not) know|no idea|n\/?a|nothing known|skip(?:ped)?|[?-]+)[.!]?$/i

const LONE_SURROGATE = /[\uD800-\uDBFF]$/

/** Whether a text says what `like` looks for, in words that are not denied just before. */
export function says(text: string, like: RegExp): boolean {
  return [...text.matchAll(globally(like))].some(({ index }) => !NEGATED.test(clauseBefore(text, index)))
}

/** Whether an answer admits that the thing is not known. */
export const isUnknown = (answer: string) => UNKNOWN.test(answer.trim())

/** Equal for texts that differ only in case, white space and closing punctuation. */
export const fold = (text: string) =>
  oneLine(text)
    .toLowerCase()
    .replace(/[.:;,!?…]+$/, '')

/** A text on one line, cut to `length` characters. */
export function oneLine(text: string, length = Number.POSITIVE_INFINITY): string {
  const line = text.replace(/\s+/g, ' ').trim().toWellFormed()
  return line.length <= length
    ? line
    : `${line
        .slice(0, length - 1)
        .replace(LONE_SURROGATE, '')
        .trimEnd()}…`
}

/** Somebody else's words for use inside our own sentence: on one line, without anything that Markdown would act on. */
export const quoted = (text: string, length = 160) => oneLine(text.replace(/[[\]<>`*|\\]/g, ' '), length)

/** So much of a sentence has to stand in its source for it to be in the words of that. */
const MOST = 0.6

/** Whether a sentence is told in the words of its source, but for their endings and for a few. */
export function isInWordsOf(sentence: string, source: string): boolean {
  const words = tellingWords(sentence)
  const known = tellingWords(source).map((word) => word.slice(0, 4))
  return words.filter((word) => known.includes(word.slice(0, 4))).length >= words.length * MOST
}

const tellingWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{N}+/gu) ?? []

/** The sentences and lines of a text, each exactly as it stands there. */
export function sentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function clauseBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 80), index)
  return before.split(CLAUSE_END).at(-1) ?? ''
}

function globally(like: RegExp): RegExp {
  return like.global ? like : new RegExp(like.source, `${like.flags}g`)
}
