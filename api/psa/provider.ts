/**
 * What FlowPilot needs from a ticket system, in its own words; each provider is one account's connection. Everything that
 * the PSA calls by an id is a string here. Every call may throw a `PsaFailure`.
 */
export interface PsaProvider {
  capabilities: PsaCapabilities
  /**
   * A note as it is sent, byte for byte, in as many parts as it needs; the reference stands in the first line of each, so
   * that it is there however much the PSA keeps. `redact` is given the text as it will be read, before it is split.
   */
  renderNote(markdown: string, title: string, reference: string, redact: (text: string) => string): string[]
  /** Tickets whose number or summary holds the words, newest first, at most 25; the newest open ones for no words. */
  findTickets(words: string): Promise<TicketSummary[]>
  fetchTicket(ref: string): Promise<Ticket>
  /** All notes of a ticket, oldest first. */
  listNotes(ref: string): Promise<TicketNote[]>
  listBoards(): Promise<Named[]>
  /** The statuses that a ticket on this board can have, in the board's order. */
  listStatuses(board_id: string): Promise<TicketStatus[]>
  /**
   * Adds a note, once: it is never sent again here, whatever happens. A failure says in `may_have_arrived` whether the
   * note may be there all the same.
   */
  postNote(ref: string, note: NewNote): Promise<{ id: string }>
  /** Asks for a status. That it was accepted proves nothing: whoever wants to know reads the ticket again. */
  setStatus(ref: string, status_id: string): Promise<void>
  /** What a script about this ticket may be filled in with; what the PSA does not have is left out. */
  prefill(ref: string): Promise<PrefillValue[]>
  /** The cheapest call that proves the connection: what answered, in a short sentence. */
  probe(): Promise<string>
}

export type PsaCapabilities = {
  /** `plain`: Markdown is not known to render there. */
  note_format: 'plain' | 'markdown'
  /** Characters of one note. */
  longest_note: number
  /** Who can be made to read a note. */
  visibilities: readonly NoteKind[]
}

/** `discussion` and `resolution` are what a customer may read; `internal` never is. */
export type NoteKind = 'discussion' | 'internal' | 'resolution'

export type Named = { id: string; name: string }
export type TicketStatus = Named & { closed: boolean }
export type TicketSummary = {
  ref: string
  summary: string
  status: TicketStatus
  company: Named | null
  url: string | null
}
export type Ticket = TicketSummary & { description: string | null; contact: string | null; board: Named }
export type TicketNote = { id: string; text: string; kind: NoteKind; author: string | null; created_at: string }

/** A note for all of `kinds` at once; `internal` excludes the others. */
export type NewNote = { text: string; kinds: readonly NoteKind[] }

export type PrefillValue = { key: string; value: string; origin_ref: string }

export type PsaFailureCode =
  /** No connection, no answer in time, or a connection that broke. */
  | 'unreachable'
  /** The address is not one that FlowPilot may talk to. */
  | 'address_refused'
  /** The keys are refused, or lack a right. */
  | 'keys_refused'
  | 'not_found'
  | 'rate_limited'
  /** Somebody else holds the record; 409. */
  | 'in_use'
  /** The PSA did not accept what was sent. */
  | 'not_accepted'
  /** It answered with an error of its own, or with something that is not its format. */
  | 'broken'

/** A call to the PSA that did not do what it should. `message` is for the engineer: what happened, without any secret. */
export class PsaFailure extends Error {
  override name = 'PsaFailure'
  constructor(
    readonly code: PsaFailureCode,
    message: string,
    /** Of a write: nobody knows whether it was done. */
    readonly may_have_arrived: boolean,
    options: ErrorOptions & { retry_after_seconds?: number } = {},
  ) {
    super(message, options)
    this.retry_after_seconds = options.retry_after_seconds
  }

  /** With `rate_limited`: how long the PSA asked to wait. */
  readonly retry_after_seconds: number | undefined
}
