/** A line of a text without the marks of a quoted mail before it, and where it starts. */
export type Line = { text: string; start: number }

const quote_marks = /^[ \t]{0,20}(?:>[ \t]?){1,10}/

/** The lines of a text; what ends them belongs to none. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const marks = line.includes('>') ? (quote_marks.exec(line)?.[0].length ?? 0) : 0
    lines.push({ text: line.slice(marks).replace(/\r$/, ''), start: start + marks })
    start += line.length + 1
  }
  return lines
}
