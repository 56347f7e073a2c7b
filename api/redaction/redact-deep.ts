import { spellings } from './known-values.ts'
import { mask, note, redactSpelled, type Taken } from './redact.ts'
import { redactLabelledSpelled } from './redact-labelled.ts'
import { saysSecret } from './secret-names.ts'

/** No value of the product is as deep; what lies below is not read, and not shown. */
const deepest = 200

/**
 * Where an object tells what one of its strings answers: an item of the task lane, as it is kept (`text` and `answer`,
 * `label` and `result`) and as it is told (`question`, `check`), and names with values, as many APIs list them. The first
 * of `labels` that is a string counts; all that name what was done (`command`) stand with it.
 */
const pairs = [
  { value: 'answer', labels: ['question', 'text', 'label'] },
  { value: 'result', labels: ['label', 'check', 'text'] },
  { value: 'output', labels: ['label', 'check', 'command'] },
  { value: 'value', labels: ['label', 'name', 'key', 'field', 'parameter', 'Name', 'Key'] },
  { value: 'Value', labels: ['Name', 'Key', 'Label'] },
]

/**
 * A JSON value with every string redacted, and masked as a whole under a key that names a secret; keys stay. A string that
 * answers another of its object is redacted in that one's light, as `redactLabelled` does. Where nothing was taken it is
 * the same object, so that asking is cheap. What was taken is added to `taken`.
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
    const redacted = entries.map(([key, item]) => {
      const labelled = !saysSecret(key) && typeof item === 'string' ? labelOf(record, key) : null
      if (labelled && typeof item === 'string') {
        return [key, redactLabelledSpelled({ ...labelled, value: item }, known, taken)] as const
      }
      return [key, redactValue(item, saysSecret(key), depth + 1)] as const
    })
    return redacted.every(([, item], at) => Object.is(item, entries[at]?.[1])) ? record : Object.fromEntries(redacted)
  }

  // Strings become strings and objects keep their keys: the type stays, which the compiler cannot see.
  return redactValue(value, false, 0) as Value
}

/** What the value under this key answers, where the object says so. */
function labelOf(record: object, key: string): { label: string; options: string[] } | null {
  const pair = pairs.find(({ value }) => value === key)
  const fields: Record<string, unknown> = { ...record }
  const label = pair?.labels.map((name) => fields[name]).find((each) => typeof each === 'string')
  if (typeof label !== 'string') return null
  const { command, options } = fields
  return {
    label: typeof command === 'string' && command !== label ? `${label}\n${command}` : label,
    options: Array.isArray(options) ? options.filter((each) => typeof each === 'string') : [],
  }
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
