import { ApiProblem } from '../api-problem.ts'
import { backOff, type EventLine, type EventStream, readEvents } from './event-line.ts'
import type { TurnEvent } from './turn-state.ts'

/** How the server is asked for a turn; both throw an ApiProblem where the answer is no stream. */
export type TurnCalls = {
  /** Begins the turn, once for each key. */
  start: (key: string, signal: AbortSignal) => Promise<EventStream>
  /** Opens the stream of a turn again, after the event `last_id`; 0 is the start. */
  follow: (turn_id: string, last_id: number, signal: AbortSignal) => Promise<EventStream>
}

const ATTEMPTS_TO_START = 5

/**
 * Begins a turn and yields its events to the end. Throws the ApiProblem of a refusal, or `offline` when no attempt was
 * answered; then the message may have been saved all the same, and is not saved twice when the same key comes again.
 */
export async function* startTurn(calls: TurnCalls, key: string, line: EventLine): AsyncGenerator<TurnEvent> {
  for (let failures = 0; failures < ATTEMPTS_TO_START; failures++) {
    if (failures > 0) await line.pause(backOff(failures - 1), line.signal)
    let turn_id: string | undefined
    let last_id = 0
    for await (const event of readTurn((signal) => calls.start(key, signal), line)) {
      if (event.event === 'turn') turn_id = event.data.turn_id
      last_id = event.id
      yield event
      if (isLast(event)) return
    }
    if (turn_id) return yield* followTurn(calls, turn_id, line, last_id)
  }
  throw new ApiProblem(0, 'offline', 'FlowPilot did not answer. Check the connection and try again.')
}

/** Yields the events of a turn after `last_id` to the end, through as many lines as it takes. Throws a refusal. */
export async function* followTurn(
  calls: Pick<TurnCalls, 'follow'>,
  turn_id: string,
  line: EventLine,
  last_id = 0,
): AsyncGenerator<TurnEvent> {
  for (let failures = 0; ; failures++) {
    for await (const event of readTurn((signal) => calls.follow(turn_id, last_id, signal), line)) {
      line.onConnected?.(true)
      failures = 0
      last_id = event.id
      yield event
      if (isLast(event)) return
    }
    line.onConnected?.(false)
    await line.pause(backOff(failures), line.signal)
  }
}

const isLast = ({ event }: TurnEvent) => event === 'done' || event === 'error'

async function* readTurn(
  open: (signal: AbortSignal) => Promise<EventStream>,
  line: EventLine,
): AsyncGenerator<TurnEvent> {
  for await (const { id, event, data } of readEvents(open, line)) {
    yield { id: Number(id), event, data: JSON.parse(data) } as TurnEvent
  }
}
