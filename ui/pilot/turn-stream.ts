import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream'
import { ApiProblem } from '../api-problem.ts'
import type { TurnEvent } from './turn-state.ts'

type EventStream = Pick<Response, 'body'>

/** How the server is asked for a turn; both throw an ApiProblem where the answer is no stream. */
export type TurnCalls = {
  /** Begins the turn, once for each key. */
  start: (key: string, signal: AbortSignal) => Promise<EventStream>
  /** Opens the stream of a turn again, after the event `last_id`; 0 is the start. */
  follow: (turn_id: string, last_id: number, signal: AbortSignal) => Promise<EventStream>
}

export type TurnLine = {
  /** Resolves after so many milliseconds, or sooner when a new attempt has a better chance; rejects on the signal. */
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Told false when the line drops in mid-turn and true when it is back. */
  onConnected?: (connected: boolean) => void
  signal: AbortSignal
}

/** Longest silence in milliseconds before a line counts as dead; the server speaks at least every 10 s. */
const SILENCE = 30_000
const ATTEMPTS_TO_START = 4
const backOff = (failures: number) => Math.min(500 * 2 ** failures, 10_000)

/**
 * Begins a turn and yields its events to the end. Throws the ApiProblem of a refusal, or `offline` when no attempt was
 * answered; then the message may have been saved all the same.
 */
export async function* startTurn(calls: TurnCalls, line: TurnLine): AsyncGenerator<TurnEvent> {
  // One key for every attempt: a message whose confirmation was lost is not said twice.
  const key = crypto.randomUUID()
  for (let failures = 0; failures < ATTEMPTS_TO_START; failures++) {
    let turn_id: string | undefined
    let last_id = 0
    for await (const event of readLine((signal) => calls.start(key, signal), line.signal)) {
      if (event.event === 'turn') turn_id = event.data.turn_id
      last_id = event.id
      yield event
      if (isLast(event)) return
    }
    if (turn_id) return yield* followTurn(calls, turn_id, line, last_id)
    await line.pause(backOff(failures), line.signal)
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
  for (let failures = 0; ; failures++) {
    for await (const event of readLine((signal) => calls.follow(turn_id, last_id, signal), line.signal)) {
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

/** The events of one line until it ends or breaks. Throws only where another attempt is pointless. */
async function* readLine(
  open: (signal: AbortSignal) => Promise<EventStream>,
  gone: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const silence = watchSilence()
  try {
    const { body } = await open(AbortSignal.any([gone, silence.signal]))
    const events = body
      ?.pipeThrough(silence.listener)
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .pipeThrough(new EventSourceParserStream())
      .getReader()
    for (let read = await events?.read(); read?.value; read = await events?.read()) yield parsed(read.value)
  } catch (error) {
    gone.throwIfAborted()
    if (error instanceof ApiProblem && error.status > 0 && error.status < 500) throw error
  } finally {
    silence.end()
  }
}

const parsed = ({ id, event, data }: EventSourceMessage) =>
  ({ id: Number(id), event, data: JSON.parse(data) }) as TurnEvent

/** Aborts its signal when nothing, not even a comment, has passed its listener for as long as SILENCE. */
function watchSilence() {
  const controller = new AbortController()
  const start = () => setTimeout(() => controller.abort(), SILENCE)
  let timer = start()
  const listener = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, out) {
      clearTimeout(timer)
      timer = start()
      out.enqueue(bytes)
    },
  })
  return { signal: controller.signal, listener, end: () => clearTimeout(timer) }
}

/** Waits so many milliseconds, or until the machine is back online. Rejects when the signal aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, milliseconds)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
