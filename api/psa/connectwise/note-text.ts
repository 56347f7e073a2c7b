import { onOneLine } from '../../text/line-breaks.ts'
import { splitText } from '../split-text.ts'
import { capabilities } from './notes.ts'
import { plainText } from './plain-text.ts'

/**
 * A note as ConnectWise gets it, byte for byte: one text, or several where it is too long for one. The first line of each
 * is `[<reference>] <title>`, with `(1/2)` before it where there are several: a note that is cut off is still found.
 */
export function renderForConnectWise(
  markdown: string,
  title: string,
  reference: string,
  redact: (text: string) => string,
  longest_note = capabilities.longest_note,
): string[] {
  const heading = `[${reference}] ${plainText(onOneLine(title))}`.trim()
  const text = redact(plainText(markdown))
  const whole = text === '' ? heading : `${heading}\n\n${text}`
  if (whole.length <= longest_note) return [whole]
  const pieces = splitText(text, longest_note - `${longest_count}${heading}\n\n`.length)
  return pieces.map((piece, at) => `(${at + 1}/${pieces.length}) ${heading}\n\n${piece}`)
}

const longest_count = '(9999/9999) '
