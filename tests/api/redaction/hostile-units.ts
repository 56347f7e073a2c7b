import { everyPattern } from '../../../api/redaction/patterns/every-pattern.ts'

/** What a text of 100,000 letters may take on a small machine. */
export const most_ms = 250

const signs = [
  'a',
  ' ',
  '\n',
  '\t',
  '\r\n',
  '\u00a0',
  '\u200b',
  '"',
  "'",
  '`',
  ':',
  '=',
  '-',
  '_',
  '*',
  '(',
  '[',
  '{',
  '<',
  '>',
  '|',
  ',',
  ';',
  '\\',
  '\\\\',
  '\\n',
  '/',
  '&',
  '&amp;',
  '.',
  '7',
  'A',
  '@',
  '$',
  '•',
  '“',
  'é',
  'e\u0301',
]

/** The words of a pattern as its source spells them, without what makes it a pattern. */
const literals = (source: string): string[] =>
  source
    .replace(/\\[a-zA-Z]|\\u[\da-f]{4}|\\x[\da-f]{2}|\{[\d,]+\}|\(\?[<=!:][^)]{0,3}|\[[^\]]*\]/gi, '\n')
    .split(/[\n()|?*+^$\\]+/)
    .filter((word) => word.length > 2)

const written = [
  '/pw:=',
  'password ',
  'password: ',
  'password is ',
  'password for a ',
  'password to ',
  'password (',
  'password=;',
  'password=a,b,',
  '<password>',
  '--password ',
  '-p ',
  'token=',
  '-----BEGIN PRIVATE KEY-----\n',
  'eyJhbGciOiJ.',
  '://a:b',
  'mysql ',
  'net use ',
  'curl -u a',
  'cookie: a=',
  'radius key ',
  'recovery codes a1b2c3 ',
  'AAAAA-',
  '123456-',
  '123456 ',
  'QUJDRGVmZ2g0',
  'a@b.',
  'is the password ',
  'password\n',
  'Password:\n',
  '| Password | ',
  'password,',
  '> ',
  '1. ',
  '[0;1m',
  '<td>',
  '</',
]

export const hostileUnits: string[] = [
  ...new Set([
    ...signs,
    ...written,
    ...everyPattern.flatMap(({ near, pattern }) => [...near, ...literals(pattern.source)]),
  ]),
]

/** Each piece repeated to this length, and each word of the patterns in turns with each sign. */
export function* hostileTexts(length: number, mixed = true): Generator<{ name: string; text: string }> {
  for (const unit of hostileUnits) yield { name: JSON.stringify(unit), text: repeated(unit, length) }
  if (!mixed) return
  for (const [at, unit] of hostileUnits.entries()) {
    for (const turn of [0, 13, 26]) {
      const sign = signs[(at + turn) % signs.length] ?? ' '
      yield { name: JSON.stringify(unit + sign), text: repeated(unit + sign, length) }
    }
  }
}

export const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
