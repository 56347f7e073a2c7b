/** One statement in PostgreSQL's own terms: its parameters are already text, so that none can fail on the way. */
export type Statement = { sql: string; params: (string | null)[] }

/** `command` is the tag that PostgreSQL answered with (`BEGIN`, `SELECT`, `COMMIT`, or `ROLLBACK` for a COMMIT that failed). */
export type Result = { command: string; rows: unknown[][] }

/** One connection, held by one user at a time. */
export type Connection = {
  /** Sends all statements in order without waiting in between: one round trip. Rejects with the first error. */
  send(statements: Statement[]): Promise<Result[]>
}

export type Database = {
  /** Lends a connection for the time of `work`; waits while all are lent. */
  use<Value>(work: (connection: Connection) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** The database can't be reached, or went away in the middle. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
}

/** A value as PostgreSQL reads it. Throws for what has no text, before anything of its transaction was sent. */
export function toParam(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`A statement's parameter is ${Object.prototype.toString.call(value)}, which has no text`)
}

/**
 * Lends each of a fixed number of connections to one user at a time, first come, first served. A user gets what `connect`
 * answers at that moment, and keeps it: one that is lost is replaced for the next user only.
 */
export function lend(connects: (() => Connection)[], close: () => Promise<void>): Database {
  const free = [...connects]
  const waiting: ((connect: () => Connection) => void)[] = []
  return {
    async use(work) {
      const connect = free.pop() ?? (await new Promise<() => Connection>((resolve) => waiting.push(resolve)))
      try {
        return await work(connect())
      } finally {
        const next = waiting.shift()
        if (next) next(connect)
        else free.push(connect)
      }
    },
    close,
  }
}

/** Whether a statement was refused because a row with these values is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
