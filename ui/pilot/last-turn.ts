import type { PilotState } from './turn-state.ts'

const key = (session_id: string) => `flowpilot:last-turn:${session_id}`

/** The turn that was last seen in a session by this browser: after a reload its reply can still be tried again. */
export function readLastTurn(session_id: string): PilotState['last_turn'] {
  try {
    return JSON.parse(localStorage.getItem(key(session_id)) ?? 'null')
  } catch {
    return null
  }
}

/** Null when the reply came whole: there is nothing to try again. */
export function keepLastTurn(session_id: string, turn: PilotState['last_turn']): void {
  try {
    if (turn) localStorage.setItem(key(session_id), JSON.stringify(turn))
    else localStorage.removeItem(key(session_id))
  } catch {
    // The browser's store is full or switched off: this page still knows, until it is loaded anew.
  }
}
