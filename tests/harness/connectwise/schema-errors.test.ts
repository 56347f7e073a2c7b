import { expect, test } from 'vitest'
import { type Schema, schemaErrors } from './schema-errors.ts'

const schemas: Record<string, Schema> = {
  Reference: { type: 'object', properties: { id: { type: 'integer', nullable: true }, name: { type: 'string' } } },
  Note: {
    type: 'object',
    required: ['text'],
    properties: {
      text: { type: 'string' },
      flag: { type: 'boolean', nullable: true },
      kind: { type: 'string', enum: ['Open', 'Closed'], nullable: true },
      hours: { type: 'number', format: 'double' },
      member: { $ref: '#/components/schemas/Reference' },
      tags: { type: 'array', items: { type: 'string' } },
      start: { type: 'string', format: 'date-time' },
      guid: { type: 'string', format: 'uuid' },
      answer: { type: 'object' },
      _info: { type: 'object', additionalProperties: { type: 'string' } },
    },
  },
}
const errorsOf = (value: unknown) => schemaErrors(schemas, { $ref: '#/components/schemas/Note' }, value, 'note')

test('a value that keeps to its schema has no errors', () => {
  const guid = '5d1f6a0e-3c4b-4f0e-9a57-8e2b6c1d7f30'
  expect(errorsOf({ text: 'x', flag: null, kind: null, hours: 1.5, member: { id: null }, tags: ['a'] })).toEqual([])
  expect(
    errorsOf({ text: 'x', kind: 'Open', start: '2026-03-14T09:12:33Z', guid, answer: 'yes', _info: { a: 'b' } }),
  ).toEqual([])
})

test.each([
  [{}, 'note.text: is missing'],
  [{ text: null }, 'note.text: null is no string'],
  [{ text: 'x', flag: 'true' }, 'note.flag: "true" is no boolean'],
  [{ text: 'x', kind: 'Shut' }, 'note.kind: “Shut” is none of Open, Closed'],
  [{ text: 'x', hours: '1' }, 'note.hours: "1" is no double'],
  [{ text: 'x', member: { id: 1.5 } }, 'note.member.id: 1.5 is no integer'],
  [{ text: 'x', member: 3 }, 'note.member: 3 is no object'],
  [{ text: 'x', tags: ['a', 2] }, 'note.tags[1]: 2 is no string'],
  [{ text: 'x', start: '14 March' }, 'note.start: "14 March" is no date-time'],
  [{ text: 'x', guid: 'abc' }, 'note.guid: "abc" is no uuid'],
  [{ text: 'x', _info: { a: 1 } }, 'note._info.a: 1 is no string'],
  [{ text: 'x', Flag: true }, 'note.Flag: is not in the interface'],
])('%j: %s', (value, error) => expect(errorsOf(value)).toEqual([error]))
