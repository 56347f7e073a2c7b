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
  const waiting = new Set<() => void>()
  let is_told = false
  return {
    tell(id: string) {
      for (const hear of told.get(id) ?? []) hear()
    },
    /** Whether somebody tells from now on: who waits then waits no longer than he would untold, or looks at what was missed. */
    becomeTold(now: boolean) {
      if (is_told === now) return
      is_told = now
      if (now) for (const hearers of told.values()) for (const hear of hearers) hear()
      else for (const waitLess of waiting) waitLess()
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
          if (!has_changed) {
            const { promise, resolve } = Promise.withResolvers<void>()
            let timer = setTimeout(resolve, is_told ? at_most_ms : untold_ms)
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
        },
      }
    },
  }
}
