import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import type { Connection, Database, Result, Statement } from '../../../db/connection.ts'

/** Lets one of those through that wait; `label` says whose turn it would be. */
export type Turnstile = {
  wait: (label: string) => Promise<unknown>
  waiting: () => number
  letOneThrough: () => Promise<void>
}

type Act = { name: string; waits: number; sends: number; is_over: boolean }

/**
 * A database in which every round trip of an act waits for its turn: the order in which they are sent is the turnstile's,
 * and nothing else's. One that waits for a lock in PostgreSQL has been sent.
 */
export class Gate {
  #acts: Act[] = []
  #turnstile: Turnstile | undefined
  /** Round trips that go without waiting, and may wait for a lock as well. */
  #beside = 0
  readonly #current = new AsyncLocalStorage<Act>()
  readonly database: Database

  constructor(
    database: Database,
    /** How many of the database's connections wait for a lock now. */
    private readonly countBlocked: () => Promise<number>,
  ) {
    this.database = {
      use: (work) => database.use((connection) => work(this.#gated(connection))),
      close: () => database.close(),
    }
  }

  /** Does all of it side by side, to its end; answers in the order in which the acts were given. */
  async run<Answer>(turnstile: Turnstile, acts: { name: string; work: () => Promise<Answer> }[]): Promise<Answer[]> {
    this.#turnstile = turnstile
    const begun = acts.map(async ({ name, work }) => {
      const act: Act = { name, waits: 0, sends: 0, is_over: false }
      this.#acts.push(act)
      return await this.#current.run(act, work).finally(() => {
        act.is_over = true
      })
    })
    try {
      for (;;) {
        await this.#settle()
        if (turnstile.waiting() > 0) await turnstile.letOneThrough()
        else if (this.#acts.every(({ is_over }) => is_over)) return await Promise.all(begun)
        else throw new Error('Nothing goes on: the acts wait for one another')
      }
    } finally {
      this.#acts = []
      this.#turnstile = undefined
    }
  }

  /** Until every act is over, waits for its turn, or for a lock that another one has. */
  async #settle(): Promise<void> {
    for (;;) {
      await nextTick()
      const busy = this.#acts.filter(({ is_over, waits }) => !is_over && waits === 0)
      if (busy.length === 0) return
      const sending = busy.filter(({ sends }) => sends > 0)
      if (sending.length === busy.length && (await this.countBlocked()) >= sending.length + this.#beside) return
      await sleep(1)
    }
  }

  #gated(connection: Connection): Connection {
    let before: Promise<unknown> = Promise.resolve()
    return {
      send: (statements) => {
        const act = this.#current.getStore()
        const turnstile = this.#turnstile
        if (!act || act.is_over || !turnstile || isLogOfTurn(statements)) {
          this.#beside++
          return connection.send(statements).finally(() => {
            this.#beside--
          })
        }
        // In the order of the transaction, which begins with its first statement.
        const sent = Promise.withResolvers<Result[]>()
        act.waits++
        before = before.then(async () => {
          await turnstile.wait(act.name)
          act.sends++
          act.waits--
          connection
            .send(statements)
            .finally(() => {
              act.sends--
            })
            .then(sent.resolve, sent.reject)
        })
        return sent.promise
      },
    }
  }
}

/** Text is logged by the clock, and changes nothing that another act could meet. */
const isLogOfTurn = (statements: Statement[]) =>
  statements.at(-1)?.sql === 'commit' &&
  statements[0]?.sql === 'begin' &&
  statements.some(({ sql }) => sql.startsWith('update "ai_turns" set "lease_expires_at"'))
