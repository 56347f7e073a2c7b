/** Of a whole text: characters, and lines of lists, quotes and tables. Without a blank line between: characters, lines. Before a line: marks. */
const most = { text: 100_000, structured: 400, paragraph: 5000, lines: 150, depth: 12 }

const structured_line = /^[ \t]*(?:[-+*>|]|\d{1,9}[.)])/
const deep_line = new RegExp(String.raw`^(?:[ \t]{0,8}(?:[-+*>]|\d{1,9}[.)])){${most.depth}}`)

const blank_line = /^[ \t]*$/
const fence_line = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/

/**
 * Whether a text would hold up the page: the reader of Markdown goes over lists, quotes and tables once for each of their
 * lines, and over a paragraph once for each of its marks. Nobody writes so many of them by hand. Code costs nothing.
 */
export function isTooMuch(text: string): boolean {
  if (text.length > most.text) return true
  let structured = 0
  let paragraph = { length: 0, lines: 0 }
  let fence = ''
  for (const line of text.split('\n')) {
    const [, ticks, tildes] = fence_line.exec(line) ?? []
    const mark = ticks ?? tildes ?? ''
    const is_code = fence !== ''
    if (fence === '') fence = mark
    else if (mark.startsWith(fence) && line.trim() === mark) fence = ''
    if (is_code || fence !== '' || blank_line.test(line)) {
      paragraph = { length: 0, lines: 0 }
      continue
    }
    paragraph = { length: paragraph.length + line.length, lines: paragraph.lines + 1 }
    if (paragraph.length > most.paragraph || paragraph.lines > most.lines) return true
    structured += structured_line.test(line) ? 1 : 0
    if (structured > most.structured || deep_line.test(line)) return true
  }
  return false
}
