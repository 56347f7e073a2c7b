import { expect, test } from 'vitest'
import { markedValues, secretsIn } from '../../../api/redaction/marked-values.ts'
import type { ParametersSchema, ScriptParameter } from '../../../db/schema/script-templates.ts'

const parameter = (key: string, type: ScriptParameter['type']): ScriptParameter => ({
  key,
  label: key,
  type,
  required: false,
  default: null,
  options: null,
  help: null,
  pattern: null,
})
const schema: ParametersSchema = { parameters: [parameter('vault', 'secret'), parameter('server', 'text')] }

test('the values that the schema marks are secret', () => {
  expect(markedValues({ vault: 'northbeam', server: 'srv-fs01' }, schema)).toEqual(['northbeam'])
})

test('without a schema, the name of a parameter says it', () => {
  expect(markedValues({ admin_password: 'northbeam', server: 'srv-fs01' }, null)).toEqual(['northbeam'])
  expect(markedValues({ ClientSecret: 'northbeam' }, schema)).toEqual(['northbeam'])
})

test('numbers are told as text, and lists by their members', () => {
  expect(markedValues({ pin: 48213, vault: ['first', 'second', 'first'] }, schema)).toEqual([
    '48213',
    'first',
    'second',
  ])
})

test('what is too short or stands everywhere is not told', () => {
  expect(
    markedValues({ vault: ['abc', 'true', 'False', 'null', 'None', ''], password: true, token: null }, schema),
  ).toEqual([])
})

test('of many rows, each is judged by its own schema', () => {
  expect(
    secretsIn([
      { parameters: { vault: 'northbeam' }, parameters_schema: schema },
      { parameters: { vault: 'harbor', password: 'coastline' }, parameters_schema: null },
    ]),
  ).toEqual(['northbeam', 'coastline'])
})
