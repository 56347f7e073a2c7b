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
 * Listens on a connection of its own to `url`, and after a lost one on the next. Answers `pollForChanges` where the
 * server does not tell: a pooler in transaction mode takes LISTEN and forgets it.
 */
export async function listenToPostgres(url: string, proof_ms = 1000): Promise<Changes> {
  const connection = { application_name: 'flowpilot changes' }
  const sql = postgres(url, { max: 1, prepare: false, fetch_types: false, onnotice: () => {}, connection })
  const watchers = watchersById()
  const proof = watchers.watch(crypto.randomUUID())
  try {
    // What came while the line was down is not told again, so after it everyone looks.
    await sql.listen(channel, watchers.tell, watchers.tellAll)
    await proof.next(0)
    await sql.notify(channel, proof.id)
    if (!(await proof.next(proof_ms))) throw new Error('The server does not tell')
    return { watch: watchers.watch, close: () => sql.end({ timeout: 5 }) }
  } catch {
    void sql.end({ timeout: 1 })
    return pollForChanges()
  } finally {
    proof.end()
  }
}

function watchersById() {
  const told = new Map<string, Set<() => void>>()
  return {
    tell(id: string) {
      for (const hear of told.get(id) ?? []) hear()
    },
    tellAll() {
      for (const hearers of told.values()) for (const hear of hearers) hear()
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
        async next(at_most_ms: number) {
          if (!has_changed)
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, at_most_ms)
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
