import { createSignal, onCleanup } from 'solid-js'

const [online, setOnline] = createSignal(navigator.onLine)
window.addEventListener('online', () => setOnline(true))
window.addEventListener('offline', () => setOnline(false))

const [watchers, setWatchers] = createSignal(0)
const [failing, setFailing] = createSignal<ReadonlySet<symbol>>(new Set())

// A server on this very machine needs no network.
const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)

/** How a page that holds a line to the server tells whether it gets through, for as long as the page is there. */
export function createReachability(): (reachable: boolean) => void {
  const page = Symbol()
  const tell = (reachable: boolean) =>
    setFailing((all) => new Set([...all].filter((other) => other !== page).concat(reachable ? [] : [page])))
  setWatchers((count) => count + 1)
  onCleanup(() => {
    setWatchers((count) => count - 1)
    tell(true)
  })
  return tell
}

/** What is wrong with the way to the server: a line that fails knows, and where no page holds one the browser guesses. */
export function connectionTrouble(): 'offline' | 'unreachable' | null {
  const isCut = watchers() > 0 ? failing().size > 0 : !online() && !isLocal
  if (!isCut) return null
  return online() ? 'unreachable' : 'offline'
}
