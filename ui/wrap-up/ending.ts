import { keepHere, readHere } from '../pilot/kept-here.ts'
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

const keyOf = (session_id: string) => `flowpilot:ending:${session_id}`

/** Keeps it in this browser: the session itself does not say what became of the ticket's status. */
export const keepEnding = (session_id: string, ending: Ending) => keepHere(keyOf(session_id), JSON.stringify(ending))

/** What this browser kept of the session's present ending; nothing where it ended otherwise since, or elsewhere. */
export function readEnding(session: SessionPage['session']): Ending | undefined {
  try {
    const kept: Ending = JSON.parse(readHere(keyOf(session.id)))
    const is_present =
      artifacts[kept.kind].closes === session.status && session[`${kept.kind}_external_id`] === kept.external_id
    return is_present ? kept : undefined
  } catch {
    return undefined
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
