import { describe, expect, test } from 'vitest'
import { type MarkerName, readBlock } from '../../../api/markers/payloads.ts'

const invalid = { rejected: 'invalid' }
const read = (marker: MarkerName, value: unknown) => readBlock(marker, JSON.stringify(value))
const letters = (count: number) => 'x'.repeat(count)
const fix = { title: 'Restart the spooler', description: 'It hangs at Acme Dental.', confidence: 70 }

type Field = [marker: MarkerName, longest: number, body: (text: string) => unknown]
const limits: Record<string, Field> = {
  'a question': ['QUESTIONS', 500, (text) => [{ text }]],
  'a quick answer': ['QUESTIONS', 80, (text) => [{ text: 'Wi-Fi?', options: ['No', text] }]],
  'the label of a check': ['ACTIONS', 200, (label) => [{ label }]],
  'the command of a check': ['ACTIONS', 4_000, (command) => [{ label: 'Ping', command }]],
  'the description of a check': ['ACTIONS', 1_000, (description) => [{ label: 'Ping', description }]],
  'a fact': ['PROMOTE', 400, (text) => ({ text })],
  'the title of a fix': ['SUGGEST_FIX', 160, (title) => ({ ...fix, title })],
  'the description of a fix': ['SUGGEST_FIX', 2_000, (description) => ({ ...fix, description })],
  'the script of a fix': ['SUGGEST_FIX', 20_000, (body) => ({ ...fix, script: { language: 'bash', body } })],
  'the reason of an outcome': ['FIX_OUTCOME', 500, (reason) => ({ outcome: 'worked', reason })],
}

describe.each(Object.entries(limits))('%s', (_, [marker, longest, body]) => {
  test('may be as long as its limit once trimmed, and no longer', () => {
    expect(read(marker, body(` ${letters(longest)}\n`))).toEqual(read(marker, body(letters(longest))))
    expect(read(marker, body(letters(longest)))).toHaveProperty('block')
    expect(read(marker, body(letters(longest + 1)))).toEqual(invalid)
  })

  test('is refused with a character that the database cannot store', () => {
    expect(read(marker, body('a\0b'))).toEqual(invalid)
    expect(read(marker, body('a\ud83d'))).toEqual(invalid)
  })
})

const items: Record<string, [marker: MarkerName, most: number, item: unknown]> = {
  questions: ['QUESTIONS', 6, { text: 'Since when?' }],
  checks: ['ACTIONS', 6, { label: 'Ping the gateway' }],
  facts: ['PROMOTE', 5, { text: 'The disk is full' }],
}

test.each(Object.entries(items))('%s come in arrays of one up to their limit', (_, [marker, most, item]) => {
  expect(read(marker, [])).toEqual(invalid)
  expect(read(marker, [item])).toHaveProperty('block')
  expect(read(marker, Array(most).fill(item))).toHaveProperty('block')
  expect(read(marker, Array(most + 1).fill(item))).toEqual(invalid)
})

const required: [marker: MarkerName, body: Record<string, unknown>][] = [
  ['QUESTIONS', { text: 'Since when?' }],
  ['ACTIONS', { label: 'Ping the gateway' }],
  ['PROMOTE', { text: 'The disk is full' }],
  ['SUGGEST_FIX', fix],
  ['FIX_OUTCOME', { outcome: 'partial', reason: 'One PC of two prints' }],
]

test.each(required)(
  '%s needs each of its required fields, neither null nor blank nor of another kind',
  (marker, body) => {
    const wrap = (item: unknown) => (marker === 'QUESTIONS' || marker === 'ACTIONS' ? [item] : item)
    expect(read(marker, wrap(body))).toHaveProperty('block')
    for (const field of Object.keys(body))
      for (const value of [undefined, null, ' \n', [], true])
        expect(read(marker, wrap({ ...body, [field]: value })), `${field}: ${value}`).toEqual(invalid)
  },
)

test('null and blank count as absent, and fields that no one named are ignored', () => {
  const bare = { block: { marker: 'QUESTIONS', questions: [{ text: 'Since when?' }] } }
  const question = { text: 'Since when?', context: null, options: null, id: ' ', why: 'x', deep: { text: '\0' } }
  expect(read('QUESTIONS', [question])).toStrictEqual(bare)

  const absent = { facts: null, script: null, script_template_id: null, parameters: null }
  expect(read('SUGGEST_FIX', { ...fix, ...absent })).toStrictEqual({ block: { marker: 'SUGGEST_FIX', fix } })
})

