import { DrizzleQueryError } from 'drizzle-orm/errors'
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import type { RunnableQuery } from 'drizzle-orm/runnable-query'
import { type Connection, type Database, type Result, type Statement, toParam } from './connection.ts'

export type Role = 'owner' | 'admin' | 'engineer' | 'viewer'

/**
 * Whose account a transaction is in, and by what right. With a sign-in, the statement that sets the account also
 * checks that this sign-in still stands and that its user still has one of `roles` there. Without one it is the
 * product's own work for that account: a turn that goes on after its reader has left.
 */
export type Access = { account_id: string; sign_in?: { login_id: string; user_id: string; roles: readonly Role[] } }

/** A transaction inside one account: what domain functions take first. It exists only in `inAccount` and `batchInAccount`. */
export type Tx = PgRemoteDatabase & {
  /** A write that nobody needs the answer of: it travels with the next statement or with COMMIT. */
  atCommit(write: { toSQL(): { sql: string; params: unknown[] } }): void
}

/** The sign-in that the work came with is revoked or over. */
export class SignInOver extends Error {
  override name = 'SignInOver'
}
/** The user is signed in, but his role in this account does not allow this. */
export class RoleRefused extends Error {
  override name = 'RoleRefused'
}

export type Query = RunnableQuery<unknown, 'pg'>
export type Answers<Queries extends readonly Query[]> = {
  -readonly [Key in keyof Queries]: Queries[Key]['_']['result']
}

/**
 * One transaction that may ask and then write. BEGIN and the account travel with its first statement, `atCommit`
 * writes with COMMIT: ask once, write once, is two round trips. Rolls back when `work` throws.
 */
export function inAccount<Value>(database: Database, access: Access, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return database.use(async (connection) => {
    let unsent = [begin, enter(access)]
    let is_over = false
    const sendWith = async (statement: Statement) => {
      const statements = [...unsent, statement]
      unsent = []
      return await connection.send(statements)
    }
    // What comes after the end, because nobody waited for it, would run in the connection's next transaction.
    const heard = (sql: string, params: unknown[]) => {
      if (is_over) throw new Error('This transaction is over')
      return toStatement(sql, params)
    }
    const asking = drizzle(async (sql, params) => ({ rows: lastOf(await sendWith(heard(sql, params))).rows }))
    const tx = Object.assign(asking, {
      atCommit(write: { toSQL(): { sql: string; params: unknown[] } }) {
        const { sql, params } = write.toSQL()
        unsent.push(heard(sql, params))
      },
    })
    const workToItsEnd = async () => {
      try {
        return await work(tx)
      } finally {
        is_over = true
      }
    }
    return await rollingBack(connection, async () => {
      const value = await workToItsEnd()
      mustCommit(await sendWith(commit))
      return value
    })
  }, access.account_id)
}

/**
 * Several statements of which none needs another's answer, as one transaction in one round trip. `build` returns
 * drizzle queries that were not awaited; the answers come back in their order, typed as each query's own.
 */
export function batchInAccount<const Queries extends readonly Query[]>(
  database: Database,
  access: Access,
  build: (tx: Tx) => Queries,
): Promise<Answers<Queries>> {
  return database.use(async (connection) => {
    const gathered: { statement: Statement; answer: (result: { rows: unknown[] }) => void }[] = []
    let onGathered = () => {}
    const gathering = drizzle((sql, params) => {
      const statement = toStatement(sql, params)
      return new Promise<{ rows: unknown[] }>((answer) => {
        gathered.push({ statement, answer })
        onGathered()
      })
    })
    const tx = Object.assign(gathering, {
      atCommit: () => {
        throw new Error('A batch has no use for atCommit: return the statement')
      },
    })
    const answers: Promise<unknown>[] = []
    return await rollingBack(connection, async () => {
      for (const query of build(tx)) {
        // One after the other, since drizzle may take more ticks for one kind of query than for another.
        const reached = new Promise<void>((resolve) => {
          onGathered = resolve
        })
        const answer = Promise.resolve((query as unknown as { execute(): Promise<unknown> }).execute())
        answers.push(answer)
        await Promise.race([reached, answer])
      }
      const statements = gathered.map(({ statement }) => statement)
      const results = await connection.send([begin, enter(access), ...statements, commit])
      mustCommit(results)
      for (const [at, { answer }] of gathered.entries()) answer({ rows: results[at + 2]?.rows ?? [] })
      return (await Promise.all(answers)) as Answers<Queries>
    })
  }, access.account_id)
}

/**
 * The handle of sign-in, which works before there is an account: each of its statements is a transaction of its own
 * as `flowpilot_auth`, in one round trip. Only `api/auth` may use it. Statements with the same `queue` run one after the
 * other, each seeing what those before it did.
 */
export function inSignIn(database: Database, queue?: string): PgRemoteDatabase {
  const opening = queue === undefined ? [begin, becomeAuth] : [begin, becomeAuth, waitInQueue(queue)]
  return drizzle(async (sql, params) => {
    const statement = toStatement(sql, params)
    return await database.use(
      (connection) =>
        rollingBack(connection, async () => {
          const results = await connection.send([...opening, statement, commit])
          mustCommit(results)
          return { rows: results[opening.length]?.rows ?? [] }
        }),
      'sign-in',
    )
  })
}

const begin: Statement = { sql: 'begin', params: [] }
const commit: Statement = { sql: 'commit', params: [] }
const rollback: Statement = { sql: 'rollback', params: [] }
const becomeAuth: Statement = { sql: `select set_config('role', 'flowpilot_auth', true)`, params: [] }

const waitInQueue = (queue: string): Statement => ({
  sql: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  params: [queue],
})

/** The one statement that makes a transaction the account's; it raises where the sign-in or the role does not hold. */
function enter({ account_id, sign_in }: Access): Statement {
  const become = `select set_config('role', 'flowpilot_app', true), set_config('app.current_account_id', `
  if (!sign_in) return { sql: `${become}$1, true)`, params: [account_id] }
  const { login_id, user_id, roles } = sign_in
  return {
    sql: `${become}enter_account($1::uuid, $2::uuid, $3::uuid, $4::text[])::text, true)`,
    params: [login_id, user_id, account_id, `{${roles.join(',')}}`],
  }
}

async function rollingBack<Value>(connection: Connection, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    await connection.send([rollback]).catch(() => {})
    throw asRefusal(error)
  }
}

function asRefusal(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError && error.cause ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'FP401') return new SignInOver('The sign-in is over')
  if (code === 'FP403') return new RoleRefused('The role does not allow this')
  return cause
}

// After an error in its middle PostgreSQL answers COMMIT with the tag ROLLBACK, and no error.
function mustCommit(results: Result[]) {
  if (lastOf(results).command !== 'COMMIT') throw new Error('The transaction was rolled back')
}

function lastOf(results: Result[]): Result {
  const last = results.at(-1)
  if (!last) throw new Error('Nothing was sent')
  return last
}

function toStatement(sql: string, params: unknown[]): Statement {
  // postgres.js refuses it too, but only on the way, and never answers again.
  if (params.length > 65_533) throw new RangeError(`A statement has ${params.length} parameters`)
  return { sql, params: params.map(toParam) }
}
