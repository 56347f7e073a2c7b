import { expect, test } from 'vitest'
import { actWords, readerWords } from '../../../ui/wrap-up/destination-words.ts'
import { type Ending, endingWords } from '../../../ui/wrap-up/ending.ts'

const ending = (change: Partial<Ending>): Ending => ({
  kind: 'resolution_note',
  result: 'resolved',
  external_id: '910002',
  ticket_status: { id: '521', name: 'Resolved', verified: true },
  status_transition_skipped_reason: null,
  ...change,
})
const note = { kind: 'resolution_note', ticket: 'CW #48213', company: 'Acme Dental' } as const

test('the button names the ticket and its company, and says when there is none', () => {
  expect(actWords(note)).toBe('Post to CW #48213 · Acme Dental')
  expect(actWords({ ...note, company: null })).toBe('Post to CW #48213')
  expect(actWords({ kind: 'escalation_package', ticket: undefined, company: null })).toBe('Escalate here only')
})

test('who will read it is said, and never less than may be', () => {
  expect(readerWords(note, false)).toBe('Resolution tab: the customer may read it.')
  expect(readerWords(note, true)).toBe('Resolution tab and the discussion: the customer may read it.')
  expect(readerWords(note, undefined)).toContain('discussion')
  expect(readerWords({ ...note, kind: 'escalation_package' }, true)).toBe('Internal: no customer reads it.')
})

test('only a status that was seen to stay is called checked', () => {
  const words = (change: Partial<Ending>) => endingWords(ending(change), 'CW #48213')
  expect(words({})).toBe('Resolved. The note is on CW #48213. Its status is Resolved, checked.')
  const undone = { id: '520', name: 'In Progress', verified: false }
  expect(words({ result: 'resolved_local', ticket_status: undone })).toBe(
    'Resolved here only. The note is on CW #48213. Its status is In Progress.',
  )
})

test('a note that was not posted is not called posted, and a status that stayed says why', () => {
  const nothing = { result: 'escalated_local', kind: 'escalation_package', external_id: null } as const
  expect(endingWords(ending({ ...nothing, ticket_status: null }), 'the ticket')).toBe(
    'Escalated here only. Nothing was posted.',
  )
  const skipped = { ticket_status: null, status_transition_skipped_reason: 'No status is picked for this board.' }
  expect(endingWords(ending(skipped), 'CW #48213')).toBe(
    'Resolved. The note is on CW #48213. Its status was not changed: no status is picked for this board.',
  )
})
