import { expect, test } from 'vitest'
import type { SessionPage, WriteBack } from '../../../ui/pilot/session-page.ts'
import { actWords, readerWords } from '../../../ui/wrap-up/destination-words.ts'
import { type Ending, endingWords, readEnding } from '../../../ui/wrap-up/ending.ts'
import { beforeTurn } from '../pilot/northbeam-turn.ts'

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

const last = (change: Partial<WriteBack> = {}): WriteBack => ({
  kind: 'resolution_note',
  state: 'confirmed',
  is_running: false,
  ticket_ref: '48213',
  reference: 'FP-1',
  external_id: '910002',
  target_status: { id: '521', name: 'Resolved' },
  status_skipped_reason: null,
  actual_status: { id: '521', name: 'Resolved' },
  note_differs: null,
  steps: [],
  failure: null,
  closed_at: '2026-11-22T10:00:00Z',
  ...change,
})
const session: SessionPage['session'] = {
  ...beforeTurn.session,
  status: 'resolved',
  resolution_note_external_id: '910002',
}

test('how a session ended is told by its last posting, on whichever machine', () => {
  expect(readEnding({ session, write_back: last() })).toEqual(ending({}))
  const undone = { id: '520', name: 'In Progress' }
  expect(readEnding({ session, write_back: last({ state: 'sent', actual_status: undone }) })).toEqual(
    ending({ result: 'resolved_local', ticket_status: { ...undone, verified: false } }),
  )
  const skipped = { target_status: null, actual_status: null, status_skipped_reason: 'No status is picked.' }
  expect(readEnding({ session, write_back: last(skipped) })).toEqual(
    ending({ ticket_status: null, status_transition_skipped_reason: 'No status is picked.' }),
  )
})

test('a posting that is not over, or of an ending before, tells nothing of this one', () => {
  expect(readEnding({ session, write_back: null })).toBeUndefined()
  expect(readEnding({ session, write_back: last({ closed_at: null }) })).toBeUndefined()
  expect(readEnding({ session: { ...session, status: 'active' }, write_back: last() })).toBeUndefined()
  expect(readEnding({ session, write_back: last({ external_id: '910001' }) })).toBeUndefined()
})
