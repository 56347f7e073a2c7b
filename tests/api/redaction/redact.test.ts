import { describe, expect, test } from 'vitest'
import { mask, redact } from '../../../api/redaction/redact.ts'
import { innocentPastes } from './innocent-pastes.ts'
import { innocentTexts } from './innocent-texts.ts'
import { password } from './password-secrets.ts'
import { pastedSecrets } from './pasted-secrets.ts'
import { secrets } from './secrets.ts'

describe('what is a secret', () => {
  test.each(secrets)('$kind is taken out of: $text', ({ kind, text, secret }) => {
    const redacted = redact(text)
    expect(redacted.text).not.toContain(secret)
    expect(redacted.taken.map((each) => each.kind)).toContain(kind)
  })

  test.each(pastedSecrets)('$kind as people paste it: $text', ({ text, secret }) => {
    const left = redact(text).text
    for (const word of secret.split(' ')) expect(left).not.toContain(word)
    expect(left).not.toContain('Winter2025')
    expect(redact(left).text).toBe(left)
  })

  test('at least 45 kinds are known', () => {
    expect(new Set(secrets.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(45)
  })
})

describe('wherever a secret stands', () => {
  const json = (text: string) => JSON.stringify(text).slice(1, -1)

  test.each<[string, (text: string) => string]>([
    ['in the middle of a ticket', (text) => `Ticket: ${text}\nThanks`],
    ['in a quoted mail', (text) => `> ${text}`],
    ['in a list', (text) => `- ${text} .`],
    ['in a string of JSON', (text) => `{"text":"${json(text)}"}`],
  ])('it is taken out %s', (_, put) => {
    const kept = secrets.filter(({ text, secret }) => {
      const redacted = redact(put(text)).text
      return redacted.includes(secret) || redacted.includes(json(secret))
    })
    expect(kept).toEqual([])
  })
})

describe('what is none', () => {
  test.each([...innocentTexts, ...innocentPastes])('%s', (text) => {
    expect(redact(text)).toEqual({ text, taken: [] })
  })

  test('there are at least 195 such texts', () => {
    expect(innocentTexts.length + innocentPastes.length).toBeGreaterThanOrEqual(195)
  })
})

describe('what stays', () => {
  test.each([
    [`password: ${password}`, `password: ${mask}`],
    [`https://mreyes:${password}@fw01.acme.example/status`, `https://mreyes:${mask}@fw01.acme.example/status`],
    [
      `Server=sql01;User Id=sa;Password=${password};Encrypt=True`,
      `Server=sql01;User Id=sa;Password=${mask};Encrypt=True`,
    ],
    [`"password": "${password}", "user": "mreyes"`, `"password": "${mask}", "user": "mreyes"`],
    [`net user mreyes ${password} /add`, `net user mreyes ${mask} /add`],
    [`The password is ${password}.`, `The password is ${mask}.`],
    [`Administrator:500:${'a0'.repeat(16)}:${'b1'.repeat(16)}:::`, `Administrator:500:${mask}:::`],
  ])('%s becomes %s', (text, expected) => {
    expect(redact(text).text).toBe(expected)
  })

  test('of a private key its BEGIN and END lines stay', () => {
    const lines = [`-----BEGIN RSA ${'PRIVATE'} KEY-----`, 'AAAA'.repeat(16), `-----END RSA ${'PRIVATE'} KEY-----`]
    expect(redact(lines.join('\n')).text).toBe([lines[0], mask, lines[2]].join('\n'))
  })

  test('each kind is told once, with how many there were', () => {
    const text = `password: ${password}\npwd=${password}\nAKIA${'ABCD2345'.repeat(2)}`
    expect(redact(text).taken).toEqual([
      { kind: 'password', count: 2 },
      { kind: 'AWS access key', count: 1 },
    ])
  })
})
