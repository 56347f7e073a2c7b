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
  /**
   * Lends a connection for the time of `work`; waits while all are lent, or as many as may be at the same time to `whose`:
   * an account's id, or what else takes its turn. Throws `DatabaseBusy` when that takes too long, `DatabaseAway` without one.
   */
  use<Value>(work: (connection: Connection) => Promise<Value>, whose?: string): Promise<Value>
  close(): Promise<void>
}

/** The database can't be reached, went away in the middle, or does not answer. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
  constructor(
    /** For the operator: what happened and where, without content or password. */
    readonly sentence: string,
    readonly more: ErrorOptions & {
      /** It went away after something was sent, so nobody knows whether that was done. */
      is_unknown?: boolean
    } = {},
  ) {
    super(sentence, more)
  }
}

/** The database is there, but what was asked would have waited for too long: nothing was changed. */
export class DatabaseBusy extends DatabaseAway {
  override name = 'DatabaseBusy'
}

/** The one of these in an error or beneath it: drizzle and better-auth wrap what the database layer throws. */
export function databaseAway(error: unknown): DatabaseAway | undefined {
  if (error instanceof DatabaseAway) return error
  return error instanceof Error ? databaseAway(error.cause) : undefined
}

/** A value as PostgreSQL reads it. Throws for what has no text, before anything of its transaction was sent. */
export function toParam(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`A statement's parameter is ${Object.prototype.toString.call(value)}, which has no text`)
}

/** Whether a statement was refused because a row with these values is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
