import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allVersions,
  drafted,
  isOwn,
  keptMine,
  mayRedo,
  mayUndo,
  noRevisions,
  present,
  put,
  type Revisions,
  redone,
  restored,
  tookDraft,
  typed,
  undone,
  unseenDraft,
} from '../../../ui/wrap-up/revisions.ts'

/** The time, so many seconds after nine. */
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 9, 0, seconds)).toISOString()
const textOf = (revisions: Revisions) => present(revisions)?.text
const first = drafted(noRevisions, 'The tunnel drops.', at(0))
const own = typed(first, 'The tunnel drops after a minute.', at(10))

describe('a draft', () => {
  test('stands there until the engineer types', () => {
    const second = drafted(first, 'The tunnel drops at Acme Dental.', at(5))
    expect(textOf(second)).toBe('The tunnel drops at Acme Dental.')
    expect(isOwn(second)).toBe(false)
    expect(unseenDraft(second)).toBeNull()
  })
  test('never takes the place of what the engineer wrote, and is offered to him', () => {
    const later = drafted(own, 'The tunnel drops at Acme Dental.', at(20))
    expect(textOf(later)).toBe('The tunnel drops after a minute.')
    expect(unseenDraft(later)).toBe('The tunnel drops at Acme Dental.')
  })
  test('that the engineer’s text was begun from is not offered to him', () => {
    expect(unseenDraft(own)).toBeNull()
  })
  test('that comes again unchanged is no other version', () => {
    expect(drafted(first, 'The tunnel drops.', at(30))).toBe(first)
  })
  test('that he declined is not offered again, and the next one is', () => {
    const declined = keptMine(drafted(own, 'Another draft.', at(20)))
    expect(unseenDraft(declined)).toBeNull()
    expect(textOf(declined)).toBe('The tunnel drops after a minute.')
    expect(unseenDraft(drafted(declined, 'A third draft.', at(30)))).toBe('A third draft.')
  })
  test('that he took is followed again', () => {
    const taken = tookDraft(drafted(own, 'Another draft.', at(20)), at(25))
    expect(textOf(drafted(taken, 'A third draft.', at(30)))).toBe('A third draft.')
  })
  test('that he went back to is his choice, and stays when a newer one comes', () => {
    const back = undone(drafted(first, 'Another draft.', at(20)))
    expect(isOwn(back)).toBe(true)
    expect(textOf(drafted(back, 'A third draft.', at(30)))).toBe('The tunnel drops.')
  })
})

describe('undo', () => {
  test('takes back what was typed without a rest as one, and after a rest on its own', () => {
    const more = typed(typed(own, 'The tunnel drops after a minute,', at(12)), 'The tunnel drops, always.', at(60))
    expect(textOf(undone(more))).toBe('The tunnel drops after a minute,')
    expect(textOf(undone(undone(more)))).toBe('The tunnel drops.')
    expect(mayUndo(undone(undone(more)))).toBe(false)
  })
  test('of a taken draft brings the engineer’s text back, and redo the draft', () => {
    const taken = tookDraft(drafted(own, 'Another draft.', at(20)), at(25))
    expect(textOf(undone(taken))).toBe('The tunnel drops after a minute.')
    expect(textOf(redone(undone(taken)))).toBe('Another draft.')
    expect(mayRedo(taken)).toBe(false)
  })
  test('after something new leads back to what that was made from', () => {
    const changed = put(undone(own), 'The tunnel drops at noon.', at(40))
    expect(textOf(undone(changed))).toBe('The tunnel drops.')
    expect(allVersions(changed).map(({ text }) => text)).toContain('The tunnel drops after a minute.')
  })
})

test('a restored version stands there, and what stood there can be brought back', () => {
  const [oldest] = allVersions(own).slice(-1)
  if (!oldest) throw new Error('There are versions')
  const again = restored(own, oldest, at(40))
  expect(textOf(again)).toBe('The tunnel drops.')
  expect(textOf(undone(again))).toBe('The tunnel drops after a minute.')
})

test('a section of the draft that makes the text equal to it makes it the draft again', () => {
  const taken = put(drafted(own, 'Another draft.', at(20)), 'Another draft.', at(25))
  expect(isOwn(taken)).toBe(false)
})

test('whatever is done in whatever order, no text is lost and something always stands there', () => {
  type Act = (revisions: Revisions, text: string, time: string) => Revisions
  const acts: Record<string, Act> = {
    drafted,
    typed,
    put,
    tookDraft: (revisions, _, time) => tookDraft(revisions, time),
    keptMine,
    undone,
    redone,
  }
  const doing = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.constantFrom('a', 'b', 'c', 'd')), {
    maxLength: 25,
  })
  fc.assert(
    fc.property(doing, (done) => {
      let revisions = first
      // A minute between two acts: nothing that is typed grows into something else.
      for (const [index, [name, text]] of done.entries()) {
        const before = allVersions(revisions).map((version) => version.text)
        revisions = acts[name]?.(revisions, text, at(60 * (index + 1))) ?? revisions
        expect(present(revisions)).toBeDefined()
        expect(allVersions(revisions).map((version) => version.text)).toEqual(expect.arrayContaining(before))
      }
    }),
  )
})
