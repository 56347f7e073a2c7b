import { ApiProblem } from '../api-problem.ts'
import { backOff, type EventLine, type EventStream, readEvents } from './sse-stream.ts'
import type { Place } from './turn-places.ts'
import type { TurnEvent } from './turn-state.ts'

/** How the server is asked for a turn; both throw an ApiProblem where the answer is no stream. */
export type TurnCalls = {
  /** Begins the turn, once for each key. */
  start: (key: string, signal: AbortSignal) => Promise<EventStream>
  /** Opens the stream of a turn again, after the event `last_id`; 0 is the start. */
  follow: (turn_id: string, last_id: number, signal: AbortSignal) => Promise<EventStream>
}

/** Lines of replies are few: each waits for its place among them, and gives it up when that is lost. */
export type TurnLine = EventLine & {
  place: (signal: AbortSignal) => Promise<Place>
  /** The same without waiting. */
  freePlace: () => Promise<Place | undefined>
}

const ATTEMPTS_TO_START = 5

/**
 * Begins a turn and yields its events to the end. Throws the ApiProblem of a refusal, or `offline` when no attempt was
 * answered; then the message may have been saved all the same, and is not saved twice when the same key comes again.
 */
export async function* startTurn(calls: TurnCalls, key: string, line: TurnLine): AsyncGenerator<TurnEvent> {
  for (let failures = 0; failures < ATTEMPTS_TO_START; failures++) {
    if (failures > 0) await line.pause(backOff(failures - 1), line.signal)
    let turn_id: string | undefined
    let last_id = 0
    let place: Place | undefined
    const given = new AbortController()
    try {
      for await (const event of readTurn((signal) => calls.start(key, signal), until(line, given.signal))) {
        last_id = event.id
        if (event.event === 'turn') {
          turn_id = event.data.turn_id
          // The message goes out at once, whoever else is being answered; its reply waits like theirs.
          place = await line.freePlace()
          place?.lost.addEventListener('abort', () => given.abort())
        }
        yield event
        if (isLast(event)) return
        if (!place) break
      }
    } finally {
      place?.free()
    }
    if (turn_id) return yield* followTurn(calls, turn_id, line, last_id)
  }
  throw new ApiProblem(0, 'offline', 'FlowPilot did not answer. Check the connection and try again.')
}

/** Yields the events of a turn after `last_id` to the end, through as many lines as it takes. Throws a refusal. */
export async function* followTurn(
  calls: Pick<TurnCalls, 'follow'>,
  turn_id: string,
  line: TurnLine,
  last_id = 0,
): AsyncGenerator<TurnEvent> {
  for (let failures = 0; ; ) {
    const place = await line.place(line.signal)
    let isOthers = false
    try {
      for await (const event of readTurn((signal) => calls.follow(turn_id, last_id, signal), until(line, place.lost))) {
        line.onConnected?.(true)
        failures = 0
        last_id = event.id
        yield event
        if (isLast(event)) return
      }
      isOthers = place.lost.aborted
    } finally {
      place.free()
    }
    if (isOthers) continue
    line.onConnected?.(false)
    await line.pause(backOff(failures++), line.signal)
  }
}

/** The line, given up at this signal too. */
const until = (line: EventLine, signal: AbortSignal): EventLine => ({
  ...line,
  lost: () => AbortSignal.any([signal, ...(line.lost ? [line.lost()] : [])]),
})

const isLast = ({ event }: TurnEvent) => event === 'done' || event === 'error'

async function* readTurn(
  open: (signal: AbortSignal) => Promise<EventStream>,
  line: EventLine,
): AsyncGenerator<TurnEvent> {
  for await (const { id, event, data } of readEvents(open, line)) {
    yield { id: Number(id), event, data: JSON.parse(data) } as TurnEvent
  }
}
