import { describe, expect, test } from 'vitest'
import { replyWays } from '../../../ui/pilot/reply-ways.ts'
import type { Message } from '../../../ui/pilot/session-page.ts'
import type { PilotState } from '../../../ui/pilot/turn-state.ts'
import { message } from './northbeam-turn.ts'

const said = message('said-1', 'user', { content: 'The VPN drops after the MFA prompt.' })
const last_turn = { id: 'turn-1', assistant_message_id: 'reply-1' }
const ended = (change: Partial<Message>) => message('reply-1', 'assistant', { content: 'That timing', ...change })

const ways = (reply: Message, known: Partial<PilotState> = {}) =>
  replyWays({ messages: [said, reply], last_turn, failure: null, ...known }, reply)

describe('the last reply of a session', () => {
  test('goes on or is tried again when it was interrupted, stopped or failed in the middle', () => {
    for (const status of ['interrupted', 'stopped', 'failed'] as const) {
      expect(ways(ended({ status }))).toEqual({ go_on: 'turn-1', retry: 'turn-1' })
    }
  })

  test('has nothing to go on with when it said nothing', () => {
    expect(ways(ended({ status: 'interrupted', content: '' })).go_on).toBeUndefined()
  })

  test('is left alone when it is whole, or still coming', () => {
    for (const status of ['complete', 'streaming'] as const) expect(ways(ended({ status }))).toEqual({})
  })

  test('is not tried again when that would fail again', () => {
    const failure = { code: 'ai_failed', message: 'The model declined.', retryable: false }
    expect(ways(ended({ status: 'failed' }), { failure })).toEqual({})
  })

  test('lets its message be said again where the turn is not known', () => {
    expect(ways(ended({ status: 'failed' }), { last_turn: null })).toEqual({ say_again: said.content })
    expect(ways(ended({ status: 'failed' }), { last_turn: { ...last_turn, assistant_message_id: 'older' } })).toEqual({
      say_again: said.content,
    })
  })
})

test('a reply with messages after it is history, however it ended', () => {
  const reply = ended({ status: 'interrupted' })
  expect(ways(reply, { messages: [said, reply, message('said-2', 'user')] })).toEqual({})
})
