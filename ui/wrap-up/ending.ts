import type { SessionPage } from '../pilot/session-page.ts'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import type { Posted } from './posting-calls.ts'

/** How a session ended, as far as the answer to its posting told. */
export type Ending = { kind: ArtifactKind } & Pick<
  Posted,
  'result' | 'external_id' | 'ticket_status' | 'status_transition_skipped_reason'
>

export function endingOf(kind: ArtifactKind, posted: Posted): Ending {
  const { result, external_id, ticket_status, status_transition_skipped_reason } = posted
  return { kind, result, external_id, ticket_status, status_transition_skipped_reason }
}

/** How the session ended, as its last posting says; nothing where none ended it. */
export function readEnding({ session, write_back }: Pick<SessionPage, 'session' | 'write_back'>): Ending | undefined {
  if (!write_back?.closed_at) return undefined
  const { kind, state, external_id, target_status, actual_status, status_skipped_reason } = write_back
  const { closes } = artifacts[kind]
  if (closes !== session.status || session[`${kind}_external_id`] !== external_id) return undefined
  const is_confirmed = state === 'confirmed'
  return {
    kind,
    result: is_confirmed ? closes : `${closes}_local`,
    external_id,
    ticket_status: actual_status && {
      ...actual_status,
      verified: is_confirmed && actual_status.id === target_status?.id,
    },
    status_transition_skipped_reason: status_skipped_reason,
  }
}

/** What was done, in a sentence or two. */
export function endingWords(ending: Ending, ticket: string): string {
  const { closes, short } = artifacts[ending.kind]
  const done = closes === 'resolved' ? 'Resolved' : 'Escalated'
  if (ending.external_id === null) return `${done} here only. Nothing was posted.`
  if (ending.result.endsWith('_local')) return `${done} here only. The ${short} is on ${ticket}.${statusWords(ending)}`
  return `${done}. The ${short} is on ${ticket}.${statusWords(ending)}`
}

/** What became of the ticket's status, behind another sentence; empty where nothing is known of it. */
export function statusWords({ ticket_status, status_transition_skipped_reason }: Ending): string {
  if (status_transition_skipped_reason)
    return ` Its status was not changed: ${inSentence(status_transition_skipped_reason)}`
  if (!ticket_status) return ''
  return ticket_status.verified
    ? ` Its status is ${ticket_status.name}, checked.`
    : ` Its status is ${ticket_status.name}.`
}

const inSentence = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
