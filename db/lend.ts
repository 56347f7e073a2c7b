import { type Connection, type Database, DatabaseBusy } from './connection.ts'

type Connect = () => Connection
type Waiting = { whose: string | undefined; take: (connect: Connect) => void }

/** How long somebody waits for a connection, in milliseconds. */
export const connection_wait_ms = 5000

/**
 * Lends each of a fixed number of connections to one user at a time, first come, first served; but to the same account at
 * most half of them, so that what holds one account up does not hold up the others. A user gets what `connect` answers at
 * that moment, and keeps it: one that is lost is replaced for the next user only.
 */
export function lend(connects: Connect[], close: () => Promise<void>, wait_ms = connection_wait_ms): Database {
  const free = [...connects]
  const waiting: Waiting[] = []
  const lent = new Map<string, number>()
  const most = Math.max(1, Math.floor(connects.length / 2))

  function take(whose: string | undefined): Connect | undefined {
    if (whose === undefined) return free.pop()
    const held = lent.get(whose) ?? 0
    const connect = held < most ? free.pop() : undefined
    if (connect) lent.set(whose, held + 1)
    return connect
  }

  function giveBack(connect: Connect, whose: string | undefined) {
    free.push(connect)
    if (whose !== undefined) {
      const held = (lent.get(whose) ?? 1) - 1
      if (held > 0) lent.set(whose, held)
      else lent.delete(whose)
    }
    for (const [at, each] of waiting.entries()) {
      const next = take(each.whose)
      if (!next) continue
      waiting.splice(at, 1)
      return each.take(next)
    }
  }

  function wait(whose: string | undefined): Promise<Connect> {
    return new Promise((resolve, reject) => {
      const each: Waiting = {
        whose,
        take(connect) {
          clearTimeout(timer)
          resolve(connect)
        },
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(each), 1)
        reject(new DatabaseBusy(`No connection became free within ${wait_ms} ms: see DATABASE_CONNECTIONS.`))
      }, wait_ms)
      waiting.push(each)
    })
  }

  return {
    async use(work, whose) {
      const connect = take(whose) ?? (await wait(whose))
      try {
        return await work(connect())
      } finally {
        giveBack(connect, whose)
      }
    },
    close,
  }
}
