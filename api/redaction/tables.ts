import { isPlain, isStrong, isUnmistakable } from './plain-values.ts'
import { judgeLabel, mayNameSecret } from './secret-labels.ts'
import type { SecretRange } from './secret-pattern.ts'
import { type Cell, cellsOf, type Separator } from './table-cells.ts'
import type { Line } from './text-lines.ts'
import { tellsNoValue } from './told-values.ts'

/** No head of a column is longer, in words. */
const most_words = 5
/** A table's rows are no longer than this. */
const longest_line = 4000

/**
 * The cells beneath a head that names a secret: in CSV, tab-separated and Markdown tables, in columns aligned by spaces,
 * with or without a line of dashes, as psql, mysql and Format-Table print them; and the cells beside one.
 */
export function findInTables(lines: readonly Line[]): SecretRange[] {
  const found: SecretRange[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.text ?? ''
    if (line.length > longest_line || !mayNameSecret(line)) continue
    const table = headOf(lines, at)
    if (table === null) found.push(...besideHead(lines, at))
    else at = addRows(found, lines, table) - 1
  }
  return found
}

type Table = {
  separator: Separator | 'dashes'
  heads: Cell[]
  /** The columns that name a secret. */
  secret: number[]
  first: number
  has_rule: boolean
}

const rule = /^[ \t]*[|+:=-][|+:= \t-]*-[|+:= \t-]*$/

function headOf(lines: readonly Line[], at: number): Table | null {
  const line = lines[at]?.text ?? ''
  const has_rule = rule.test(lines[at + 1]?.text ?? '')
  const first = at + (has_rule ? 2 : 1)
  const columns = has_rule ? dashedColumns(line, lines[at + 1]?.text ?? '') : []
  const beneath = columns.flatMap(({ text }, column) => (judgeLabel(text) === 'secret' ? [column] : []))
  if (columns.every(isHead) && beneath.length > 0 && beneath.length < columns.length)
    return { separator: 'dashes', heads: columns, secret: beneath, first, has_rule }
  for (const separator of ['|', '\t', ';', ',', 'gap', 'space'] as const) {
    if (!separates(line, separator)) continue
    const heads = cellsOf(line, separator)
    if (heads.length < 2 || heads.length > 60 || !heads.every(isHead)) continue
    const secret = heads.flatMap(({ text }, column) => (judgeLabel(text) === 'secret' ? [column] : []))
    if (secret.length > 0 && secret.length < heads.length) return { separator, heads, secret, first, has_rule }
  }
  return null
}

/** The columns as a line of dashes beneath the heads has them: one space may be all that stands between two of them. */
function dashedColumns(line: string, dashes: string): Cell[] {
  if (!/^[ \t]*-+(?:[ \t]+-+)+[ \t]*$/.test(dashes)) return []
  const starts = [...dashes.matchAll(/-+/g)].map(({ index }) => index)
  return starts.map((start, column) => {
    const text = line.slice(start, starts[column + 1]).trim()
    return { text, start, end: start + text.length }
  })
}

/** Most lines have no columns, which is cheaper to see than to split them. */
function separates(line: string, separator: Separator): boolean {
  if (separator === 'gap') return /\S {2,}\S/.test(line)
  return separator === 'space' ? line.length < 120 && line.trim().split(' ').length <= 8 : line.includes(separator)
}

const isHead = ({ text }: Cell) =>
  text.length <= 60 &&
  /^[\p{L}#*(]/u.test(text) &&
  text.split(/\s+/).length <= most_words &&
  !/[.!?:=]$|^\d+$|[=@\\$*]|\s-/.test(text) &&
  !isUnmistakable(text)

/** Adds the secrets of the rows beneath a head, and says on which line the table has ended: no row is read twice. */
function addRows(found: SecretRange[], lines: readonly Line[], table: Table): number {
  for (let at = table.first; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || line.text.trim() === '' || line.text.length > longest_line) return at
    if (rule.test(line.text)) continue
    const cells = secretCells(line.text, table)
    if (cells === null) return at
    for (const { text, start, end } of cells) {
      if (!isCellSecret(text, table)) continue
      found.push({ start: line.start + start, end: line.start + end, kind: 'password', rank: 500 })
    }
  }
  return lines.length
}

/** The cells of a row in the columns that name a secret; null where the line is no row of the table. */
function secretCells(line: string, { separator, heads, secret, has_rule }: Table): Cell[] | null {
  if (separator === 'dashes') return secret.map((column) => cellAt(line, heads, column))
  const cells = cellsOf(line, separator)
  if (separator === 'gap' && cells.length !== heads.length)
    return has_rule ? secret.map((column) => cellAt(line, heads, column)) : null
  if (separator === 'space' && cells.length !== heads.length) return null
  if (cells.length < heads.length && !(separator === '|' && cells.length > 1)) return null
  // An unquoted separator in a secret makes more cells of it: all of them are taken.
  const more = cells.length - heads.length
  if (more > 0 && (separator === ',' || separator === ';') && heads.length === 2 && more > 2) return null
  return secret.flatMap((column) => {
    const from = cells[column]
    const to = cells[column + Math.max(more, 0)] ?? from
    return from && to ? [{ text: line.slice(from.start, to.end), start: from.start, end: to.end }] : []
  })
}

/** What stands beneath a head, by its place in the line; a word that begins before it or ends after it is taken whole. */
function cellAt(line: string, heads: Cell[], column: number): Cell {
  let start = Math.min(heads[column]?.start ?? 0, line.length)
  let end = Math.min(heads[column + 1]?.start ?? line.length, line.length)
  while (start > 0 && /\S/.test(line.charAt(start - 1)) && /\S/.test(line.charAt(start))) start--
  while (start < end && /\s/.test(line.charAt(start))) start++
  while (end > start && /\s/.test(line.charAt(end - 1))) end--
  return { text: line.slice(start, end), start, end }
}

function isCellSecret(text: string, { separator, has_rule }: Table): boolean {
  if (isPlain(text) || /^[-=]+$/.test(text)) return false
  if (separator === 'space') return isUnmistakable(text)
  if (separator === 'gap' && !has_rule) return !/\s/.test(text) && (isStrong(text) || !tellsNoValue(text))
  // Commas stand in sentences, too.
  if (separator === ',' && !has_rule && /\s/.test(text)) return isStrong(text.replace(/\s+/g, ''))
  return !tellsNoValue(text)
}

/** "| Password | x |" among other rows of that form: the label stands beside its value. */
function besideHead(lines: readonly Line[], at: number): SecretRange[] {
  const line = lines[at]
  if (line === undefined || !/[|\t]/.test(line.text)) return []
  const [label, ...cells] = cellsOf(line.text, line.text.includes('|') ? '|' : '\t')
  if (label === undefined || !isHead(label) || judgeLabel(label.text) !== 'secret') return []
  return cells
    .filter(
      ({ text }) =>
        text !== '' && text.length < 400 && !tellsNoValue(text) && judgeLabel(text) === null && !rule.test(text),
    )
    .map(({ start, end }) => ({ start: line.start + start, end: line.start + end, kind: 'password', rank: 500 }))
}
