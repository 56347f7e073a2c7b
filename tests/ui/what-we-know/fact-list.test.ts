import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../ui/pilot/session-page.ts'
import { factOfItem, foldFacts, withFact, withFactChanges, withoutFact } from '../../../ui/what-we-know/fact-list.ts'

const AT = '2026-11-20T09:00:00Z'
const fact = (ordinal: number, change: Partial<Fact> = {}): Fact => ({
  id: `fact-${ordinal}`,
  ordinal,
  text: `Port ${ordinal} shows errors`,
  source_type: 'manual',
  source_ref: null,
  status: 'confirmed',
  editable: true,
  created_by: 'mara',
  created_at: AT,
  updated_at: AT,
  ...change,
})
const ordinals = (facts: Fact[]) => facts.map(({ ordinal }) => ordinal)
const three = [fact(1), fact(2), fact(4)]

describe('a list of facts', () => {
  test('takes a fact where its ordinal puts it, whichever came before', () => {
    expect(ordinals(withFact(three, fact(3)))).toEqual([1, 2, 3, 4])
    expect(ordinals(withFact(three, fact(5)))).toEqual([1, 2, 4, 5])
    expect(ordinals(withFact([], fact(1)))).toEqual([1])
  })

  test('holds a fact once, with its newest words', () => {
    const changed = withFact(three, fact(2, { text: 'Port 2 was replaced' }))
    expect(changed.map(({ text }) => text)[1]).toBe('Port 2 was replaced')
    expect(changed).toHaveLength(3)
  })

  test('loses only the fact that is removed', () => {
    expect(ordinals(withoutFact(three, 'fact-2'))).toEqual([1, 4])
  })
})

describe('a change on its way', () => {
  test('shows words, a removal and a return before the server has said so', () => {
    const changes = new Map([
      ['fact-1', { becomes: fact(1, { text: 'Port 1 is quiet' }) }],
      ['fact-2', { becomes: null }],
      ['fact-3', { becomes: fact(3) }],
    ])
    expect(withFactChanges(three, changes).map(({ text }) => text)).toEqual([
      'Port 1 is quiet',
      'Port 3 shows errors',
      'Port 4 shows errors',
    ])
    expect(ordinals(three)).toEqual([1, 2, 4])
  })

  test('leaves the list itself as it is where nothing is on its way', () => {
    expect(withFactChanges(three, new Map())).toBe(three)
  })
})

test('an item stands for a fact only once that is confirmed', () => {
  const proposed = fact(1, { source_ref: 'q1', status: 'proposed' })
  expect(factOfItem([proposed], 'q1')).toBeUndefined()
  expect(factOfItem([proposed, fact(2, { source_ref: 'q1' })], 'q1')?.ordinal).toBe(2)
})

test('a folded list shows its first five and what must stay in sight', () => {
  const ten = Array.from({ length: 10 }, (_, at) => fact(at + 1, { status: at === 7 ? 'proposed' : 'confirmed' }))
  expect(ordinals(foldFacts(ten, ({ status }) => status === 'proposed'))).toEqual([1, 2, 3, 4, 5, 8])
})
