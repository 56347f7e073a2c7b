import { isPlain } from './plain-values.ts'
import { judgeLabel } from './secret-labels.ts'
import type { SecretRange } from './secret-pattern.ts'
import { cellsOf } from './table-cells.ts'

const head =
  /\binsert\s{1,20}(?:ignore\s{1,20})?into\s{1,20}[^\s(]{1,130}\s{0,20}\(([^()]{1,1000})\)\s{0,20}values\s{0,20}/gi
// A quote inside of a string is doubled or escaped.
const row =
  /\((?:[^()'"]|'(?:[^'\\]|''|\\.){0,2000}'|"(?:[^"\\]|""|\\.){0,2000}"|\([^()]{0,200}\)){0,2000}\)\s{0,20}[,;]?\s{0,20}/y

/** The values that an INSERT of SQL gives to columns whose name says that they hold a secret, row by row. */
export function findInInserts(text: string): SecretRange[] {
  if (!/\binsert\s/i.test(text)) return []
  return [...text.matchAll(head)].flatMap(({ 0: found, 1: names = '', index }) => {
    const columns = names.split(',').map((name) => name.replace(/["'`[\]]/g, '').trim())
    const secret = columns.flatMap((name, column) => (judgeLabel(name) === 'secret' ? [column] : []))
    return secret.length > 0 ? valuesOf(text, index + found.length, columns.length, secret) : []
  })
}

function valuesOf(text: string, from: number, columns: number, secret: number[]): SecretRange[] {
  const found: SecretRange[] = []
  row.lastIndex = from
  for (let match = row.exec(text); match !== null; match = row.exec(text)) {
    const start = match.index + 1
    const cells = cellsOf(text.slice(start, match.index + match[0].lastIndexOf(')')), ',')
    if (cells.length !== columns) continue
    for (const column of secret) {
      const cell = cells[column]
      if (!cell || isPlain(cell.text.replace(/^N'/, ''))) continue
      found.push({ start: start + cell.start, end: start + cell.end, kind: 'password', rank: 500 })
    }
  }
  return found
}
