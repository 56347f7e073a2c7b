import type { Database } from './connection.ts'
import { lend } from './lend.ts'
import { type Line, probeLine } from './pooler.ts'
import { type ClientOptions, longest_answer_ms, openClient } from './postgres-client.ts'

export type PostgresOptions = {
  url: string
  /** Connections of this process. */
  connections?: number
  /** Named prepared statements; found out where it is not said. */
  prepare?: boolean | undefined
  /** How long what is sent at once may take in all, and how long one waits for a connection, in milliseconds. */
  answer_ms?: number
  wait_ms?: number
  /** For migrations, which take the time that they need. */
  is_unhurried?: boolean
  /** Told in sentences what the line to PostgreSQL lacks, when it is first used. */
  warn?: (sentence: string) => void
}

const an_hour_ms = 3_600_000

/** PostgreSQL over its wire protocol, directly or through a pooler in transaction mode. */
export function openPostgres(options: PostgresOptions): Database {
  const { url, connections = 10, is_unhurried = false, warn = () => {} } = options
  const { answer_ms = is_unhurried ? an_hour_ms : longest_answer_ms } = options
  let line: Line | undefined
  let probing: Promise<Line> | undefined
  const open = (client: ClientOptions) => openClient(url, client)
  const openNext = () => open({ prepare: line?.prepare ?? false, time_outs: line?.time_outs ?? false, answer_ms })

  const clients: ReturnType<typeof openClient>[] = []
  let is_closed = false
  const connects = Array.from({ length: connections }, (_, at) => () => {
    const client = clients[at]
    if (client && (is_closed || !client.isLost())) return client
    const opened = openNext()
    clients[at] = opened
    return opened
  })
  const lent = lend(
    connects,
    async () => {
      is_closed = true
      await Promise.all(clients.map((client) => client.end()))
    },
    options.wait_ms,
  )

  async function probe(): Promise<Line> {
    line = await probeLine(open, { prepare: options.prepare, time_outs: !is_unhurried, answer_ms })
    for (const sentence of line.warnings) warn(sentence)
    return line
  }
  return {
    async use(work, whose) {
      if (!line) {
        probing ??= probe().finally(() => {
          probing = undefined
        })
        await probing
      }
      return await lent.use(work, whose)
    },
    close: lent.close,
  }
}

/**
 * PostgreSQL from a Worker, where a socket belongs to the request that opened it: each use opens its own connection
 * to Hyperdrive, which keeps the real ones warm, and leaves the closing to `afterwards`.
 */
export function openPostgresPerUse(url: string, afterwards: (closing: Promise<void>) => void): Database {
  return {
    async use(work) {
      // Hyperdrive is a pooler: the time-outs are the role's.
      const client = openClient(url, { prepare: true, time_outs: false, answer_ms: longest_answer_ms })
      try {
        return await work(client)
      } finally {
        afterwards(client.end())
      }
    },
    close: async () => {},
  }
}
