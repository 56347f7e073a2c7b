import { splitText } from '../split-text.ts'

/** Characters of one note. */
export const longest_note = 65_000

const longest_title = 200
const longest_count = ' (9999/9999)'.length

/**
 * A note of the built-in board: a first line with title and reference, then the Markdown as it is. One that is too long
 * becomes several, of which each says in its first line which it is.
 */
export function renderNote(
  markdown: string,
  title: string,
  reference: string,
  redact: (text: string) => string,
  longest = longest_note,
): string[] {
  const first_line = `${onOneLine(title)} · ${reference}`
  const text = redact(markdown)
  const whole = `${first_line}\n\n${text}`
  if (whole.length <= longest) return [whole]
  const pieces = splitText(text, longest - first_line.length - longest_count - '\n\n'.length)
  return pieces.map((piece, at) => `${first_line} (${at + 1}/${pieces.length})\n\n${piece}`)
}

function onOneLine(title: string): string {
  const line = title.replace(/[\s\x85]+/g, ' ').trim()
  return line.length <= longest_title
    ? line
    : `${line
        .slice(0, longest_title - 1)
        .toWellFormed()
        .trimEnd()}…`
}
