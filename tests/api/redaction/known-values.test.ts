import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask, redact } from '../../../api/redaction/redact.ts'
import { secrets } from './secrets.ts'

const utf8 = (value: string) => String.fromCharCode(...new TextEncoder().encode(value))
const utf16 = (value: string) =>
  Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))
    .map((unit) => String.fromCharCode(unit & 255, unit >> 8))
    .join('')

const ways: Record<string, (value: string) => string> = {
  'as it is': (value) => value,
  'escaped for JSON': (value) => JSON.stringify(value),
  'escaped for a URL': (value) => encodeURIComponent(value),
  'sent as a form': (value) => new URLSearchParams({ x: value }).toString().slice(2),
  'in PowerShell or SQL, with quotes doubled': (value) => `'${value.replaceAll("'", "''")}'`,
  'in double quotes, with quotes doubled': (value) => `"${value.replaceAll('"', '""')}"`,
  'in single quotes of a shell': (value) => `'${value.replaceAll("'", "'\\''")}'`,
  'in base64': (value) => btoa(utf8(value)),
  'in base64 for URLs': (value) => btoa(utf8(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  'in an encoded command': (value) => btoa(utf16(value)),
}

/** Passwords with what people and generators put into them; a mask is none. */
const values = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...`"'\\/&%+= é🔑`), fc.string({ minLength: 1, maxLength: 1 })),
    minLength: 4,
    maxLength: 40,
  })
  .filter((value) => value.length >= 4 && value.trim().length >= 4)

const around = fc.string({ maxLength: 30 })

describe('a known value', () => {
  test.each(Object.entries(ways))('is gone wherever it stands %s', (_, write) => {
    fc.assert(
      fc.property(values, around, around, (value, before, after) => {
        const written = write(value)
        const redacted = redact(`${before} ${written} ${after}`, [value])
        expect(redacted.text).not.toContain(written)
        expect(redacted.text).toContain(mask)
      }),
    )
  })

  test.each([0, 1, 2, 3])('is gone from the base64 of a text in which %i letters come before it', (count) => {
    const value = 'Northbeam-2026-vault'
    const text = `${'x'.repeat(count)}${value} and more`
    for (const encode of [utf8, utf16]) {
      const redacted = redact(btoa(encode(text)), [value])
      const rest = redacted.text.replaceAll(mask, '')
      expect(redacted.taken).toEqual([{ kind: 'known value', count: 1 }])
      expect(rest.length).toBeLessThan(btoa(encode(text)).length - value.length)
    }
  })

  test('is taken before a shorter one that it holds', () => {
    expect(redact('key: northbeam-key', ['north', 'northbeam-key']).text).toBe(`key: ${mask}`)
  })

  test('of fewer than four letters is left alone', () => {
    expect(redact('the cat sat', ['cat', '', 'a'])).toEqual({ text: 'the cat sat', taken: [] })
  })

  test('is known anew when its list has changed', () => {
    const known = ['first-value']
    redact('first-value', known)
    known[0] = 'other-value'
    expect(redact('first-value other-value', known).text).toBe(`first-value ${mask}`)
  })
})

describe('whatever the text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...secrets.map(({ text }) => text)),
    fc.constantFrom(
      'password',
      ': ',
      ' is ',
      '=',
      '"',
      "'",
      ' ',
      '\n',
      ';',
      '@',
      '://',
      '-----BEGIN',
      '-p ',
      mask,
      '$',
      '\\',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))

  test('what has been redacted is not redacted again', () => {
    fc.assert(
      fc.property(texts, fc.array(values, { maxLength: 2 }), (text, known) => {
        const once = redact(text, known).text
        expect(redact(once, known)).toEqual({ text: once, taken: [] })
      }),
      { numRuns: 500 },
    )
  })

  test('a text is well formed where it was', () => {
    fc.assert(
      fc.property(texts, fc.array(values, { maxLength: 2 }), (text, known) => {
        expect(redact(text.toWellFormed(), known).text.isWellFormed()).toBe(true)
      }),
    )
  })

  test('half letters are no error, in the text and in known values', () => {
    const halves = fc.string({ unit: fc.constantFrom('\ud83d', '\udd11', 'a', ' ', 'password: '), maxLength: 20 })
    fc.assert(fc.property(halves, halves, (text, value) => typeof redact(text, [value]).text === 'string'))
  })
})
