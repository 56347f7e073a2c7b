import type { PGlite } from '@electric-sql/pglite'

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

export const channel = 'flowpilot_changes'

/** Where nothing can listen, as in a Worker: every look is made after a time, changed or not. */
export function pollForChanges(): Changes {
  return { watch: createWatchers().watch, close: async () => {} }
}

/** The embedded database tells its own process. */
export async function listenToPglite(pglite: PGlite): Promise<Changes> {
  const watchers = createWatchers()
  const unlisten = await pglite.listen(channel, watchers.tell)
  watchers.becomeTold(true)
  return { watch: watchers.watch, close: () => unlisten() }
}

/** Those who watch, by what they watch. Nobody tells them anything until `becomeTold(true)`. */
export function createWatchers() {
  const told = new Map<string, Set<() => void>>()
  let is_told = false
  return {
    tell(id: string) {
      for (const hear of told.get(id) ?? []) hear()
    },
    /** Whether somebody tells from now on. What came in between was not told, so everyone looks. */
    becomeTold(now: boolean) {
      if (is_told === now) return
      is_told = now
      for (const hearers of told.values()) for (const hear of hearers) hear()
    },
    watch(id: string, ...others: string[]): Watch {
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
        async next(at_most_ms, untold_ms = at_most_ms) {
          if (!has_changed)
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, is_told ? at_most_ms : untold_ms)
              wake = () => {
                clearTimeout(timer)
                resolve()
              }
            })
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
        },
      }
    },
  }
}
