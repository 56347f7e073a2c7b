import { expect, test } from 'vitest'
import { ApiProblem } from '../../../ui/api-problem.ts'
import type { WriteBack } from '../../../ui/pilot/session-page.ts'
import type { Doing, Refused } from '../../../ui/wrap-up/posting-action.ts'
import { type Known, postingView, spokenOf } from '../../../ui/wrap-up/posting-view.ts'

const resolved = { id: '521', name: 'Resolved' }
const writeBack = (change: Partial<WriteBack> = {}): WriteBack => ({
  kind: 'resolution_note',
  state: 'sent',
  is_running: false,
  ticket_ref: '48213',
  reference: 'FP-1',
  external_id: '910002',
  target_status: resolved,
  status_skipped_reason: null,
  actual_status: null,
  note_differs: null,
  steps: [],
  failure: null,
  closed_at: null,
  ...change,
})
const step = (step: 'note' | 'status' | 'check', done: boolean) => ({
  step,
  done,
  at: '2026-11-22T10:00:00Z',
  detail: '',
})
const doing = (change: Partial<Doing> = {}): Doing => ({
  kind: 'resolution_note',
  act: 'post',
  ticket_ref: '48213',
  asking: false,
  ...change,
})
const problem = (code: string, status: number, body: object = {}, detail = 'As the server said it.') =>
  new ApiProblem(status, code, detail, null, [], { ...body })
const refusedBy = (thrown: unknown, change: Partial<Refused> = {}): Refused => ({
  kind: 'resolution_note',
  act: 'post',
  thrown,
  ...change,
})
const look = (known: Partial<Known>) =>
  postingView({
    doing: undefined,
    refused: undefined,
    write_back: null,
    is_over: false,
    nameOf: (ref) => `CW #${ref}`,
    system: 'ConnectWise',
    ...known,
  })
const linesOf = (known: Partial<Known>) => {
  const view = look(known)
  return view?.phase === 'under_way' ? view.lines.map(({ text, state }) => `${state}: ${text}`) : undefined
}
const waysOf = (known: Partial<Known>) => {
  const view = look(known)
  return view?.phase === 'stopped' ? view.ways : undefined
}

test('before the first click and after the end there is nothing to say', () => {
  expect(look({})).toBeUndefined()
  expect(look({ is_over: true, write_back: writeBack() })).toBeUndefined()
})

test('a posting shows the step that somebody is at, and those before it as done', () => {
  expect(look({ doing: doing() })).toMatchObject({ title: 'Posting to CW #48213' })
  expect(linesOf({ doing: doing() })).toEqual(['now: Posting the note…'])
  expect(linesOf({ doing: doing(), write_back: writeBack({ steps: [step('note', true)] }) })).toEqual([
    'done: Note posted',
    'now: Setting the status to Resolved…',
  ])
  const asked = [step('note', true), step('status', true)]
  expect(linesOf({ doing: doing(), write_back: writeBack({ steps: asked }) })).toEqual([
    'done: Note posted',
    'now: Checking that the status is Resolved…',
  ])
})

test('a note of which it is not known whether it arrived is never shown as posted', () => {
  for (const state of ['pending', 'unknown'] as const) {
    expect(linesOf({ doing: doing(), write_back: writeBack({ state }) })).toEqual(['now: Posting the note…'])
  }
})

test('a posting that somebody else is at is shown without a click of one’s own', () => {
  const steps = [step('note', true), step('status', true)]
  expect(linesOf({ write_back: writeBack({ is_running: true, steps }) })).toEqual([
    'done: Note posted',
    'now: Checking that the status is Resolved…',
  ])
})

test('setting the status again and checking it again are told apart', () => {
  const write_back = writeBack({ steps: [step('status', true), step('check', false)] })
  expect(linesOf({ doing: doing({ act: 'retry_status' }), write_back })?.at(-1)).toBe(
    'now: Setting the status to Resolved…',
  )
  expect(linesOf({ doing: doing({ act: 'check_again' }), write_back })?.at(-1)).toBe(
    'now: Checking that the status is Resolved…',
  )
})

