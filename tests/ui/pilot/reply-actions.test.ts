import { describe, expect, test } from 'vitest'
import { replyActions } from '../../../ui/pilot/reply-actions.ts'
import type { Message } from '../../../ui/pilot/session-page.ts'
import { message } from './northbeam-turn.ts'

const said = message('said-1', 'user', { content: 'The VPN drops after the MFA prompt.', turn_id: 'turn-1' })
const ended = (change: Partial<Message>) =>
  message('reply-1', 'assistant', { content: 'That timing', turn_id: 'turn-1', ...change })
const failure = (retryable: boolean) => ({ code: 'ai_failed', message: 'The model declined.', retryable })

const ways = (reply: Message) => replyActions([said, reply], reply)

describe('the last reply of a session', () => {
  test('goes on or is tried again when it was interrupted, stopped or failed in the middle', () => {
    for (const status of ['interrupted', 'stopped', 'failed'] as const) {
      expect(ways(ended({ status }))).toEqual({ go_on: 'turn-1', retry: 'turn-1' })
    }
    expect(ways(ended({ status: 'failed', failure: failure(true) }))).toEqual({ go_on: 'turn-1', retry: 'turn-1' })
  })

  test('has nothing to go on with when it said nothing', () => {
    expect(ways(ended({ status: 'interrupted', content: '' }))).toEqual({ retry: 'turn-1' })
  })

  test('is left alone when it is whole, or still coming', () => {
    for (const status of ['complete', 'streaming'] as const) expect(ways(ended({ status }))).toEqual({})
  })

  test('is not tried again when that would fail again', () => {
    expect(ways(ended({ status: 'failed', failure: failure(false) }))).toEqual({})
  })
})

test('a reply with messages after it is history, however it ended', () => {
  const reply = ended({ status: 'interrupted' })
  expect(replyActions([said, reply, message('said-2', 'user')], reply)).toEqual({})
})
