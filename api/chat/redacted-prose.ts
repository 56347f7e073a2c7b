import { spellings } from '../redaction/known-values.ts'
import { redact } from '../redaction/redact.ts'

/** Characters that are still read together with what comes: a private key, and the label before a value. */
const read_again = 4000
/** So many characters have to follow what may be a secret, as in "… is your verification code", before it is told. */
const told_after = 40
/** No more than this is held back, or a table of numbers would never be told. */
const most_held = 400

/** A word that is none: it holds a digit or a sign, or is too long for one. Several of them beside each other are one. */
const odd_words = /(?:(?=\S*[\p{N}_+/=~$!@#%^&*\\|<>{}"`“]|\S{20})\S+\s+)+/gu

/** A word of letters that its mark ends, before white space does. */
const ended_word = /^[(“]?[\p{L}'’-]{1,19}[.,;:!?…)”]+$/u

/**
 * The prose of a reply without its secrets, as it streams: whichever way it comes in pieces, a secret is known as a whole
 * before any of it is told. Words are told as they end; what may be a secret waits for what follows it.
 */
export class RedactedProse {
  #raw = ''
  /** So much of it was told, and how. */
  #end = 0
  #told = ''

  constructor(private readonly secrets: readonly string[]) {}

  push(delta: string): void {
    this.#raw += delta
  }

  /** What can be told by now. */
  take(): string {
    return this.#tell(Math.max(this.#end, this.#safeEnd()))
  }

  /** All that was held back: nothing follows it. */
  takeRest(): string {
    return this.#tell(this.#raw.length)
  }

  #tell(end: number): string {
    const text = redact(this.#raw.slice(0, end), this.secrets).text
    const delta = behind(this.#told, text)
    this.#told = text
    this.#end = end
    if (end > 2 * read_again) this.#forget(end)
    return delta
  }

  /** Long prose is not read again from its start with every piece. */
  #forget(end: number) {
    const from = this.#raw.lastIndexOf('\n', end - read_again) + 1 || end - read_again
    this.#raw = this.#raw.slice(from)
    this.#end -= from
    this.#told = redact(this.#raw.slice(0, this.#end), this.secrets).text
  }

  #safeEnd(): number {
    const raw = this.#raw
    const begun = /\S*$/.exec(raw.slice(-most_held))?.[0] ?? ''
    const word = raw.length - (this.#isEnded(begun) ? 0 : begun.length)
    const from = Math.max(0, word - most_held)
    const odd = [...raw.slice(from, word).matchAll(odd_words)].find(
      ({ index, 0: words }) => from + index + words.trimEnd().length > word - told_after,
    )
    return Math.min(word, odd ? from + odd.index : word, ...this.#begunSecrets())
  }

  /** `process.` after "password:" reads as a value as long as `env` is not there. */
  #isEnded(word: string): boolean {
    return ended_word.test(word) && redact(this.#raw, this.secrets).text.endsWith(word)
  }

  /** Where the end of the prose may be the beginning of a known value of several words. */
  #begunSecrets(): number[] {
    const values = spellings(this.secrets).filter((value) => /\s/.test(value))
    return values.flatMap((value) => {
      const tail = this.#raw.slice(1 - value.length)
      const at = [...tail].findIndex((_, from) => value.startsWith(tail.slice(from)))
      return at === -1 ? [] : this.#raw.length - tail.length + at
    })
  }
}

/** What of the text was not told yet; also where what was told reads differently by now. */
function behind(told: string, text: string): string {
  if (text.startsWith(told)) return text.slice(told.length)
  const end = told.slice(-told_after)
  const at = text.lastIndexOf(end)
  if (at >= 0) return text.slice(at + end.length)
  let same = 0
  while (text.charAt(same) === told.charAt(same)) same++
  return text.slice(same)
}
