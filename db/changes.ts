import type { PGlite } from '@electric-sql/pglite'
import postgres from 'postgres'

/**
 * What changed, by the id of the session or of the turn, or of the user whose sign-in or membership did; told by
 * triggers (`migrations/0002_changes.sql`, `0006_sign_ins.sql`).
 */
export type Changes = {
  /** Watches one id, and others that matter to the same reader. */
  watch(id: string, ...others: string[]): Watch
  close(): Promise<void>
}

export type Watch = {
  id: string
  /**
   * Resolves at the next change, at once where one came since it last resolved, else after so many milliseconds; where
   * nobody tells, after `untold_ms`, which is as many unless said. Answers whether there was one, as far as it was told.
   */
  next(at_most_ms: number, untold_ms?: number): Promise<boolean>
  end(): void
}

const channel = 'flowpilot_changes'

/** Where nothing can listen, as in a Worker or behind a pooler: every look is made after a time, changed or not. */
export function pollForChanges(): Changes {
  return {
    watch: (id) => ({
      id,
      async next(at_most_ms, untold_ms = at_most_ms) {
        await new Promise((resolve) => setTimeout(resolve, untold_ms))
        return false
      },
      end: () => {},
    }),
    close: async () => {},
  }
}

/** The embedded database tells its own process. */
export async function listenToPglite(pglite: PGlite): Promise<Changes> {
  const watchers = watchersById()
  const unlisten = await pglite.listen(channel, watchers.tell)
  return { watch: watchers.watch, close: () => unlisten() }
}

/**
 * Listens on a connection of its own to `url`, and after a lost one on the next; until that listens, everyone looks as
 * often as where nobody tells. Answers `pollForChanges` where the server does not tell: a pooler in transaction mode takes
 * LISTEN and forgets it.
 */
export async function listenToPostgres(url: string, proof_ms = 1000): Promise<Changes> {
  const watchers = watchersById()
  let ending = false
  const plain = { max: 1, prepare: false, fetch_types: false, onnotice: () => {} }
  // Of another connection: a pooler would bring what is told on the listening one.
  const teller = postgres(url, { ...plain, idle_timeout: 1 })
  const sql = postgres(url, {
    ...plain,
    ...{ idle_timeout: 0, max_lifetime: null },
    connection: { application_name: 'flowpilot changes' },
    onclose: () => void listenAgain(),
    ...{ onnotify: (_channel: string, id: string) => watchers.tell(id) },
  })

  async function listen() {
    const proof = watchers.watch(crypto.randomUUID())
    try {
      await sql.unsafe(`listen ${channel}`)
      await teller.notify(channel, proof.id)
      if (!(await proof.next(proof_ms))) throw new Error('The server does not tell')
      watchers.listening(true)
    } finally {
      proof.end()
    }
  }

  let again: Promise<void> | undefined
  function listenAgain() {
    watchers.listening(false)
    again ??= listenUntilHeard().finally(() => {
      again = undefined
    })
    return again
  }
  async function listenUntilHeard() {
    for (let wait_ms = 100; !ending; wait_ms = Math.min(wait_ms * 2, 3000)) {
      await new Promise((resolve) => setTimeout(resolve, wait_ms))
      const heard = await listen().then(
        () => true,
        () => false,
      )
      // What came while the line was down is not told again, so after it everyone looks.
      if (heard) return watchers.tellAll()
    }
  }

  const end = (timeout: number) => {
    ending = true
    return Promise.all([sql.end({ timeout }), teller.end({ timeout })]).then(() => {})
  }
  try {
    await listen()
    return { watch: watchers.watch, close: () => end(5) }
  } catch {
    void end(1)
    return pollForChanges()
  }
}

function watchersById() {
  const told = new Map<string, Set<() => void>>()
  const waiting = new Set<() => void>()
  let isListening = true
  return {
    tell(id: string) {
      for (const hear of told.get(id) ?? []) hear()
    },
    tellAll() {
      for (const hearers of told.values()) for (const hear of hearers) hear()
    },
    /** Whether changes are told just now; who waits when that ends waits no longer than where nobody tells. */
    listening(now: boolean) {
      isListening = now
      if (!now) for (const waitLess of waiting) waitLess()
    },
    watch(id: string, ...others: string[]) {
      let has_changed = false
      let wake = () => {}
      const hear = () => {
        has_changed = true
        wake()
      }
      const ids = [id, ...others]
      for (const each of ids) told.set(each, (told.get(each) ?? new Set()).add(hear))
      return {
        id,
        async next(at_most_ms: number, untold_ms = at_most_ms) {
          if (!has_changed) {
            const { promise, resolve } = Promise.withResolvers<void>()
            let timer = setTimeout(resolve, isListening ? at_most_ms : untold_ms)
            const waitLess = () => {
              clearTimeout(timer)
              timer = setTimeout(resolve, untold_ms)
            }
            waiting.add(waitLess)
            wake = resolve
            await promise
            clearTimeout(timer)
            waiting.delete(waitLess)
          }
          const changed = has_changed
          has_changed = false
          return changed
        },
        end() {
          for (const each of ids) {
            const hearers = told.get(each)
            hearers?.delete(hear)
            if (hearers?.size === 0) told.delete(each)
          }
          // Whoever still waits has gone: nothing is looked at on his behalf.
          wake()
        },
      }
    },
  }
}
