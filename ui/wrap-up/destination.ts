import { createResource, createSignal, type Resource } from 'solid-js'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { readPreferences } from '../settings/account-settings.ts'
import { createTicketSystem } from '../tickets/ticket-system.ts'
import { readTicket } from '../tickets/tickets.ts'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import { readStatuses } from './posting-calls.ts'

export type Destination = ReturnType<typeof createDestination>

/** Where a note would go: the ticket as it is now, who reads it there, and the status that it would get. */
export function createDestination(pilot: PilotSession, kind: ArtifactKind) {
  const ref = () => pilot.session().ticket?.ref
  const system = createTicketSystem()
  const [ticket, { refetch: readAgain }] = createResource(ref, readTicket)
  const [statuses] = createResource(ref, readStatuses)
  const [preferences] = createResource(ref, readPreferences)
  const [picked, setPicked] = createSignal<string>()
  const board_id = () => whenRead(ticket)?.board.id
  /** What the account picked for the board; undefined where it is not known yet. */
  const usual_id = () => {
    const [connection, board] = [system(), board_id()]
    return connection && board !== undefined ? (connection.statuses[artifacts[kind].closes][board] ?? null) : undefined
  }
  const status_id = () => picked() ?? usual_id()
  /** The status that the ticket would get. */
  const target = () => (whenRead(statuses) ?? []).find(({ id }) => id === status_id())
  return {
    kind,
    ref,
    company: () => whenRead(ticket)?.company?.name ?? pilot.session().ticket?.company ?? null,
    provider: () => system()?.provider,
    /** Whether the note also goes to the discussion; undefined where that is not known. */
    discussion: () => whenRead(preferences)?.resolution_note_in_discussion,
    /** Whether who reads it is still on its way. */
    waiting: () => kind === 'resolution_note' && preferences.loading,
    present: () => whenRead(ticket)?.status,
    statuses: () => whenRead(statuses) ?? [],
    /** Why the ticket or its statuses can't be shown. */
    failure: () => ticket.error ?? statuses.error,
    usual_id,
    picked,
    pick: (id: string) => setPicked(id === '' ? undefined : id),
    target,
    /** What the engineer asks for with the note. */
    asked: () => ({ ticket_status_id: picked() }),
    /** Reads the ticket again. */
    again: () => void readAgain(),
  }
}

/** Neither waits for it nor throws where it failed. */
const whenRead = <T>(resource: Resource<T>): T | undefined => (resource.state === 'ready' ? resource() : undefined)
