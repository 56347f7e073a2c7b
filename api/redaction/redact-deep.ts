import { spellings } from './known-values.ts'
import { mask, note, redactSpelled, type Taken } from './redact.ts'
import { saysSecret } from './secret-names.ts'

/** No value of the product is as deep; what lies below is not read, and not shown. */
const deepest = 200

/**
 * A JSON value with every string redacted, and masked as a whole under a key that names a secret; keys stay. Where
 * nothing was taken it is the same object, so that asking is cheap. What was taken is added to `taken`.
 */
export function redactDeep<Value>(value: Value, known_values: readonly string[] = [], taken: Taken[] = []): Value {
  const known = spellings(known_values)

  function redactValue(value: unknown, is_secret: boolean, depth: number): unknown {
    if (typeof value === 'string') return is_secret ? maskWhole(value, taken) : redactSpelled(value, known, taken)
    if (typeof value !== 'object' || value === null) return value
    if (depth > deepest) return mask
    if (Array.isArray(value)) {
      const items = value.map((item) => redactValue(item, is_secret, depth + 1))
      return items.every((item, at) => Object.is(item, value[at])) ? value : items
    }
    return isRecord(value) ? redactRecord(value, depth) : value
  }

  function redactRecord(record: object, depth: number): object {
    const entries = Object.entries(record)
    const redacted = entries.map(([key, item]) => [key, redactValue(item, saysSecret(key), depth + 1)] as const)
    return redacted.every(([, item], at) => Object.is(item, entries[at]?.[1])) ? record : Object.fromEntries(redacted)
  }

  // Strings become strings and objects keep their keys: the type stays, which the compiler cannot see.
  return redactValue(value, false, 0) as Value
}

function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function maskWhole(value: string, taken: Taken[]): string {
  if (value === '' || value === mask) return value
  note(taken, 'secret')
  return mask
}
