import { describe, expect, test } from 'vitest'
import { ground, isKnown } from '../../../api/facts/promote.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'

const answered = questionOf('Since when?', { status: 'done', answer: 'Since Monday' })
const open = questionOf('Who else?')
const recorded = checkOf('Ping', { status: 'done', result: 'Request timed out' })
const lane = laneOf({ questions: [answered, open], checks: [recorded, checkOf('Log')] })
const proposed = { source_type: 'ai_synthesis', source_ref: null, status: 'proposed' }
const quoted = { source_type: 'ai_synthesis', source_ref: null, status: 'confirmed' }
const wrote = (...messages: string[]) => ({ messages, ticket: '' })

describe('a fact with a source', () => {
  test('is confirmed when the item has an answer or a result, and takes its kind', () => {
    const by = (source_ref: string, text: string) => ground({ text, source_ref }, lane, wrote())
    expect(by(answered.id, 'Since Monday')).toEqual({
      source_type: 'question',
      source_ref: answered.id,
      status: 'confirmed',
    })
    expect(by(recorded.id, 'The ping timed out')).toEqual({
      source_type: 'diagnostic_check',
      source_ref: recorded.id,
      status: 'confirmed',
    })
  })

  test('is only proposed when the item has none, or is not of this session', () => {
    for (const source_ref of [open.id, lane.checks[1]?.id, crypto.randomUUID(), 'Since when?', '']) {
      expect(ground({ text: 'Since Monday', source_ref }, lane, wrote('Since Monday'))).toEqual(proposed)
    }
  })

  test('may rest on a quote where its source does not hold', () => {
    const promotion = { text: 'It is only on Wi-Fi', source_ref: open.id, quote: 'only on Wi-Fi here' }
    expect(ground(promotion, lane, wrote('It is only on Wi-Fi here.'))).toEqual(quoted)
  })
})

describe('a fact with a quote', () => {
  const written = wrote(
    'VPN drops\n  after   MFA, since Monday.',
    'Office only.',
    'It’s the “old” dock – nothing else.',
  )
  const by = (quote: string, text = 'The VPN drops') => ground({ text, quote }, lane, written)

  test.each([
    ['word for word', 'drops after MFA'],
    ['with other white space', ' drops\tafter\n\nMFA '],
  ])('is confirmed when the engineer wrote it %s', (_, quote) => expect(by(quote)).toEqual(quoted))

  test.each([
    ['of exactly twelve characters', 'Office only.', 'Office only'],
    ['with other quotes, apostrophes and dashes', 'It\'s the "old" dock - nothing', 'It is the old dock'],
    ['in an answer', 'Since Monday', 'Since Monday'],
  ])('is confirmed when the engineer wrote it %s', (_, quote, text) => expect(by(quote, text)).toEqual(quoted))

  test.each([
    ['of eleven characters', 'Office only', 'Office only'],
    ['that is twelve only by its white space', ' Office   only ', 'Office only'],
    ['in another case', 'VPN Drops after mfa', 'The VPN drops'],
    ['in other words', 'drops after the MFA', 'The VPN drops'],
    ['out of two messages', 'since Monday. Office only.', 'The VPN drops'],
    ['cut inside of a word', 'rops after MFA, since Mon', 'The VPN drops'],
    ['that is empty', '', 'The VPN drops'],
  ])('is only proposed when the quote is one %s', (_, quote, text) => expect(by(quote, text)).toEqual(proposed))

  test('counts characters, not their halves', () => {
    expect(ground({ text: '🖨 prints', quote: '🖨 prints 🖨🖨' }, lane, wrote('🖨 prints 🖨🖨'))).toEqual(proposed)
  })

  test('is only proposed where nobody knows what the linked ticket says', () => {
    const promotion = { text: 'The VPN drops', quote: 'drops after MFA' }
    expect(ground(promotion, lane, { ...written, ticket: null })).toEqual(proposed)
  })
})

test('a fact with neither is only proposed', () => {
  expect(ground({ text: 'Since Monday' }, lane, wrote('Since Monday'))).toEqual(proposed)
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
