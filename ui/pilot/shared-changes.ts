import { nextHidden } from './connectivity.ts'
import { type ChangesLine, followChanges, type SessionVersion } from './session-changes.ts'
import { type EventStream, isRefusal } from './sse-stream.ts'

/** Between the tabs of one browser. A tab that nobody sees any more wants null. */
type Word =
  | { type: 'wants'; tab: string; session_id: string | null }
  | { type: 'who_wants' }
  | { type: 'changed'; version: SessionVersion }
  | { type: 'connected'; connected: boolean }

const NAME = 'flowpilot:changes'
/** Most sessions that the server follows over one line. */
const MOST = 50
/** Milliseconds in which tabs that open together are waited for before the line is opened anew for all of them. */
const TOGETHER = 150

type Open = (ids: string[], signal: AbortSignal) => Promise<EventStream>

/**
 * Tells the versions of a session, the present one first, until the signal aborts: all tabs of a browser that somebody sees
 * share one line, as HTTP/1.1 gives a browser only six. One of them holds it and passes on; one that is hidden leaves it to
 * another. A browser that can't share gets a line for each. Rejects with a refusal.
 */
export async function followShared(
  session_id: string,
  open: Open,
  line: ChangesLine,
  onVersion: (version: SessionVersion) => void,
): Promise<void> {
  if (!navigator.locks || !window.BroadcastChannel) return followAlone()
  const channel = new BroadcastChannel(NAME)
  const tab = crypto.randomUUID()
  let isSeen = false
  let heardWant: (tab: string, session_id: string | null) => void = () => {}
  const say = (word: Word) => channel.postMessage(word)
  const sayWant = () => say({ type: 'wants', tab, session_id: isSeen ? session_id : null })

  channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
    if (word.type === 'wants') heardWant(word.tab, word.session_id)
    else if (word.type === 'connected') line.onConnected?.(word.connected)
    else if (word.type === 'changed' && word.version.session_id === session_id) onVersion(word.version)
    else if (word.type === 'who_wants' && isSeen) sayWant()
  }
  const see = (seen: boolean) => {
    isSeen = seen
    sayWant()
  }
  const leave = () => see(false)
  window.addEventListener('pagehide', leave)
  try {
    for (;;) {
      await line.seen(line.signal)
      const until = AbortSignal.any([line.signal, nextHidden()])
      see(true)
      await navigator.locks
        .request(NAME, { signal: until }, () => lead(until))
        .catch((thrown) => {
          if (!until.aborted) throw thrown
        })
      see(false)
    }
  } catch (thrown) {
    if (line.signal.aborted || isRefusal(thrown)) throw thrown
    // Where the browser keeps no stores for us it has no locks either.
    await followAlone()
  } finally {
    window.removeEventListener('pagehide', leave)
    leave()
    channel.close()
  }

  async function followAlone() {
    for await (const version of followChanges((signal) => open([session_id], signal), line)) onVersion(version)
  }

  /** Holds the line for all that say what they want. */
  async function lead(until: AbortSignal) {
    const wanted = new Map<string, string>()
    const latest = new Map<string, SessionVersion>()
    let opened: string[] = []
    let reopening = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    heardWant = (who, wants) => {
      wanted.delete(who)
      if (!wants) return
      wanted.set(who, wants)
      const version = latest.get(wants)
      if (version) say({ type: 'changed', version })
      else if (!opened.includes(wants)) timer ??= setTimeout(reopen, TOGETHER)
    }
    const reopen = () => {
      timer = undefined
      reopening.abort()
      reopening = new AbortController()
    }
    const openAll = (signal: AbortSignal) => {
      opened = [...new Set([...[...wanted.values()].slice(1 - MOST), session_id])]
      for (const id of latest.keys()) if (!opened.includes(id)) latest.delete(id)
      return open(opened, signal)
    }
    const lost = () => AbortSignal.any([reopening.signal, ...(line.lost ? [line.lost()] : [])])
    const onConnected = (connected: boolean) => {
      line.onConnected?.(connected)
      say({ type: 'connected', connected })
    }
    try {
      say({ type: 'who_wants' })
      for await (const version of followChanges(openAll, { ...line, lost, onConnected, signal: until })) {
        latest.set(version.session_id, version)
        say({ type: 'changed', version })
        if (version.session_id === session_id) onVersion(version)
      }
    } finally {
      heardWant = () => {}
      clearTimeout(timer)
    }
  }
}
