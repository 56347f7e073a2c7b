import { withLineFeeds } from '../../text/line-breaks.ts'
import { plainInline } from './plain-inline.ts'

/** Characters: several times what an engineer can post, and a tenth of a second's work. */
const longest_formatted = 300_000
const left_plain = '(From here on the text is not formatted: it is too long.)'
const widest = 200

/**
 * Markdown as text that reads well where nothing is rendered: headings with a colon, lists with `- `, code indented by
 * four spaces, emphasis without its marks. Only marks are taken away, control characters, and white space at the ends of
 * lines and over 200 in one place; a path, a pattern and a name in angle brackets stay as they were written. Lines end in
 * LF. What is longer than any note stays as it was written from there on, and that is said.
 */
export function plainText(markdown: string, most_formatted = longest_formatted): string {
  const lines = withoutControls(markdown).split('\n')
  const written: string[] = []
  let fence: string | undefined
  let read = 0
  for (const [at, line] of lines.entries()) {
    read += line.length
    if (read > most_formatted) {
      written.push('', left_plain, '', ...lines.slice(at))
      break
    }
    const mark = fenceOf(line)
    if (fence === undefined && mark !== undefined) fence = mark
    else if (fence !== undefined && mark !== undefined && closes(line, fence)) fence = undefined
    else if (fence !== undefined) written.push(`    ${line}`.trimEnd())
    else writeLine(written, line)
  }
  return written.join('\n').replace(/^\n+/, '').trimEnd()
}

// What could make a note read as something else, or nothing at all: controls, halves of characters, and the marks that
// turn the direction of writing around. A tab is as wide as four spaces there.
function withoutControls(text: string): string {
  return withLineFeeds(text)
    .replaceAll('\t', '    ')
    .replace(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\S\n]+/g, (run) => run.slice(0, widest))
}

function fenceOf(line: string): string | undefined {
  return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
}

function closes(line: string, fence: string): boolean {
  const mark = line.trim()
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length)
}

function writeLine(written: string[], line: string) {
  const heading = /^ {0,3}#{1,6}(?=\s|$)(.*)$/.exec(line)?.[1]
  if (heading !== undefined) return writeHeading(written, heading.trim().replace(/(^|\s)#+$/, ''))
  if (/^\|?(?: *:?-+:? *\|)+(?: *:?-+:?)?$/.test(line.trim())) return
  const is_ruler = /^ {0,3}([-*_])(?: *\1){2,} *$/.test(line)
  const plain = is_ruler ? '' : plainItem(line)
  // One empty line between paragraphs, however many there were.
  if (plain !== '' || (written.at(-1) ?? '') !== '') written.push(plain)
}

function plainItem(line: string): string {
  const [, indent = '', text] = /^(\s*)[-*+]\s+(.*)$/.exec(line) ?? []
  return text === undefined ? plainInline(line).trimEnd() : `${indent}- ${plainInline(text)}`.trimEnd()
}

// A colon tells a heading even where the PSA runs the lines together.
function writeHeading(written: string[], text: string) {
  if ((written.at(-1) ?? '') !== '') written.push('')
  const plain = plainInline(text)
  written.push(/[:.!?]$/.test(plain) || plain === '' ? plain : `${plain}:`)
}
