import type { SeenTicket } from '../../db/schema/ticket-sightings.ts'
import { Failure, type FailureFacts } from '../errors.ts'
import { PsaFailure, type PsaProvider, type TicketNote } from '../psa/provider.ts'
import { asPsaFailed } from '../psa/psa-failed.ts'
import { redactDeep } from '../redaction/redact-deep.ts'

/**
 * The ticket as it is now, as far as a note depends on it, without its secrets: it is kept, and shown where it changed.
 * `ours` are notes that carry our own reference.
 */
export async function seeTicket(
  provider: PsaProvider,
  ref: string,
  ours: string,
  secrets: readonly string[],
): Promise<SeenTicket & { board_id: string }> {
  const [ticket, notes] = await Promise.all([provider.fetchTicket(ref), provider.listNotes(ref)])
  const newest = notes.filter(({ text }) => !text.includes(ours)).at(-1)
  const { company, status } = ticket
  const shown = redactDeep({ company, status, newest_note: newest && shownOf(newest) }, secrets)
  const text = shown.newest_note?.text.slice(0, longestShown).toWellFormed() ?? ''
  return {
    ref,
    company: shown.company,
    status: shown.status,
    newest_note: shown.newest_note ? { ...shown.newest_note, text } : null,
    board_id: ticket.board.id,
  }
}

const longestShown = 500

const shownOf = ({ id, text, author }: TicketNote) => ({ id, text, author })

/** Throws `ticket_moved`, with what changed, where the ticket is not the one that the note was written for. */
export function mustNotHaveMoved(seen: SeenTicket | undefined, now: SeenTicket): void {
  const changes = changesSince(seen, now)
  if (changes.length === 0) return
  const what = changes.map(({ field }) => words[field]).join(' and ')
  throw new Failure('ticket_moved', `The ticket changed since the preview: ${what}. Nothing was posted.`, {
    facts: { changes },
  })
}

const words = { company: 'it is another company’s', status: 'it is closed', note: 'it has a newer note' }

type Changes = NonNullable<FailureFacts['changes']>

function changesSince(seen: SeenTicket | undefined, now: SeenTicket): Changes {
  const changes: Changes = []
  if (seen && (seen.ref !== now.ref || seen.company?.id !== now.company?.id)) {
    changes.push({ field: 'company', before: nameOf(seen), after: nameOf(now) })
  }
  if (now.status.closed) changes.push({ field: 'status', before: seen?.status.name ?? null, after: now.status.name })
  if (seen && now.newest_note && seen.ref === now.ref && seen.newest_note?.id !== now.newest_note.id) {
    changes.push({ field: 'note', before: seen.newest_note?.text ?? null, after: now.newest_note.text })
  }
  return changes
}

const nameOf = ({ ref, company }: SeenTicket) => `${company?.name ?? 'no company'} (#${ref})`

/** For `.catch` behind reading the linked ticket: one that is gone is no missing page, but a ticket system that has none. */
export function throwTicketFailed(error: unknown): never {
  if (error instanceof PsaFailure && error.code === 'not_found') {
    throw new Failure('psa_failed', 'The linked ticket does not exist there. Link another one. Nothing was posted.')
  }
  throw asPsaFailed(error)
}
