import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SessionPage } from '../../../ui/pilot/session-page.ts'
import { applyTurnEvent, followTurn, type PilotState, type TurnEvent, withPage } from '../../../ui/pilot/turn-state.ts'
import { beforeTurn, message, question, turnEvents } from './northbeam-turn.ts'

const after = (events: TurnEvent[], state: PilotState = followTurn(beforeTurn)) => events.reduce(applyTurnEvent, state)
const upTo = (id: number) => turnEvents.filter((event) => event.id <= id)

describe('a turn', () => {
  test('ends with the message that the server kept, and nothing running', () => {
    const state = after(turnEvents)
    expect(state.messages.map(({ id, status }) => [id, status])).toEqual([
      ['said-1', 'complete'],
      ['reply-1', 'complete'],
    ])
    expect(state).toMatchObject({ turn: null, following: null, session: { state_version: 6 } })
  })

  test('shows its words, facts, lane and fix as they come', () => {
    const state = after(upTo(7))
    expect(state.messages[1]).toMatchObject({
      content: 'That timing points at the **second** pass.',
      status: 'streaming',
    })
    expect(state.facts.map(({ id }) => id)).toEqual(['fact-1'])
    expect(state.task_lane.questions.map(({ id }) => id)).toEqual(['q1', 'q2'])
    expect(state.suggested_fix?.outcome_proposal?.outcome).toBe('worked')
  })

  test('in any order and however often its events are repeated, it leads to the same state', () => {
    const deliveries = fc
      .array(fc.constantFrom(...turnEvents), { maxLength: 15 })
      .chain((repeats) =>
        fc.shuffledSubarray([...turnEvents, ...repeats], { minLength: turnEvents.length + repeats.length }),
      )
    fc.assert(
      fc.property(deliveries, (events) => {
        expect(after(events)).toEqual(after(turnEvents))
      }),
    )
  })

  test('cut at any point and followed again from the start, it leads to the same state', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (seen) => {
        const reloaded = followTurn(after(upTo(seen)))
        expect(after(turnEvents, reloaded)).toEqual(after(turnEvents))
      }),
    )
  })

  test('an event that comes early changes nothing that is shown until those before it are there', () => {
    const { following: _, ...shown } = after([...upTo(2), ...turnEvents.slice(3, 6)])
    const { following: __, ...expected } = after(upTo(2))
    expect(shown).toEqual(expected)
  })

  test('an event seen before is the same state, not a copy', () => {
    const state = after(upTo(4))
    expect(applyTurnEvent(state, upTo(2)[1] as TurnEvent)).toBe(state)
  })
})

/** The page as the server answers it after so many events: a reply that is still written has no words there yet. */
function pageAfter(id: number): SessionPage {
  const { following: _, ...page } = after(upTo(id))
  const messages = page.messages.map((each) =>
    each.status === 'streaming' ? { ...each, content: '', effects: [] } : each,
  )
  return { ...page, messages }
}