test('everything that a block may say arrives', () => {
  const question = { text: 'Where?', context: 'Two sites', options: ['Main St', 'Harbor'], id: 'q-7' }
  const check = { label: 'Flush', command: 'ipconfig /flushdns', description: 'DNS', disruptive: true, id: 'c-1' }
  const fact = { text: 'The disk is full', source_ref: 'q-7', quote: 'C: shows zero bytes free' }
  const script = { language: 'powershell', body: 'Restart-Service Spooler' }
  const full = {
    ...fix,
    facts: [1, 4],
    script,
    script_template_id: 't-1',
    parameters: { service: 'Spooler', tries: [1] },
  }
  expect(read('QUESTIONS', [question])).toStrictEqual({ block: { marker: 'QUESTIONS', questions: [question] } })
  expect(read('ACTIONS', [check])).toStrictEqual({ block: { marker: 'ACTIONS', checks: [check] } })
  expect(read('PROMOTE', fact)).toStrictEqual({ block: { marker: 'PROMOTE', facts: [fact] } })
  expect(read('SUGGEST_FIX', full)).toStrictEqual({ block: { marker: 'SUGGEST_FIX', fix: full } })
})

test('quick answers are two to six', () => {
  const withOptions = (count: number) => read('QUESTIONS', [{ text: 'Which?', options: Array(count).fill('PC') }])
  expect([0, 1, 7].map(withOptions)).toEqual([invalid, invalid, invalid])
  expect(withOptions(2)).toHaveProperty('block')
  expect(withOptions(6)).toHaveProperty('block')
})

test.each([
  [-3, 0],
  [0.4, 0],
  [69.5, 70],
  [100.4, 100],
  [1e9, 100],
])('a confidence of %d is kept as %d', (given, kept) => {
  expect(read('SUGGEST_FIX', { ...fix, confidence: given })).toHaveProperty('block.fix.confidence', kept)
})

test('a confidence that is no number, an unknown outcome and an unknown language are invalid', () => {
  expect(read('SUGGEST_FIX', { ...fix, confidence: '70' })).toEqual(invalid)
  expect(read('FIX_OUTCOME', { outcome: 'Worked', reason: 'x' })).toEqual(invalid)
  expect(read('SUGGEST_FIX', { ...fix, script: { language: 'perl', body: 'x' } })).toEqual(invalid)
  expect(read('SUGGEST_FIX', { ...fix, script: { language: 'bash' } })).toEqual(invalid)
})

test('ordinals of facts are whole numbers from one', () => {
  for (const facts of [[0], [1.5], ['F1'], [3e9], 1]) expect(read('SUGGEST_FIX', { ...fix, facts })).toEqual(invalid)
})

test('parameters are an object of storable values that is not absurdly deep', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)])
  const withParameter = (value: unknown) => read('SUGGEST_FIX', { ...fix, parameters: { host: value } })
  expect(withParameter(deep(5))).toHaveProperty('block')
  expect(withParameter(deep(100))).toEqual(invalid)
  expect(withParameter(['\ud83d'])).toEqual(invalid)
  expect(read('SUGGEST_FIX', { ...fix, parameters: ['x'] })).toEqual(invalid)
})

test.each([
  '```json\n{"text":"x"}\n```',
  '\n ```\n{"text":"x"}\n ````\n',
  '~~~ json title\r\n{"text":"x"}\r\n~~~',
  '```json {"text":"x"} ```',
  '```json\n{"text":"x"}\n',
])('a code fence around the JSON is tolerated: %j', (body) => {
  expect(readBlock('PROMOTE', body)).toEqual({ block: { marker: 'PROMOTE', facts: [{ text: 'x' }] } })
})

test.each([
  '',
  ' ',
  '```',
  '``` ```',
  '{"text":"x"}\n```',
  '``{"text":"x"}``',
  '````\n{"text":"x"}\n```',
  '{}{}',
  'null,',
  '['.repeat(16_000),
])('a body that is not JSON is rejected as such: %.20j', (body) => {
  expect(readBlock('PROMOTE', body)).toEqual({ rejected: 'not_json' })
})

test.each(['null', '1', '"x"', '[[]]', '[null]', '{}', '{"__proto__":{"text":"x"}}'])(
  'JSON that is no fact is invalid: %s',
  (body) => {
    expect(readBlock('PROMOTE', body)).toEqual(invalid)
  },
)
