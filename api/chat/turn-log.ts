import type { Database } from '../../db/connection.ts'
import { type Access, batchInAccount, type Query, SignInOver, type Tx } from '../../db/in-account.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { RedactedProse } from './redacted-prose.ts'
import { insertEvents, renewLease } from './rows.ts'
import type { LoggedEvent, TurnEvent } from './turn-events.ts'

/** Who asked for the turn and reads its events as they are logged, for as long as his sign-in allows it. */
export type Reader = {
  sign_in: Access['sign_in']
  publish: (events: LoggedEvent[]) => void
  /** Takes the reader off the line; the turn goes on for the account. */
  leave: () => void
}

export type TurnKey = { account_id: string; id: string; secrets: readonly string[] }

/** Someone else ended the turn: its lease had run out, and it was marked as interrupted. */
export class TurnLost extends Error {
  override name = 'TurnLost'
}

const flushEvery_ms = 250
const flushAt_characters = 4096
const renewEvery_ms = 1000
/** Asked this often whether it is time, so that a renewal is not late by as much again. */
const askEvery_ms = 250
/** So long a database that does not take the events is asked again. */
const failAfter_ms = 10_000

/**
 * The log of a turn while it is written. Events are kept in the database before any reader sees them, so that whoever
 * reads, now or after a crash, reads the same, and without secrets; text that comes faster than they are kept is joined
 * into one event.
 */
export class TurnLog {
  #next: number
  #waiting: TurnEvent[] = []
  /** Numbered, and not known to be in the database: after a write that failed they go with the next one, as they are. */
  #unsaved: LoggedEvent[] = []
  #failingSince: number | undefined
  #waitingCharacters = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastFlush = 0
  #flushing: Promise<void> = Promise.resolve()
  #isRead = true
  readonly #prose: RedactedProse
  readonly #renewal = setInterval(() => this.#renew(), askEvery_ms)

  constructor(
    private readonly database: Database,
    private readonly turn: TurnKey,
    firstId: number,
    /** This process's own reader, to whom logged events are handed. */
    private readonly reader: Reader,
    /** Called when the turn has to end early: someone asked for it, it was lost, or it can't be kept. */
    private readonly onStop: (reason: 'asked' | unknown) => void,
  ) {
    this.#next = firstId
    this.#prose = new RedactedProse(turn.secrets)
  }

  add(event: TurnEvent): void {
    if (event.event === 'text') {
      this.#prose.push(event.data.delta)
      this.#waitingCharacters += event.data.delta.length
    } else {
      this.#tell(this.#prose.takeRest())
      this.#waiting.push(event)
    }
    if (this.#waitingCharacters >= flushAt_characters) this.#flushSoon(0)
    else this.#flushSoon(Math.max(0, this.#lastFlush + flushEvery_ms - Date.now()))
  }

  /** Ends the log's own timers, and answers the events that are still to be kept, for the turn's last transaction. */
  async close(): Promise<LoggedEvent[]> {
    clearInterval(this.#renewal)
    clearTimeout(this.#timer)
    await this.#flushing.catch(() => {})
    this.#tell(this.#prose.takeRest())
    return this.#toSave()
  }

  /** What ends the log, in its place behind all others, without the secrets that it may hold. */
  last(event: TurnEvent): LoggedEvent {
    return this.#numbered(this.#next, event)
  }

  /** All that is not in the database, numbered. */
  #toSave(): LoggedEvent[] {
    this.#waitingCharacters = 0
    for (const event of this.#waiting.splice(0)) this.#unsaved.push(this.#numbered(this.#next++, event))
    return [...this.#unsaved]
  }

  /** An event in its place, without the secrets that an output or a script may hold; prose has none any more. */
  #numbered(id: number, { event, data }: TurnEvent): LoggedEvent {
    return { id, event, data: event === 'text' ? data : redactDeep(data, this.turn.secrets) }
  }

  #tell(delta: string) {
    if (delta !== '') this.#waiting.push({ event: 'text', data: { delta } })
  }

  #flushSoon(delay_ms: number) {
    if (this.#timer !== undefined && delay_ms > 0) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), delay_ms)
  }

  #renew() {
    if (Date.now() - this.#lastFlush >= renewEvery_ms) this.#flush()
  }

  #flush() {
    this.#timer = undefined
    this.#lastFlush = Date.now()
    this.#flushing = this.#flushing.then(() => this.#write())
    this.#flushing.catch((error) => this.onStop(error))
  }

  async #write() {
    const { account_id, id } = this.turn
    this.#tell(this.#prose.take())
    const events = this.#toSave()
    try {
      const [lease] = await this.#keep((tx) =>
        events.length
          ? [renewLease(tx, account_id, id), insertEvents(tx, account_id, id, events)]
          : [renewLease(tx, account_id, id)],
      )
      if (!lease[0]) throw new TurnLost('The turn was ended by someone else')
      this.#unsaved.splice(0, events.length)
      this.#failingSince = undefined
      this.reader.publish(events)
      if (lease[0].stop_requested_at) this.onStop('asked')
    } catch (error) {
      this.#failingSince ??= Date.now()
      if (error instanceof TurnLost || Date.now() - this.#failingSince > failAfter_ms) throw error
      this.#flushSoon(flushEvery_ms)
    }
  }

  /** Writes with the reader's sign-in, so that the same round trip tells whether it still holds; without it once it is over. */
  async #keep<const Queries extends readonly Query[]>(build: (tx: Tx) => Queries) {
    const { account_id } = this.turn
    const { sign_in } = this.reader
    if (sign_in && this.#isRead) {
      try {
        return await batchInAccount(this.database, { account_id, sign_in }, build)
      } catch (error) {
        if (!(error instanceof SignInOver)) throw error
        this.#isRead = false
        this.reader.leave()
      }
    }
    return await batchInAccount(this.database, { account_id }, build)
  }
}
