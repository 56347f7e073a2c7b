import { backOff, type EventLine, type EventStream, readEvents } from './sse-stream.ts'

/** Another one means that something which the session's page shows has changed. */
export type SessionVersion = { session_id: string; state_version: number; updated_at: string }

/** `seen` resolves while somebody looks at the page: a line for nobody would only take one of the browser's few. */
export type ChangesLine = EventLine & { seen: (signal: AbortSignal) => Promise<void> }

/**
 * Yields the version of a session whenever it changes, and the present ones each time that the line is opened, until the
 * signal aborts. Throws a refusal.
 */
export async function* followChanges(
  open: (signal: AbortSignal) => Promise<EventStream>,
  line: ChangesLine,
): AsyncGenerator<SessionVersion> {
  for (let failures = 0; ; failures++) {
    await line.seen(line.signal)
    for await (const { event, data } of readEvents(open, line)) {
      failures = 0
      line.onConnected?.(true)
      if (event === 'changed') yield JSON.parse(data)
    }
    // A line that ends is opened again; only one that cannot be is worth a word.
    if (failures > 0) line.onConnected?.(false)
    await line.pause(backOff(failures), line.signal)
  }
}