test('a status that was not kept names what is there, what was not kept, and three ways on', () => {
  const write_back = writeBack({
    actual_status: { id: '520', name: 'In Progress' },
    failure: { code: 'status_not_verified', detail: 'It is In Progress.' },
  })
  expect(look({ write_back })).toMatchObject({
    title: 'The ticket is still “In Progress”',
    says: ['The note was posted, but ConnectWise did not keep the status “Resolved”. Nothing was posted twice.'],
    ways: ['check_again', 'retry_status', 'keep_local'],
  })
})

test('the ways on never include posting again where the note is there, nor checking where nothing can be', () => {
  const failure = { code: 'psa_failed', detail: 'ConnectWise did not answer.' } as const
  const ways = (state: WriteBack['state']) => waysOf({ write_back: writeBack({ state, failure }) })
  expect(ways('failed')).toEqual(['try_again', 'keep_local'])
  expect(ways('unknown')).toEqual(['try_again', 'check_again', 'keep_local'])
  expect(ways('sent')).toEqual(['check_again', 'retry_status', 'keep_local'])
  expect(ways('confirmed')).toEqual(['check_again', 'keep_local'])
  expect(waysOf({ write_back: writeBack({ failure, target_status: null }) })).toEqual(['check_again', 'keep_local'])
})

test('where it is not known whether the note arrived, it is said once that nothing is posted twice', () => {
  const says = (detail: string) => {
    const view = look({ write_back: writeBack({ state: 'unknown', failure: { code: 'psa_failed', detail } }) })
    return view?.phase === 'stopped' ? view.says.join(' ').match(/twice/g) : null
  }
  expect(says('It is not on the ticket. Post it again.')).toHaveLength(1)
  expect(says('Try again: nothing is posted twice.')).toHaveLength(1)
})

test('a posting whose server went away says that it was interrupted, and only what is known', () => {
  expect(look({ write_back: writeBack({ state: 'pending', external_id: null }) })).toMatchObject({
    title: 'The posting to CW #48213 was interrupted',
    ways: ['try_again', 'keep_local'],
  })
})

test('a ticket that moved stops the posting with its changes, whatever was tried before', () => {
  const changes = [{ field: 'note', before: null, after: 'It happens at home now, too.' }]
  const refused = refusedBy(problem('ticket_moved', 409, { changes }))
  for (const write_back of [null, writeBack({ state: 'failed' })]) {
    expect(look({ refused, write_back })).toMatchObject({
      title: 'The ticket has changed',
      changes,
      ways: ['post_anyway', 'look_again'],
    })
  }
})

test('a lost answer is asked for first, and is never called a failure or a success', () => {
  const asking = look({ doing: doing({ asking: true }) })
  expect(asking).toMatchObject({ title: 'No answer came', phase: 'under_way' })
  for (const thrown of [problem('offline', 0), problem('unavailable', 503), problem('unknown', 502), new Error('?')]) {
    const view = look({ refused: refusedBy(thrown) })
    expect(view).toMatchObject({ title: 'No answer came', ways: ['try_again'] })
    expect(spokenOf(view)).not.toContain('was not posted')
  }
})

test('what the last act learnt stands before what is known since earlier', () => {
  const failure = { code: 'status_not_verified', detail: 'It is In Progress.' } as const
  const write_back = writeBack({ failure, actual_status: { id: '520', name: 'In Progress' } })
  const refused = refusedBy(problem('psa_failed', 502, {}, 'ConnectWise did not answer.'), { act: 'check_again' })
  const view = look({ write_back, refused })
  expect(view?.phase === 'stopped' && view.says[0]).toBe('ConnectWise did not answer.')
})

test('a posting that could not begin says that nothing was posted, and how to do without the ticket', () => {
  const view = look({ refused: refusedBy(problem('psa_failed', 502, {}, 'The keys are refused.')) })
  expect(view).toMatchObject({
    title: 'The note was not posted',
    says: ['The keys are refused. Nothing was posted.', 'To resolve without the ticket, unlink it first.'],
    ways: ['try_again'],
  })
})
