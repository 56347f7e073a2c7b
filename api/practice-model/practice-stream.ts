const encoder = new TextEncoder()

export interface SentEvent {
  type: string
}

/**
 * Server-sent events, one each `pace_ms` (milliseconds) and only as fast as they are read. Aborting `signal` fails the
 * stream as an aborted fetch does; cancelling it just stops.
 */
export function eventStream(events: Iterable<SentEvent>, pace_ms: number, signal: AbortSignal | null) {
  const iterator = events[Symbol.iterator]()
  return new ReadableStream<Uint8Array>({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(abortReason(signal)), { once: true })
    },
    async pull(controller) {
      await pause(pace_ms)
      if (signal?.aborted) return
      const { value, done } = iterator.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode(`event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`))
    },
  })
}

/** What an aborted fetch is rejected with. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('This operation was aborted', 'AbortError')
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}
