import postgres from 'postgres'
import { type Connection, type Database, DatabaseAway, lend, type Result, type Statement } from './connection.ts'

export type PostgresOptions = {
  url: string
  /** Connections of this process. */
  connections?: number
  /** Named prepared statements: off for a pooler that loses them (PgBouncer before 1.21), at one more round trip a statement. */
  prepare?: boolean
}

/** PostgreSQL over its wire protocol, directly or through a pooler in transaction mode. */
export function openPostgres({ url, connections = 10, prepare = true }: PostgresOptions): Database {
  const clients = Array.from({ length: connections }, () => openClient(url, prepare))
  let is_closed = false
  const connects = clients.map((_, at) => () => {
    const client = clients[at]
    if (client && (is_closed || !client.isLost())) return client
    const opened = openClient(url, prepare)
    clients[at] = opened
    return opened
  })
  return lend(connects, async () => {
    is_closed = true
    await Promise.all(clients.map((client) => client.end()))
  })
}

/**
 * PostgreSQL from a Worker, where a socket belongs to the request that opened it: each use opens its own connection
 * to Hyperdrive, which keeps the real ones warm, and leaves the closing to `afterwards`.
 */
export function openPostgresPerUse(url: string, afterwards: (closing: Promise<void>) => void): Database {
  return {
    async use(work) {
      const client = openClient(url, true)
      try {
        return await work(client)
      } finally {
        afterwards(client.end())
      }
    },
    close: async () => {},
  }
}

type Client = Connection & { isLost: () => boolean; end: () => Promise<void> }

// A client of one connection sends everything over that one, in order; a pooled client's reserve() can't be trusted
// with that. A lifetime would end the connection between two statements of a transaction. A lost connection is lost for
// good: postgres.js would go on over a new one, where COMMIT succeeds without the transaction that it is meant for.
function openClient(url: string, prepare: boolean): Client {
  let is_lost = false
  const end = () => sql.end({ timeout: 5 })
  const sql = postgres(url, {
    max: 1,
    prepare,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    backoff: false,
    onnotice: () => {},
    onclose: () => {
      is_lost = true
      void end()
    },
    connection: { application_name: 'flowpilot' },
    types: { as_text: asText, as_boolean: asBoolean },
  })
  return {
    async send(statements) {
      if (is_lost) throw new DatabaseAway('The connection was lost')
      return await sendAll(sql, statements, prepare)
    },
    isLost: () => is_lost,
    // A lost one is ending already, and what it still waits for is no use to anybody.
    end: async () => void (is_lost || (await end())),
  }
}

async function sendAll(client: Pick<postgres.Sql, 'unsafe'>, statements: Statement[], prepare: boolean) {
  // execute() in one tick: a lazy query would be sent when it is awaited, after its own COMMIT.
  const sent = statements.map(({ sql, params }) =>
    client
      .unsafe(sql, params, { prepare: prepare && params.length > 0 })
      .values()
      .execute(),
  )
  // Where the database is away, each statement would wait for a connection of its own: the first to say so is enough.
  await Promise.all(sent.map((query) => query.catch(throwIfAway)))
  const settled = await Promise.allSettled(sent)
  return settled.map((answer): Result => {
    if (answer.status === 'rejected') throw answer.reason
    return { command: answer.value.command, rows: [...answer.value] as unknown[][] }
  })
}

function throwIfAway(error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const away = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|57P0|53300|08)/.test(code)
  if (away) throw new DatabaseAway(code, { cause: error })
}

const same = (value: string) => value

// Values travel as text both ways: drizzle knows each column's type and reads it once, here nothing is guessed.
// 3802 jsonb, 114 json, 1184/1114 timestamps, 1082 date, 20 int8 and the numbers; `to` is never asked for.
const asText = {
  to: 25,
  from: [20, 21, 23, 25, 114, 700, 701, 1082, 1114, 1184, 1700, 2950, 3802],
  serialize: same,
  parse: same,
}
const asBoolean = { to: 16, from: [16], serialize: same, parse: (value: string) => value === 't' }
