import type { Message } from './session-page.ts'
import type { PilotState } from './turn-state.ts'

/** What can be done about a reply that did not end by itself: turns to go on with or to try again, or words to repeat. */
export type ReplyWays = { go_on?: string; retry?: string; say_again?: string }

/** Only the session's last reply has ways on; the others are history. */
export function replyWays(state: Pick<PilotState, 'messages' | 'last_turn' | 'failure'>, message: Message): ReplyWays {
  const isOver = message.status === 'complete' || message.status === 'streaming'
  if (isOver || message.role === 'user' || message.id !== state.messages.at(-1)?.id) return {}
  const failure = failureOf(state, message)
  if (failure?.retryable === false) return {}
  const turn_id = turnOf(state, message)?.id
  // Which turn a reply came from is known where it was seen to begin. Elsewhere its message can still be said again.
  if (!turn_id) return { say_again: state.messages.findLast(({ role }) => role === 'user')?.content }
  return { retry: turn_id, go_on: message.content.trim() ? turn_id : undefined }
}

/** Why a reply failed, where the page knows. */
export const failureOf = (state: Pick<PilotState, 'last_turn' | 'failure'>, message: Message) =>
  turnOf(state, message) ? state.failure : null

const turnOf = ({ last_turn }: Pick<PilotState, 'last_turn'>, message: Message) =>
  last_turn?.assistant_message_id === message.id ? last_turn : null
