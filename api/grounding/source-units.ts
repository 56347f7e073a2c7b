import { isExpectation, isGoverned, isGuessed } from './assertiveness.ts'
import { type Clause, clausesIn } from './clauses.ts'
import { type ContentWord, contentWords, foldSense, splitNames, suppliedBy } from './content-words.ts'
import { foldType } from './fold.ts'
import { instructs } from './imperatives.ts'
import { countDenials } from './negation.ts'

/** What a source says in one breath: a clause, a line, or a value under its name. */
export type Unit = {
  text: string
  passage: string
  /** Units of the same record or sentence may carry a fact together. */
  group: string
  is_record: boolean
  /** Of a named value: the value, without which its name says nothing. */
  value: string | null
  names: Set<string>
  words: ContentWord[]
  supplied: Set<string>
  denials: number
  is_planned: boolean
  is_former: boolean
  /** The occasion on which it is so, which the next clause tells. */
  occasion: string | null
}

/** So much of a long text is read, its start and its end, and no line that is longer than this: what nobody reads asserts nothing. */
const most_read = 8_000
const longest_line = 1500

function bounded(said: string): string {
  return (said.length <= most_read ? said : endsOf(said))
    .split('\n')
    .map((line) => (line.length > longest_line ? '' : line))
    .join('\n')
}

/** Whole lines of both ends: half of a line may lack its "not". */
function endsOf(said: string): string {
  const [head, tail] = [said.slice(0, most_read * 0.6), said.slice(-most_read * 0.4)]
  return `${head.slice(0, head.lastIndexOf('\n') + 1)}\n${tail.includes('\n') ? tail.slice(tail.indexOf('\n')) : ''}`
}

/** The units of what somebody said; without those that only ask, suppose, guess or order. */
export function unitsOf(said: string, is_output: boolean): Unit[] {
  // Leaders between a name and its value.
  const blocks = foldType(bounded(said))
    .replace(/(?: ?\.){4,}/gu, ' ')
    .split(/\n[^\S\n]*\n/u)
  return blocks.flatMap((block, at) => unitsOfBlock(block, `${at}`, is_output))
}

/** One statement, as one unit. */
export const unitOf = (text: string, denials = 0): Unit =>
  unit({ text, passage: text, group: 'asked', is_record: false, value: null }, countDenials(foldSense(text)) + denials)

function unitsOfBlock(block: string, name: string, is_output: boolean): Unit[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '')
  const table = readTable(lines)
  if (table)
    return [
      ...unitsOfLines(table.before, name, is_output),
      ...table.rows.flatMap((row, at) => recordOf(row, `${name}/${at}`)),
    ]
  return unitsOfLines(lines, name, is_output)
}

function unitsOfLines(lines: string[], name: string, is_output: boolean): Unit[] {
  const pairs = lines.map(pairsIn)
  const named = pairs.filter((pair) => pair !== null).length
  if (!(is_output ? named > 0 : named > 1)) return sentences(lines.join('\n'), name, is_output)
  const units: Unit[] = []
  let free: string[] = []
  let record: Pair[] = []
  const flush = () => {
    units.push(
      ...recordOf(record, `${name}.${units.length}`),
      ...sentences(free.join('\n'), `${name}.${units.length}`, is_output),
    )
    record = []
    free = []
  }
  for (const [at, line] of lines.entries()) {
    const found = pairs[at]
    if (!found) {
      if (record.length > 0) flush()
      free.push(line)
    } else if (!isExpectation(line)) {
      // A name that comes again begins the next record.
      if (free.length > 0 || found.some(([key]) => record.some(([known]) => known === key))) flush()
      record.push(...found)
    }
  }
  flush()
  return units
}

function sentences(text: string, name: string, is_output: boolean): Unit[] {
  return clausesIn(text)
    .filter(
      ({ asserts, sentence }) =>
        asserts && !(is_output ? isExpectation(sentence) : instructs(sentence.replace(/^\p{L}{3,}ly,? /u, ''), '')),
    )
    .map((clause) => fromClause(clause, `${name}:${clause.at}`))
    .map((unit, at, units) => withSubject(unit, units[at - 1]))
    .map((unit, at, units) => ({ ...unit, occasion: occasionIn(unit, units[at + 1]) }))
}

const fromClause = ({ text, sentence, is_planned, is_former }: Clause, group: string): Unit => ({
  ...unit({ text, passage: sentence, group, is_record: false, value: null }, countDenials(foldSense(text))),
  is_planned,
  is_former,
})

const happened = /\b(?:was|were|had|did|hatte|war|wurde|\p{L}{2,}ed)\b/iu

/** What happens whenever something else does is not said to happen. */
const occasionIn = ({ text, group }: Unit, next: Unit | undefined): string | null =>
  next?.group === group && /^(?:when|whenever|wenn|sobald)\b/iu.test(next.text) && !happened.test(text)
    ? next.text
    : null

const elliptic =
  /^(?:but |and |aber |und )?(?:not|nicht|only|nur) (?:on|in|at|by|from|over|via|with|without|for|to|auf|im|in|am|von|über|mit|ohne|bei|für)\b/iu
