/**
 * A model's words, in pieces of any size, as everything behind them can keep them: without control characters but tab
 * and newline, every line ended by a newline, and without half characters, of which U+FFFD tells. What the next piece
 * decides is held back until it comes.
 */
export class TextCleaner {
  #held = ''

  push(piece: string): string {
    const text = this.#held + piece
    const open = /[\r\uD800-\uDBFF]$/.exec(text)?.[0].length ?? 0
    this.#held = text.slice(text.length - open)
    return cleanText(text.slice(0, text.length - open))
  }

  end(): string {
    const rest = cleanText(this.#held)
    this.#held = ''
    return rest
  }
}

/** The same for a text that is there as a whole. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stay
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, '')
    .toWellFormed()
