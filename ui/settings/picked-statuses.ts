import type { Statuses } from './connection-calls.ts'

/** Which of a ticket's two ends a status is picked for. */
export type End = keyof Statuses
export type Picks = { [end in End]?: Record<string, string> }

/** No status: the ticket's stays as it is. */
export const LEAVE = ''

/** The picked statuses with what was picked anew over them, board by board. */
export function withPicks(saved: Statuses, picks: Picks): Statuses {
  return { resolved: merged(saved.resolved, picks.resolved), escalated: merged(saved.escalated, picks.escalated) }
}

function merged(saved: Record<string, string>, picked: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...saved, ...picked }).filter(([, status_id]) => status_id !== LEAVE))
}

/** Whether anything was picked that is not saved already. */
export function hasPicks(saved: Statuses, picks: Picks): boolean {
  const differs = (end: End) =>
    Object.entries(picks[end] ?? {}).some(([board_id, status_id]) => (saved[end][board_id] ?? LEAVE) !== status_id)
  return differs('resolved') || differs('escalated')
}
