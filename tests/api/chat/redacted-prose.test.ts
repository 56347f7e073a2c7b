import { expect, test } from 'vitest'
import { RedactedProse } from '../../../api/chat/redacted-prose.ts'
import { redact } from '../../../api/redaction/redact.ts'
import { innocentTexts } from '../redaction/innocent-texts.ts'
import { secrets } from '../redaction/secrets.ts'

/** What a reader saw of a text that came in pieces of this length, each as it was told. */
function toldOf(text: string, length: number, known: string[] = []): string[] {
  const prose = new RedactedProse(known)
  const told = []
  for (let at = 0; at < text.length; at += length) {
    prose.push(text.slice(at, at + length))
    told.push(prose.take())
  }
  return [...told, prose.takeRest()]
}
const lengths = [1, 3, 7, 19, 64, 1000]

test.each(lengths)('no secret is told in pieces of %i, nor the half of one', (length) => {
  const leaks = secrets.filter(({ text, secret }) => {
    const told = toldOf(`The laptops drop at times.\n\n${text}\n\nThat is what I see in it.`, length).join('')
    // A third of it in one piece, for those that are read in groups.
    const third = Math.max(4, Math.ceil(secret.length / 3))
    return Array.from({ length: secret.length - third + 1 }, (_, at) => secret.slice(at, at + third)).some((part) =>
      told.includes(part),
    )
  })
  expect(leaks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([])
})

test.each(lengths)('what holds no secret is told as it was said, in pieces of %i', (length) => {
  for (const text of innocentTexts) expect(toldOf(text, length).join('')).toBe(redact(text).text)
})

test('a known value of several words is held back from its first one', () => {
  const told = toldOf('It was seven quiet herons before, or seven quiet ducks.', 4, ['seven quiet herons'])
  expect(told.join('')).toBe('It was •••••• before, or seven quiet ducks.')
})

test('words are told as they end, and a sentence with its mark', () => {
  const prose = new RedactedProse([])
  prose.push('The tunnel drops aft')
  expect(prose.take()).toBe('The tunnel drops ')
  prose.push('er MFA.')
  expect(prose.take()).toBe('after MFA.')
})

test('what may be a secret waits for what follows it, and no longer than that', () => {
  const prose = new RedactedProse([])
  prose.push('Read 482913 ')
  expect(prose.take()).toBe('Read ')
  prose.push('lines of the log of the firewall, then ask ')
  expect(prose.take()).toBe('482913 lines of the log of the firewall, then ask ')
})

test('long prose is told whole, and a secret at its end is none of it', () => {
  const sentence = 'The laptops of the office drop the tunnel after 30 minutes.\n'
  const { text, secret } = secrets[0] ?? { text: '', secret: '' }
  const told = toldOf(sentence.repeat(400) + text, 50).join('')
  expect(told.startsWith(sentence.repeat(400))).toBe(true)
  expect(told).not.toContain(secret)
})
