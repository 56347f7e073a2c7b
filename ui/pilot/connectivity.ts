/** A signal that aborts at the next such event; whoever asks before it gets the same one. */
function nextSignal(target: EventTarget, event: string, counts: () => boolean): () => AbortSignal {
  let next = new AbortController()
  target.addEventListener(event, () => {
    if (!counts()) return
    next.abort()
    next = new AbortController()
  })
  return () => next.signal
}

const isSeen = () => document.visibilityState === 'visible'

/** Aborts when the browser notices that its network is gone: a line would break only after a long silence. */
export const nextOffline = nextSignal(window, 'offline', () => true)

/** Aborts when nobody sees the page any more. */
export const nextHidden = nextSignal(document, 'visibilitychange', () => !isSeen())

/** Waits so many milliseconds, or until the machine is back online or the page is seen again. Rejects on the signal. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      document.removeEventListener('visibilitychange', whenSeen)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const whenSeen = () => isSeen() && end()
    const timer = setTimeout(end, milliseconds)
    window.addEventListener('online', end)
    document.addEventListener('visibilitychange', whenSeen)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}

/** Resolves when somebody sees the page, at once where that is so. Rejects on the signal. */
export async function untilSeen(signal: AbortSignal): Promise<void> {
  const HOUR = 3_600_000
  while (!isSeen()) await pause(HOUR, signal)
  signal.throwIfAborted()
}
