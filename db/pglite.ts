import { PGlite } from '@electric-sql/pglite'
import { type Connection, type Database, lend, type Result, type Statement } from './connection.ts'

/** PostgreSQL inside this process, kept in `folder` (in memory without one). It has one session, so its users queue. */
export async function openPglite(folder?: string): Promise<{ database: Database; pglite: PGlite }> {
  const pglite = await PGlite.create({ ...(folder ? { dataDir: folder } : {}), parsers, serializers })
  const database = lend([connectionTo(pglite)], () => pglite.close())
  return { database, pglite }
}

/** The one connection of an embedded database, in the terms of all others. */
export function connectionTo(pglite: PGlite): Connection {
  let last: Promise<unknown> = Promise.resolve()
  return {
    send(statements) {
      // As on a wire: what is sent later is run later, also when nobody waited for what was sent before.
      const sent = last.catch(() => {}).then(() => runAll(pglite, statements))
      last = sent
      return sent
    },
  }
}

async function runAll(pglite: PGlite, statements: Statement[]): Promise<Result[]> {
  const results: Result[] = []
  for (const { sql, params } of statements) {
    const answer = await pglite.query<unknown[]>(sql, params, { rowMode: 'array' })
    results.push({ command: sql.split(/\s/, 1)[0]?.toUpperCase() ?? '', rows: answer.rows })
  }
  return results
}

const same = (value: string) => value
// As in postgres.ts: text both ways, for drizzle to read. The numbers are PostgreSQL's type ids.
const textTypes = [20, 21, 23, 25, 114, 700, 701, 1009, 1042, 1043, 1082, 1114, 1184, 1700, 2950, 2951, 3802]
const parsers = Object.fromEntries(textTypes.map((type) => [type, same]))
const serializers = Object.fromEntries([16, ...textTypes].map((type) => [type, same]))
