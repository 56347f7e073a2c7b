/**
 * The passage of the text that says exactly this, in the text's own letters; null where there is none, or where the word
 * before it denies it. White space, case and the kind of quotes and dashes make no difference; words are whole.
 */
export function excerptOf(said: string, text: string): string | null {
  const pattern = patternOf(said)
  if (!pattern) return null
  const found = [...text.matchAll(pattern)].find(({ index }) => !isDenied(text, index))
  return found ? found[0] : null
}

/** The same on one line. */
export function lineOf(said: string, text: string): string | null {
  return excerptOf(said, text)?.replace(/\s+/g, ' ') ?? null
}

/** Whether the words right before this place turn it into its opposite. */
export function isDenied(text: string, at: number): boolean {
  return /(?:\b(?:no longer|no|not|never|without|nor|neither|nicht|keine?r?|nie|ohne)|n['’]t)\s+$/i.test(
    text.slice(Math.max(0, at - 30), at),
  )
}

function patternOf(said: string): RegExp | null {
  const words = said.trim().split(/\s+/).map(escaped)
  if (words.join('') === '') return null
  return new RegExp(`(?<![\\p{L}\\p{N}_])${words.join('\\s+')}(?![\\p{L}\\p{N}_])`, 'giu')
}

function escaped(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”„]/g, '["“”„]')
    .replace(/[-‐‑–—]/g, '[-‐‑–—]')
}
