import { expect, test } from 'vitest'
import { redact } from '../../../api/redaction/redact.ts'

const units = [
  'a',
  ' ',
  '\n',
  '"',
  "'",
  ':',
  '=',
  '-',
  '7',
  'A',
  'QUJDRGVmZ2g0',
  '•',
  'password',
  'password ',
  'password: ',
  'password=;',
  'password=a,b,',
  'password is ',
  'password for a ',
  'password (',
  '<password>',
  '--password ',
  '-p ',
  'token=',
  'secret ',
  '-----BEGIN',
  '-----BEGIN PRIVATE KEY-----\n',
  'Private-Lines: 8\n',
  'eyJ',
  'eyJhbGciOiJ.',
  '://a:',
  '://a:b',
  'mysql ',
  'net use ',
  'curl -u a',
  'basic ',
  'cookie: a=',
  'authorization:',
  'radius key ',
  'set password ',
  'recovery codes a1b2c3 ',
  'otpauth://',
  'AAAAA-',
  '123456-',
  '$6$',
  'doIE',
  'a@b.',
]

const text = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

function effort(input: string): number {
  const start = performance.now()
  redact(input)
  return performance.now() - start
}

// The machine may be busy with something else while the longer text is read, so there is more than one try. Were the
// work quadratic, no try would stay under thirty times as much.
test.each(units)('ten times as much of %j is some ten times the work', (unit) => {
  const ratios = Array.from(
    { length: 6 },
    () => () => effort(text(unit, 200_000)) / Math.max(effort(text(unit, 20_000)), 1),
  )
  expect(ratios.some((ratio) => ratio() < 30)).toBe(true)
})
