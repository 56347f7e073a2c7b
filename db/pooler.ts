import { databaseAway } from './connection.ts'
import type { Client, ClientOptions } from './postgres-client.ts'

/** What stands between this process and PostgreSQL lets through. */
export type Line = Pick<ClientOptions, 'prepare' | 'time_outs'> & { warnings: string[] }

type Open = (options: ClientOptions) => Client
type Wanted = Omit<ClientOptions, 'prepare'> & { prepare: boolean | undefined }

/**
 * Finds out, over connections of its own, whether a pooler stands before PostgreSQL, and what it does not pass on:
 * settings at the start (PgBouncer refuses them) and prepared statements (PgBouncer before 1.21 loses them, and who waits
 * for the answer to one waits for ever). `prepare` decides the second itself. Throws `DatabaseAway`.
 */
export async function probeLine(open: Open, { prepare, time_outs, answer_ms }: Wanted): Promise<Line> {
  const wanted = { prepare: true, time_outs, answer_ms }
  const first = await probe(open, wanted).catch(async (error) => {
    if (!/startup parameter/i.test(databaseAway(error)?.sentence ?? '')) throw error
    return await probe(open, { ...wanted, time_outs: false })
  })
  const warnings =
    time_outs && first.limits.includes('0')
      ? ['flowpilot_api has no time-outs of its own behind this pooler: run db/roles.sql again.']
      : []
  const keeps = first.is_direct || first.renames_statements
  if (prepare !== false && !keeps) warnings.push(prepare ? insisted : found_out)
  return { prepare: prepare ?? keeps, time_outs: first.time_outs, warnings }
}

async function probe(open: Open, options: ClientOptions) {
  const client = open(options)
  try {
    // One transaction, so that one server connection answers all of it.
    const [, asked, found] = await client.send([
      { sql: 'begin', params: [] },
      { sql: limits, params: [''] },
      { sql: 'select name from pg_prepared_statements', params: [] },
      { sql: 'commit', params: [] },
    ])
    const [pid, ...own_limits] = (asked?.rows[0] ?? []).map(String)
    return {
      time_outs: options.time_outs,
      limits: own_limits,
      // A pooler introduces itself by a number of its own.
      is_direct: Number(pid) === client.peer(),
      // And where it keeps prepared statements, by names of its own, since clients may use the same.
      renames_statements: (found?.rows ?? []).some(([name]) => /^PGBOUNCER_/.test(String(name))),
    }
  } finally {
    void client.end()
  }
}

const limits = `select pg_backend_pid(), current_setting('statement_timeout'), current_setting('lock_timeout'),
  current_setting('idle_in_transaction_session_timeout') || $1`

const loses =
  'A pooler stands before PostgreSQL that does not keep prepared statements (PgBouncer before 1.21, or with max_prepared_statements = 0).'
const found_out = `${loses} FlowPilot works without them, at one more round trip a statement.`
const insisted = `${loses} DATABASE_PREPARE is on all the same, and requests will fail: take it away.`