describe('a session that is read anew while a turn is followed', () => {
  const LAST = turnEvents.length
  /** Two lines that each bring the turn from anywhere, shuffled into one another, and readings of the page in between. */
  const deliveries = fc
    .tuple(fc.integer({ min: 0, max: LAST }), fc.array(fc.constantFrom(...turnEvents), { maxLength: 15 }))
    .chain(([seen, repeats]) =>
      fc.record({
        events: fc.shuffledSubarray([...turnEvents, ...turnEvents.slice(seen), ...repeats], { minLength: 0 }),
        readings: fc.array(fc.record({ before: fc.nat({ max: 25 }), ahead: fc.nat({ max: LAST }) }), { maxLength: 4 }),
      }),
    )

  test('shows the same in the end, however its events are repeated, reordered and read past', () => {
    fc.assert(
      fc.property(deliveries, ({ events, readings }) => {
        // The rest comes in order at last: a line that is followed to its end leaves nothing out.
        const delivered = [...events, ...turnEvents]
        const state = delivered.reduce((known, event, at) => {
          const read = readings.filter(({ before }) => before === at && known.following)
          const applied = (known.following?.next_id ?? 1) - 1
          const reread = read.reduce(
            (before, { ahead }) => withPage(before, pageAfter(Math.min(LAST, applied + ahead))),
            known,
          )
          return applyTurnEvent(reread, event)
        }, followTurn(beforeTurn))
        expect(state).toEqual(after(turnEvents))
      }),
      { numRuns: 1_000 },
    )
  })

  test('keeps the words that came, and takes what another tab changed', () => {
    const answered = question('q1', { status: 'done', answer: 'Office laptops only' })
    const page = { ...pageAfter(3), task_lane: { questions: [answered], checks: [] } }
    const state = withPage(after(upTo(3)), { ...page, session: { ...page.session, title: 'Renamed elsewhere' } })
    expect(state.messages.at(-1)?.content).toBe('That timing points at the **second** pass.')
    expect(state.task_lane.questions).toEqual([answered])
    expect(state.session.title).toBe('Renamed elsewhere')
    expect(after(turnEvents, state).messages).toEqual(after(turnEvents).messages)
  })

  test('is the page as it was read when no turn is followed', () => {
    const state = withPage({ ...beforeTurn, messages: [message('old', 'user')] }, pageAfter(LAST))
    expect(state).toMatchObject(pageAfter(LAST))
  })
})

describe('a turn that fails', () => {
  const error: TurnEvent = {
    id: 4,
    event: 'error',
    data: { code: 'ai_failed', message: 'overloaded', retryable: true },
  }
  const state = after([...upTo(3), error])

  test('keeps what was said, and the message of the engineer', () => {
    expect(state.messages.map(({ status, content }) => [status, content])).toEqual([
      ['complete', 'The VPN drops after the MFA prompt.'],
      ['failed', 'That timing points at the **second** pass.'],
    ])
  })

  test('says why, and which turn can be tried again', () => {
    expect(state.messages.at(-1)).toMatchObject({ failure: error.data, turn_id: 'turn-1' })
    expect(state.turn).toBeNull()
  })
})

test('what a message sends of the lane is sent as soon as the message is saved', () => {
  const before = {
    ...beforeTurn,
    task_lane: { questions: [question('q1', { status: 'done', answer: 'Yes' })], checks: [] },
  }
  const [begun] = turnEvents
  if (begun?.event !== 'turn') throw new Error('A turn begins with its event')
  const user_message = {
    ...begun.data.user_message,
    sent_items: [{ item_id: 'q1', label: 'Question q1?', value: 'Yes' }],
  }
  const state = applyTurnEvent(followTurn(before), { ...begun, data: { ...begun.data, user_message } })
  expect(state.task_lane.questions[0]?.sent_message_id).toBe(user_message.id)
})

describe('a replayed lane', () => {
  const answered = question('q1', { status: 'done', answer: 'Office laptops only' })

  test('does not take back an answer that was given since', () => {
    const state = after(upTo(5), followTurn({ ...beforeTurn, task_lane: { questions: [answered], checks: [] } }))
    expect(state.task_lane.questions).toEqual([answered, question('q2')])
  })

  test('still retires what the reply left out', () => {
    const task_lane = { questions: [question('q1', { status: 'retired' })], checks: [] }
    const retired: TurnEvent = { id: 2, event: 'task_lane', data: { task_lane } }
    expect(after([...upTo(1), retired]).task_lane.questions[0]?.status).toBe('retired')
  })
})

test('a second turn is shown after the first', () => {
  const [begin] = turnEvents
  if (begin?.event !== 'turn') throw new Error('the first event begins the turn')
  const second: TurnEvent = {
    ...begin,
    data: { turn_id: 'turn-2', user_message: message('said-2', 'user'), assistant_message_id: 'reply-2' },
  }
  expect(after([second], followTurn(after(turnEvents))).messages.map(({ id }) => id)).toEqual([
    'said-1',
    'reply-1',
    'said-2',
    'reply-2',
  ])
})
