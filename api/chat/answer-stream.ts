import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LoggedEvent } from './turn-events.ts'

const beatEvery_ms = 8000

/** Writes a turn's events as they come, with a comment at least every 10 s so that nothing between cuts the line. */
export function answerStream(c: Context, events: AsyncIterable<LoggedEvent>): Response {
  return streamSSE(c, async (stream) => {
    const beat = setInterval(() => void stream.write(': still here\n\n'), beatEvery_ms)
    try {
      for await (const { id, event, data } of events) {
        if (stream.aborted) break
        await stream.writeSSE({ id: String(id), event, data: JSON.stringify(data) })
      }
    } finally {
      clearInterval(beat)
    }
  })
}
