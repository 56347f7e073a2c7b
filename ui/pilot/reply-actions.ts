import type { Message } from './session-page.ts'

/** What can be done about a reply that did not end by itself: the turn to go on with or to try again. */
export type ReplyActions = { go_on?: string; retry?: string }

/** Only the session's last reply has ways on, where they may help; the others are history. */
export function replyActions(
  messages: Message[],
  { id, role, status, content, turn_id, failure }: Message,
): ReplyActions {
  const isOver = status === 'complete' || status === 'streaming'
  if (isOver || role === 'user' || id !== messages.at(-1)?.id) return {}
  if (turn_id === null || failure?.retryable === false) return {}
  return { retry: turn_id, go_on: content.trim() ? turn_id : undefined }
}
