import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Database } from '../../db/connection.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { inSignIn, type Role } from '../../db/in-account.ts'
import { openPostgres } from '../../db/postgres.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { logins } from '../../db/schema/logins.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'
import { createDatabase } from '../harness/database.ts'
import { startPgbouncer } from '../harness/pgbouncer.ts'
import { databaseUrl } from '../harness/postgres.ts'

/** The database layer on everything that the product runs on, migrated, with one connection each. */
export async function openEveryDatabase() {
  const server = inject('postgres')
  const [test_database, pooler, embedded] = await Promise.all([
    createDatabase(server, 'template'),
    startPgbouncer(server),
    openEmbedded(),
  ])
  const pooled_url = databaseUrl(pooler.address, 'flowpilot_api', test_database.name)
  const every: { name: string; database: Database }[] = [
    { name: 'PostgreSQL', database: openPostgres({ url: test_database.api_url, connections: 1 }) },
    { name: 'PgBouncer', database: openPostgres({ url: pooled_url, connections: 1, prepare: false }) },
    { name: 'the embedded database', database: embedded },
  ]
  return {
    every,
    async close() {
      await Promise.all(every.map(({ database }) => database.close()))
      await pooler.stop()
      await test_database.drop()
    },
  }
}

/** A new account with one member, who is signed in for another hour. */
export async function newAccount(database: Database, name: string, role: Role = 'owner') {
  const [account_id, user_id, login_id] = [randomUUID(), randomUUID(), randomUUID()]
  const handle = inSignIn(database)
  await handle.insert(accounts).values({ id: account_id, name, slug: account_id })
  await handle.insert(users).values({ id: user_id, name, email: `${user_id}@northbeam.test` })
  await handle.insert(members).values({ account_id, user_id, role })
  await handle
    .insert(logins)
    .values({ id: login_id, user_id, token: login_id, expires_at: new Date(Date.now() + 3.6e6) })
  return { account_id, user_id, login_id }
}