const adjunct = /\s(?:on|in|at|by|from|over|via|with|without|for|to|auf|im|in|am|von|über|mit|ohne|bei|für)\s.*$/iu

/** "… but not by name" is said of what stands before. */
function withSubject(unit: Unit, before: Unit | undefined): Unit {
  if (!before || !elliptic.test(unit.text)) return unit
  return { ...unit, supplied: unit.supplied.union(suppliedBy(before.text.replace(adjunct, ''))) }
}

type Pair = [key: string, value: string, about: string]

function recordOf(pairs: Pair[], group: string): Unit[] {
  const passage = pairs.map(([key, value]) => `${key}: ${value}`).join(', ')
  return pairs.map(([key, value, about]) => {
    const truth = truthOf(value)
    const text = truth === undefined ? `${key}: ${value}` : `${truth ? '' : 'not '}${key} ${value}`
    const own = unit(
      { text: `${text} ${about}`, passage, group, is_record: true, value: truth === undefined ? value : null },
      truth === undefined ? countDenials(foldSense(value)) : Number(!truth),
    )
    return {
      ...own,
      // What a column numbers or names is what the rows are about.
      names: truth === undefined && !/(?:id|name|number|nr)$/iu.test(key) ? suppliedBy(key) : own.names,
      words: contentWords(splitNames(truth === undefined ? value : key)),
    }
  })
}

const truthOf = (value: string): boolean | undefined => {
  if (/^(?:true|yes|ja|y|wahr)[.\s]*$/iu.test(value)) return true
  return /^(?:false|no|nein|n|none|0|falsch|null|nil)(?:[.\s]*| \(0 ?%.*\))$/iu.test(value) ? false : undefined
}

function unit(shape: Pick<Unit, 'text' | 'passage' | 'group' | 'is_record' | 'value'>, denials: number): Unit {
  return {
    ...shape,
    words: contentWords(splitNames(shape.text)),
    supplied: suppliedBy(shape.text),
    names: new Set(),
    denials,
    is_planned: false,
    is_former: false,
    occasion: null,
  }
}

const named = /^\s*[-*•]?\s*(\p{L}[^:=\n]{0,60}?)\s*(?::(?!\\|\/|\p{N})|=|\s:\s)\s*(\S.*)$/u
const listed = /^(\p{L}[^=,]{0,40}?)\s*=\s*([^,]+)$/u

/** The named values of a line; null where it is no such line. */
function pairsIn(line: string): Pair[] | null {
  const [, key = '', value = ''] = named.exec(line) ?? []
  if (key === '' || key.split(/\s+/u).length > 5 || /^\S+=\S+(?:\s\S+=\S+)+$/u.test(value)) return null
  const parts = value.split(/,\s+/u).map((part) => listed.exec(part))
  if (parts.length > 1 && parts.every((part) => part !== null))
    return parts.map(([, inner = '', of = '']) => [inner.trim(), of.trim(), key] as Pair)
  return isProse(value) ? null : [[key.trim(), value.trim(), '']]
}

/** A sentence behind a colon is no value. */
const isProse = (value: string): boolean =>
  /[.!?;]\s/u.test(value) || value.split(/\s+/u).length > 7 || isGuessed(value) || isGoverned(value)

const columns = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/gu, '')
    .trim()
    .split(/\s{2,}|\t+|\s*\|\s*/u)

/** Rows of a table, each value under the head of its column. */
function readTable(lines: string[]): { before: string[]; rows: Pair[][] } | undefined {
  const rule = lines.findIndex((line) => /^[\s|+:]*-{2,}[-\s|+:=]*$/u.test(line))
  const at = rule > 0 ? rule - 1 : lines.findIndex((line, index) => isHead(line, lines[index + 1]))
  const head = lines[at] ?? ''
  const heads = columns(head)
  const rows = lines.slice(rule > 0 ? rule + 1 : at + 1).map((line) => cellsOf(line, head, heads))
  if (at < 0 || heads.length < 2 || rows.length === 0) return undefined
  if (!rows.every((row) => row.length <= heads.length && row.length > 1)) return undefined
  return {
    before: lines.slice(0, at),
    rows: rows.map((row) => row.map((cell, index) => [heads[index] ?? '', cell, ''])),
  }
}

/** Cut where the heads begin, where every cell keeps to that; else where two spaces or a bar stand. */
function cellsOf(line: string, head: string, heads: string[]): string[] {
  const starts = heads.map((name, index) => head.indexOf(name, index === 0 ? 0 : head.indexOf(heads[index - 1] ?? '')))
  const keeps =
    !head.includes('|') && starts.every((start, index) => index === 0 || /^\s?$/u.test(line.charAt(start - 1)))
  return keeps ? starts.map((start, index) => line.slice(start, starts[index + 1]).trim()) : columns(line)
}

const isHead = (line: string, next: string | undefined): boolean => {
  const heads = columns(line)
  return (
    heads.length > 1 &&
    next !== undefined &&
    columns(next).length === heads.length &&
    heads.every((head) => /^\p{L}[\p{L} ()%_/-]*$/u.test(head))
  )
}
