import { valueAt } from './fields.ts'
import { refuse } from './reply.ts'

/** A `conditions` expression: the fields that it asks about, and whether it holds of a record. */
export type Conditions = { fields: string[]; holds: (record: unknown) => boolean }

type Holds = Conditions['holds']
type Value = string | number | boolean | null | Date

/**
 * Reads what of ConnectWise's grammar one needs to find records: `=`, `!=`, `<`, `<=`, `>`, `>=`, `contains`, `like` with
 * `%`, `in (…)`, `not` before these three, `and`, `or`, brackets, words in quotes, numbers, true, false, null and [times].
 * A quote cannot be escaped. Everything else is refused with 400, as ConnectWise refuses what it cannot read.
 */
export function parseConditions(text: string): Conditions {
  const tokens = tokensOf(text)
  const fields: string[] = []
  const next = () => tokens.shift() ?? unreadable('it ends too early')
  const nextIs = (word: string) => tokens[0]?.toLowerCase() === word
  const take = (word: string) => nextIs(word) && tokens.shift() !== undefined
  const expect = (word: string) => take(word) || unreadable(`“${tokens[0] ?? ''}” stands for “${word}”`)

  function either(): Holds {
    const parts = [both()]
    while (take('or')) parts.push(both())
    return (record) => parts.some((part) => part(record))
  }

  function both(): Holds {
    const parts = [unit()]
    while (take('and')) parts.push(unit())
    return (record) => parts.every((part) => part(record))
  }

  function unit(): Holds {
    if (!take('(')) return comparison()
    const inner = either()
    expect(')')
    return inner
  }

  function comparison(): Holds {
    const field = next()
    if (!/^[a-z_]/i.test(field)) unreadable(`“${field}” is no field`)
    fields.push(field)
    const negated = take('not')
    if (negated && !['contains', 'like', 'in'].includes(tokens[0] ?? ''))
      unreadable(`“not ${tokens[0]}” is no operator`)
    const compare = comparing(next().toLowerCase())
    return (record) => compare(valueAt(record, field)) !== negated
  }

  function comparing(operator: string): (found: unknown) => boolean {
    if (operator === 'in') {
      const values = list()
      return (found) => values.some((value) => isEqual(found, value))
    }
    const compare = operators.get(operator) ?? unreadable(`“${operator}” is no operator`)
    const value = readValue(next())
    return (found) => compare(found, value)
  }

  function list(): Value[] {
    expect('(')
    const values = [readValue(next())]
    while (take(',')) values.push(readValue(next()))
    expect(')')
    return values
  }

  const holds = either()
  if (tokens[0] !== undefined) unreadable(`nothing fits “${tokens[0]}”`)
  return { fields, holds }
}

function tokensOf(text: string): string[] {
  const token = /\s*("[^"]*"|'[^']*'|\[[^\]]*\]|!=|<=|>=|[()=<>,]|[a-z_][\w/]*|-?\d+(?:\.\d+)?(?![\w.]))/iy
  const tokens: string[] = []
  while (text.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex
    tokens.push(token.exec(text)?.[1] ?? unreadable(`nothing fits “${text.slice(at).trim()}”`))
  }
  return tokens
}

function readValue(token: string): Value {
  if (/^["']/.test(token)) return token.slice(1, -1)
  if (/^-?\d/.test(token)) return Number(token)
  if (token.startsWith('[')) return new Date(token.slice(1, -1))
  if (/^(true|false)$/i.test(token)) return token.toLowerCase() === 'true'
  if (/^null$/i.test(token)) return null
  return unreadable(`“${token}” is no value`)
}

const operators = new Map<string, (found: unknown, value: Value) => boolean>([
  ['=', (found, value) => isEqual(found, value)],
  ['!=', (found, value) => !isEqual(found, value)],
  ['<', (found, value) => order(found, value) < 0],
  ['<=', (found, value) => order(found, value) <= 0],
  ['>', (found, value) => order(found, value) > 0],
  ['>=', (found, value) => order(found, value) >= 0],
  ['contains', (found, value) => words(found).includes(words(value))],
  ['like', (found, value) => likeness(words(value)).test(words(found))],
])

const likeness = (pattern: string) => new RegExp(`^${pattern.split('%').map(escapeRegExp).join('[^]*')}$`)

function isEqual(found: unknown, value: Value): boolean {
  if (found === undefined || found === null || value === null) return (found ?? null) === value
  return order(found, value) === 0
}

/** Below 0 when `found` comes first, NaN when one of them is missing; case does not count. */
function order(found: unknown, value: Value): number {
  if (found === undefined || found === null || value === null) return Number.NaN
  if (value instanceof Date && typeof found === 'string') return Date.parse(found) - value.getTime()
  if (typeof found !== typeof value) return unreadable(`${JSON.stringify(value)} is of another type than the field`)
  if (typeof value === 'string') return words(found).localeCompare(words(value))
  return Number(found) - Number(value)
}

function words(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value.toLowerCase() : unreadable('only words contain words')
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function unreadable(why: string): never {
  throw refuse(400, 'InvalidRequest', `The conditions cannot be read: ${why}`)
}
