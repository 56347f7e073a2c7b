import type { Database } from './connection.ts'

/** Attempts to write to a ticket whose server went away, of every account, by their ids. */
export async function interruptedWriteBacks(database: Database): Promise<{ account_id: string; id: string }[]> {
  const statement = { sql: 'select account_id, id from interrupted_write_backs()', params: [] }
  const [answer] = await database.use((connection) => connection.send([statement]))
  return (answer?.rows ?? []).map(([account_id, id]) => ({ account_id: String(account_id), id: String(id) }))
}
