import type { MappedText } from './mapped-text.ts'

/** Shorter values stand everywhere by chance. */
export const shortest_known = 4

/**
 * Every spelling in which a known value may reappear, the longest first: as it is, escaped for JSON, a URL, XML,
 * PowerShell, SQL or a shell, and in base64, also in the middle of more and of UTF-16, as -EncodedCommand has it.
 */
export function spellings(known_values: readonly string[]): string[] {
  const before = made.get(known_values)
  if (before && sameValues(before.of, known_values)) return before.spelled
  const spelled = spell(known_values)
  made.set(known_values, { of: [...known_values], spelled })
  return spelled
}

/** A turn asks for the same list with every piece of its stream; its spellings go when the list does. */
const made = new WeakMap<readonly string[], { of: readonly string[]; spelled: string[] }>()

const sameValues = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, at) => value === other[at])

function spell(known_values: readonly string[]): string[] {
  const values = known_values.filter((value) => value.length >= shortest_known && /[^\s•]/.test(value))
  const all = new Set(values.flatMap((value) => [...escaped(value), ...base64Pieces(value)]))
  return [...all].sort((one, other) => other.length - one.length)
}

function escaped(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const url = encodeURIComponent(value.toWellFormed())
  const strict_url = url.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return [
    value,
    json,
    json.replaceAll('/', '\\/'),
    json.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ...[url, strict_url].flatMap((spelling) => [spelling, spelling.replaceAll('%20', '+'), lowerHex(spelling)]),
    new URLSearchParams({ value }).toString().slice('value='.length),
    value.replaceAll("'", "''"),
    value.replaceAll('"', '""'),
    value.replaceAll("'", "'\\''"),
    value.replaceAll("'", "\\'").replaceAll('"', '\\"'),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  ]
}

const lowerHex = (url: string) => url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())

function base64Pieces(value: string): string[] {
  const utf8 = [...new TextEncoder().encode(value)]
  const utf16 = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at)).flatMap((unit) => [
    unit & 255,
    unit >> 8,
  ])
  const whole = [utf8, utf16].flatMap((bytes) => {
    const padded = base64(bytes)
    return [padded, padded.replace(/=+$/, '')]
  })
  // In the middle of more, one or two bytes may come before in its group of three: the letters that are then its own.
  const inside = [utf8, utf16].flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const own_from = Math.ceil((before * 4) / 3)
      const own_to = Math.floor(((before + bytes.length) * 4) / 3)
      return base64([...Array<number>(before).fill(0), ...bytes]).slice(own_from, own_to)
    }),
  )
  const pieces = [...whole, ...inside.filter((piece) => piece.length >= 8)]
  return pieces.flatMap((piece) => [piece, piece.replaceAll('+', '-').replaceAll('/', '_')])
}

function base64(bytes: number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))
}

/** Where the spellings stand in a text, as places in its original. */
export function findKnown({ text, toOriginal }: MappedText, known: readonly string[]) {
  return known.flatMap((spelling) => {
    const found = []
    for (let start = text.indexOf(spelling); start >= 0; start = text.indexOf(spelling, start + spelling.length)) {
      found.push({ ...toOriginal(start, start + spelling.length), kind: 'known value', rank: 0 })
    }
    return found
  })
}
