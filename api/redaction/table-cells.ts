/** A cell of a row: what it says without its quotes, and where that stands in the line. */
export type Cell = { text: string; start: number; end: number }

export type Separator = '|' | '\t' | ';' | ',' | 'gap' | 'space'

/** The cells of a line, by what separates them: a letter, a gap of two spaces, or one space. */
export function cellsOf(line: string, separator: Separator): Cell[] {
  if (separator === 'gap') return matchesOf(line, /\S{1,2000}(?: \S{1,2000}){0,20}/g)
  if (separator === 'space') return matchesOf(line, /\S+/g)
  const cells: Cell[] = []
  let start = 0
  while (start <= line.length) {
    const end = endOfCell(line, start, separator)
    cells.push(withoutQuotes(line, start, end))
    start = end + 1
  }
  return separator === '|' ? withoutBorders(cells) : cells
}

const matchesOf = (line: string, pattern: RegExp): Cell[] =>
  [...line.matchAll(pattern)].map(({ 0: text, index }) => withoutQuotes(line, index, index + text.length))

/** A separator in a quoted field is none; a quote that is never closed is a letter. */
function endOfCell(line: string, start: number, separator: string): number {
  const quote = /^[ ]?(["'])/.exec(line.slice(start, start + 2))?.[1]
  if (quote && separator !== '|') {
    const from = line.indexOf(quote, start) + 1
    for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 1)) {
      if (line[at + 1] === quote) at++
      else if (at + 1 === line.length || line.startsWith(separator, at + 1)) return at + 1
    }
  }
  const end = line.indexOf(separator, start)
  return end < 0 ? line.length : end
}

function withoutQuotes(line: string, start: number, end: number): Cell {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(line.charAt(from))) from++
  while (to > from && /\s/.test(line.charAt(to - 1))) to--
  const quote = line.charAt(from)
  if (/["'`]/.test(quote) && to - from > 1 && line.charAt(to - 1) === quote)
    return { text: line.slice(from + 1, to - 1), start: from + 1, end: to - 1 }
  return { text: line.slice(from, to), start: from, end: to }
}

/** A Markdown table's outer pipes have nothing outside of them. */
function withoutBorders(cells: Cell[]): Cell[] {
  const from = cells[0]?.text === '' ? 1 : 0
  const to = cells.at(-1)?.text === '' && cells.length > 1 ? cells.length - 1 : cells.length
  return cells.slice(from, to)
}
