import { describe, expect, test } from 'vitest'
import { mask, type Taken } from '../../../api/redaction/redact.ts'
import { redactDeep } from '../../../api/redaction/redact-deep.ts'
import { password } from './password-secrets.ts'
import { secrets } from './secrets.ts'

describe('a value of JSON', () => {
  test.each([
    'password',
    'Password',
    'pwd',
    'passwd',
    'passphrase',
    'secret',
    'token',
    'api_key',
    'apiKey',
    'api-key',
    'APIKEY',
    'private_key',
    'client_secret',
    'clientSecret',
    'SharedSecret',
    'psk',
    'pin',
    'recovery_key',
    'bind_password',
    'AdminPassword',
    'new_password_2',
    'L2tpPsk',
    'snmp_community',
    'passwords',
    'recovery_codes',
  ])('under the key %s is masked as a whole', (key) => {
    expect(redactDeep({ [key]: 'a plain word' })).toEqual({ [key]: mask })
    expect(redactDeep({ [key]: ['a plain word'] })).toEqual({ [key]: [mask] })
  })

  test.each([
    'pinned',
    'spinner',
    'token_count',
    'token_type',
    'next_page_token',
    'password_expires_at',
    'secret_id',
    'key',
    'PublicKeyToken',
    'keyboard',
    'monkey',
    'primary_key',
    'compass',
    'shipping',
  ])('under the key %s stays as it is', (key) => {
    expect(redactDeep({ [key]: 'a plain word' })).toEqual({ [key]: 'a plain word' })
  })

  test('is redacted at every depth, and its keys stay', () => {
    const value = { lane: [{ result: `password: ${password}`, [`password: ${password}`]: 1 }], ok: true }
    expect(redactDeep(value)).toEqual({
      lane: [{ result: `password: ${mask}`, [`password: ${password}`]: 1 }],
      ok: true,
    })
  })

  test('holds no secret afterwards, of whatever kind', () => {
    const redacted = JSON.stringify(redactDeep(secrets.map(({ text }) => ({ text }))))
    for (const { secret } of secrets) expect(redacted).not.toContain(JSON.stringify(secret).slice(1, -1))
  })

  test('loses the known values', () => {
    expect(redactDeep({ output: 'connected with northbeam-77' }, ['northbeam-77'])).toEqual({
      output: `connected with ${mask}`,
    })
  })

  test('is the same object where nothing was taken, and so is each part of it', () => {
    const quiet = { text: 'VPN drops', items: [1, null, 'ok'], at: new Date(0) }
    expect(redactDeep(quiet)).toBe(quiet)
    const changed = redactDeep({ quiet, loud: `password: ${password}` })
    expect(changed.quiet).toBe(quiet)
    const once = redactDeep({ password })
    expect(redactDeep(once)).toBe(once)
  })

  test('tells what was taken', () => {
    const taken: Taken[] = []
    redactDeep({ a: `password: ${password}`, b: [`pwd=${password}`], token: 'x' }, [], taken)
    expect(taken).toEqual([
      { kind: 'password', count: 2 },
      { kind: 'secret', count: 1 },
    ])
  })

  test('is no error however deep it is', () => {
    let value: unknown = `password: ${password}`
    for (let depth = 0; depth < 100_000; depth++) value = [value]
    const text: string[] = []
    let rest = redactDeep(value)
    while (Array.isArray(rest)) rest = rest[0]
    text.push(String(rest))
    expect(text).toEqual([mask])
  })

  test('keeps a key that is the name of the prototype', () => {
    const value = JSON.parse(`{"__proto__": {"password": "x y"}, "b": "password: ${password}"}`)
    expect(JSON.stringify(redactDeep(value))).toBe(`{"__proto__":{"password":"${mask}"},"b":"password: ${mask}"}`)
  })
})
