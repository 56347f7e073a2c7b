import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream'
import { ApiProblem } from '../api-problem.ts'

export type EventStream = Pick<Response, 'body'>

/** How a line of server-sent events is held: what the browser knows of the network, and how long it is wanted. */
export type EventLine = {
  /** Resolves after so many milliseconds, or sooner when a new attempt has a better chance; rejects on the signal. */
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Asked for each line: a signal that aborts when the line is better given up and tried anew. */
  lost?: () => AbortSignal
  /** Told false when the line is down and true when it is back. */
  onConnected?: (connected: boolean) => void
  signal: AbortSignal
}

/** Longest silence in milliseconds before a line counts as dead; the server speaks at least every 10 s. */
const SILENCE = 15_000

/** Milliseconds to wait before the next attempt, spread so that not every page comes back in the same moment. */
export const backOff = (failures: number) => Math.min(300 * 2 ** failures, 2_000) * (0.8 + Math.random() * 0.4)

/** The events of one line until it ends or breaks. Throws only where another attempt is pointless. */
export async function* readEvents(
  open: (signal: AbortSignal) => Promise<EventStream>,
  { signal, lost }: EventLine,
): AsyncGenerator<EventSourceMessage> {
  const silence = watchSilence()
  try {
    const { body } = await open(AbortSignal.any([signal, silence.signal, ...(lost ? [lost()] : [])]))
    const events = body
      ?.pipeThrough(silence.listener)
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .pipeThrough(new EventSourceParserStream())
      .getReader()
    for (let read = await events?.read(); read?.value; read = await events?.read()) yield read.value
  } catch (error) {
    signal.throwIfAborted()
    if (isRefusal(error)) throw error
  } finally {
    silence.end()
  }
}

/** The server has answered, and will answer the same again. */
export const isRefusal = (error: unknown) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429

/** Aborts its signal when nothing, not even a comment, has passed its listener for as long as SILENCE. */
function watchSilence() {
  const controller = new AbortController()
  let heard_at = Date.now()
  // By the clock and not by one timer: a machine that slept notices at once when it wakes.
  const timer = setInterval(() => Date.now() - heard_at > SILENCE && controller.abort(), 1_000)
  const listener = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, out) {
      heard_at = Date.now()
      out.enqueue(bytes)
    },
  })
  const end = () => {
    clearInterval(timer)
    controller.abort()
  }
  return { signal: controller.signal, listener, end }
}
