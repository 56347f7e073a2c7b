import postgres from 'postgres'
import { type Connection, DatabaseAway, type Result, type Statement } from './connection.ts'
import { asDatabaseError, isAway } from './postgres-errors.ts'

export type ClientOptions = {
  /** Named prepared statements: one round trip a statement less. */
  prepare: boolean
  /** Sends the time-outs when it connects; a pooler may refuse them, and then those of the role have to do. */
  time_outs: boolean
  /** How long what was sent at once may take in all, until the connection is given up. */
  answer_ms: number
}

/** A connection that is there until it is lost, once and for all. */
export type Client = Connection & {
  isLost: () => boolean
  /** The process at the other end as it introduced itself, which before a pooler is not PostgreSQL's. */
  peer: () => number | undefined
  end: () => Promise<void>
}

/** PostgreSQL's own limits, in milliseconds, as `roles.sql` has them. The last notices a client that has gone. */
const time_outs = {
  statement_timeout: 10_000,
  lock_timeout: 3000,
  idle_in_transaction_session_timeout: 10_000,
  client_connection_check_interval: 1000,
}

/** Longer than a statement may take, so that PostgreSQL, where it works, is the one to say so. */
export const longest_answer_ms = 11_000

const connect_timeout_s = 5

// A client of one connection sends everything over that one, in order; a pooled client's reserve() can't be trusted
// with that. A lifetime would end the connection between two statements of a transaction. A lost connection is lost for
// good: postgres.js would go on over a new one, where COMMIT succeeds without the transaction that it is meant for.
export function openClient(url: string, options: ClientOptions): Client {
  let is_lost = false
  let peer: number | undefined
  const end = () => sql.end({ timeout: 5 })
  const sql = postgres(url, {
    max: 1,
    prepare: options.prepare,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: connect_timeout_s,
    backoff: false,
    onnotice: () => {},
    onclose: () => {
      is_lost = true
      void end()
    },
    connection: { application_name: 'flowpilot', ...(options.time_outs ? time_outs : {}) },
    types: { as_text: asText, as_boolean: asBoolean },
  })

  async function sendAll(statements: Statement[]): Promise<Result[]> {
    // execute() in one tick: a lazy query would be sent when it is awaited, after its own COMMIT.
    const sent = statements.map((statement) =>
      sql
        .unsafe(statement.sql, statement.params, { prepare: options.prepare && statement.params.length > 0 })
        .values()
        .execute(),
    )
    // Where the database is away, each statement would wait for a connection of its own: the first to say so is enough.
    await Promise.all(
      sent.map((query) =>
        query.catch((error) => {
          if (isAway(error)) throw error
        }),
      ),
    )
    const settled = await Promise.allSettled(sent)
    return settled.map((answer): Result => {
      if (answer.status === 'rejected') throw answer.reason
      peer = answer.value.state.pid
      return { command: answer.value.command, rows: [...answer.value] as unknown[][] }
    })
  }

  /** Nobody waits for it any more, so PostgreSQL need not either: it ends what runs for a client that has gone. */
  function leave() {
    is_lost = true
    void sql.end({ timeout: 0 })
  }

  function giveUp(): DatabaseAway {
    leave()
    const waited = `PostgreSQL at ${placeOf(sql)} did not answer within ${options.answer_ms} ms.`
    return new DatabaseAway(waited, { is_unknown: true })
  }

  return {
    async send(statements) {
      if (is_lost) throw new DatabaseAway('The connection was lost.', { is_unknown: true })
      const answered = sendAll(statements).catch((error) => {
        // Or what is sent next, a ROLLBACK at the least, would try to connect once more.
        if (isAway(error)) leave()
        throw asDatabaseError(error, placeOf(sql))
      })
      return await within(options.answer_ms, answered, giveUp)
    },
    isLost: () => is_lost,
    peer: () => peer,
    // A lost one is ending already, and what it still waits for is no use to anybody.
    end: async () => void (is_lost || (await end())),
  }
}

async function within<Value>(limit_ms: number, work: Promise<Value>, giveUp: () => Error): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(giveUp()), limit_ms)
  })
  return await Promise.race([work, over]).finally(() => clearTimeout(timer))
}

/** Where it is, without the password. */
const placeOf = ({ options }: postgres.Sql) => `${options.host[0]}:${options.port[0]}/${options.database}`

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
