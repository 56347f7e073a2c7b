import { DatabaseAway, DatabaseBusy } from './connection.ts'

/** What postgres.js and PostgreSQL say of an error. */
type Described = { code: string; severity?: string; severity_local?: string; message: string }

const describe = (error: unknown): Described | undefined =>
  error instanceof Error && 'code' in error ? (error as unknown as Described) : undefined

/** Nothing was sent yet: nobody listens there, or it refused the connection. */
const before_anything = /^(CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|SASL|28|3D|53300|57P03|08P01)/
const away =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|SASL|57P0|53300|08|28|3D)/

/** Whether the connection is gone, or there never was one. */
export function isAway(error: unknown): boolean {
  const described = describe(error)
  return described !== undefined && (away.test(described.code) || isFatal(described))
}

// PostgreSQL ends the connection with what it calls fatal, and PgBouncer says nothing less.
const isFatal = ({ severity, severity_local }: Described) => /^(FATAL|PANIC)$/.test(severity ?? severity_local ?? '')

const busy: Record<string, string> = {
  '55P03': 'A row or a table was locked for longer than a request waits.',
  '40P01': 'Two transactions waited for each other, and this one was ended.',
  '57014': 'A statement took longer than statement_timeout allows.',
  '53100': 'The disk of the database is full.',
  '53200': 'The database has no memory left.',
}

/** The database's own error in our words, where it is one of not being there or of having to wait; else as it is. */
export function asDatabaseError(error: unknown, place: string): unknown {
  const described = describe(error)
  if (!described) return error
  const { code, message } = described
  const sentence = busy[code]
  if (sentence) return new DatabaseBusy(sentence, { cause: error })
  if (!isAway(error)) return error
  // What is said in ending a connection names roles and databases, never content.
  const said = isFatal(described) ? `${message} (${code})` : code
  const is_unknown = !before_anything.test(code)
  return new DatabaseAway(`PostgreSQL at ${place}: ${said}.`, { cause: error, is_unknown })
}
