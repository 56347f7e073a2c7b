import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AppEnv } from '../http/context.ts'

/** Nothing between here and the reader cuts a line that speaks at least every 10 s. */
const beatEvery_ms = 8000

/** What can be told: an event under its name, and under its number where a reader may go on after it. */
type Told = { id?: number; event: string; data: unknown }

/**
 * Writes events as they come. A null is a look that found nothing: it notices that the reader has left, which `onLeft` is
 * told at once.
 */
export function answerStream(c: Context<AppEnv>, events: AsyncIterable<Told | null>, onLeft = () => {}): Response {
  return streamSSE(c, async (stream) => {
    stream.onAbort(onLeft)
    const beat = setInterval(() => void stream.write(': still here\n\n'), beatEvery_ms)
    try {
      for await (const told of events) {
        if (stream.aborted) break
        if (!told) continue
        const { id, event, data } = told
        await stream.writeSSE({ ...(id === undefined ? {} : { id: String(id) }), event, data: JSON.stringify(data) })
      }
    } catch (error) {
      // The stream ends here; its reader comes back, and is told by a status what is wrong.
      c.var.log.warn('stream broke off', { request_id: c.var.requestId, error })
    } finally {
      clearInterval(beat)
      onLeft()
    }
  })
}
