import { describe, expect, test } from 'vitest'
import { ground, isKnown } from '../../../api/facts/promote.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'

const answered = questionOf('Since when?', { status: 'done', answer: 'Since Monday' })
const open = questionOf('Who else?')
const recorded = checkOf('Ping', { status: 'done', result: 'timed out' })
const lane = laneOf({ questions: [answered, open], checks: [recorded, checkOf('Log')] })
const proposed = { source_type: 'ai_synthesis', source_ref: null, status: 'proposed' }
const quoted = { source_type: 'ai_synthesis', source_ref: null, status: 'confirmed' }

describe('a fact with a source', () => {
  test('is confirmed when the item has an answer or a result, and takes its kind', () => {
    const by = (source_ref: string) => ground({ text: 'x', source_ref }, lane, [])
    expect(by(answered.id)).toEqual({ source_type: 'question', source_ref: answered.id, status: 'confirmed' })
    expect(by(recorded.id)).toEqual({ source_type: 'diagnostic_check', source_ref: recorded.id, status: 'confirmed' })
  })

  test('is only proposed when the item has none, or is not of this session', () => {
    for (const source_ref of [open.id, lane.checks[1]?.id, crypto.randomUUID(), 'Since when?', '']) {
      expect(ground({ text: 'x', source_ref }, lane, ['Since Monday'])).toEqual(proposed)
    }
  })

  test('may rest on a quote where its source does not hold', () => {
    expect(
      ground({ text: 'x', source_ref: open.id, quote: 'only on Wi-Fi here' }, lane, ['It is only on Wi-Fi here.']),
    ).toEqual(quoted)
  })
})

describe('a fact with a quote', () => {
  const written = ['VPN drops\n  after   MFA, since Monday.', 'Office only.']
  const by = (quote: string) => ground({ text: 'x', quote }, lane, written)

  test.each([
    ['word for word', 'drops after MFA'],
    ['with other white space', ' drops\tafter\n\nMFA '],
    ['of exactly twelve characters', 'Office only.'],
  ])('is confirmed when the engineer wrote it %s', (_, quote) => expect(by(quote)).toEqual(quoted))

  test.each([
    ['of eleven characters', 'Office only'],
    ['that is twelve only by its white space', ' Office   only '],
    ['in another case', 'VPN Drops after mfa'],
    ['in other words', 'drops after the MFA'],
    ['out of two messages', 'since Monday. Office only.'],
    ['that is empty', ''],
  ])('is only proposed when the quote is one %s', (_, quote) => expect(by(quote)).toEqual(proposed))

  test('counts characters, not their halves', () => {
    expect(ground({ text: 'x', quote: '🖨🖨🖨🖨🖨🖨' }, lane, ['🖨🖨🖨🖨🖨🖨'])).toEqual(proposed)
  })
})

test('a fact with neither is only proposed', () => {
  expect(ground({ text: 'Since Monday' }, lane, ['Since Monday'])).toEqual(proposed)
})

describe('a fact is known', () => {
  const facts = [
    { text: 'It drops since Monday', source_ref: answered.id },
    { text: 'The gateway is silent', source_ref: null },
  ]
  const from = (source_ref: string | null) => ({
    source_type: 'question' as const,
    source_ref,
    status: 'confirmed' as const,
  })

  test('by its source, whatever its words', () => expect(isKnown('other', from(answered.id), facts)).toBe(true))
  test('by its words, case and white space folded', () => {
    expect(isKnown(' the GATEWAY\nis  silent', from(null), facts)).toBe(true)
  })
  test('and by neither it is new', () => {
    expect(isKnown('The gateway is silent.', from(null), facts)).toBe(false)
    expect(isKnown('other', from(recorded.id), facts)).toBe(false)
  })
})
