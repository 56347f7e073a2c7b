const KEY = 'flowpilot:reloaded-at'
/** Milliseconds in which one tab loads itself anew only once: a file may be missing on the server as well. */
const ONCE_IN = 60_000

/**
 * After an update the server no longer has the parts that an old page would still load: it loads itself anew, once. What
 * is typed is kept in the browser. Where nobody answers the page stays as it is.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', async () => {
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
    if (answer?.ok && isFirst()) location.reload()
  })
}

function isFirst(): boolean {
  try {
    const now = Date.now()
    const reloaded_at = Number(sessionStorage.getItem(KEY))
    sessionStorage.setItem(KEY, String(now))
    return now - reloaded_at > ONCE_IN
  } catch {
    // Without a memory it might go on for ever.
    return false
  }
}
