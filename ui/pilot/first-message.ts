import { firstMessageKey } from '../sessions/sessions.ts'

/** The message that a new session was started with; it is handed out once, to be sent by the session's own page. */
export function takeFirstMessage(session_id: string): string | null {
  const key = firstMessageKey(session_id)
  const text = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return text
}
