import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { type Connection, type Database, DatabaseAway, type Result, type Statement } from './connection.ts'
import { lend } from './lend.ts'
import { asDatabaseError } from './postgres-errors.ts'

/** PostgreSQL inside this process, kept in `folder` (in memory without one). It has one session, so its users queue. */
export async function openPglite(folder?: string): Promise<{ database: Database; pglite: PGlite }> {
  const pglite = await PGlite.create({ ...(folder ? { fs: new OwnersFiles(folder) } : {}), parsers, serializers })
  const connection = connectionTo(pglite)
  // Who waits here waits for work of this process, which never hangs as a server may.
  const database = lend([() => connection], () => pglite.close(), 30_000)
  return { database, pglite }
}

/** PGlite sets the modes of its files itself, past this process's umask: most of them readable for everyone. */
class OwnersFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args)
    const narrow = ({ NODEFS }: { NODEFS: { node_ops: NodeOperations } }) => {
      const { setattr } = NODEFS.node_ops
      NODEFS.node_ops.setattr = (node, { mode, ...others }) =>
        setattr(node, mode === undefined ? others : { ...others, mode: mode & ~0o077 })
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [narrow as never, ...(emscriptenOpts.preRun ?? [])] } }
  }
}
type NodeOperations = { setattr: (node: unknown, attributes: { mode?: number }) => void }

/** The one connection of an embedded database, in the terms of all others. */
export function connectionTo(pglite: PGlite): Connection {
  let last: Promise<unknown> = Promise.resolve()
  let has_failed = false

  async function runAll(statements: Statement[]): Promise<Result[]> {
    const results: Result[] = []
    for (const { sql, params } of statements) {
      if (sql === 'begin') has_failed = false
      const answer = await pglite.query<unknown[]>(sql, params, { rowMode: 'array' }).catch(throwAsOurs)
      // PGlite keeps the tags to itself, and COMMIT after an error in the middle is a ROLLBACK.
      const command = sql === 'commit' && has_failed ? 'ROLLBACK' : (sql.split(/\s/, 1)[0]?.toUpperCase() ?? '')
      results.push({ command, rows: answer.rows })
    }
    return results
  }

  return {
    send(statements) {
      // As on a wire: what is sent later is run later, also when nobody waited for what was sent before.
      const sent = last.catch(() => {}).then(() => runAll(statements))
      last = sent.catch(() => {
        has_failed = true
      })
      return sent
    },
  }
}

/** A disk that is full ends a statement, and where not even the log can be written all that comes after. */
function throwAsOurs(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== undefined && code !== '24000') throw asDatabaseError(error, 'itself')
  throw new DatabaseAway('The embedded database has stopped: see that its disk has room, and start FlowPilot again.', {
    cause: error,
    is_unknown: true,
  })
}

const same = (value: string) => value
// As in postgres.ts: text both ways, for drizzle to read. The numbers are PostgreSQL's type ids.
const textTypes = [20, 21, 23, 25, 114, 700, 701, 1009, 1042, 1043, 1082, 1114, 1184, 1700, 2950, 2951, 3802]
const parsers = Object.fromEntries(textTypes.map((type) => [type, same]))
const serializers = Object.fromEntries([16, ...textTypes].map((type) => [type, same]))
