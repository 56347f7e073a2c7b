import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Changes, listenToPglite } from './changes.ts'
import type { Database } from './connection.ts'
import { migrateUp } from './migrate.ts'
import { connectionTo, openPglite } from './pglite.ts'

/**
 * The embedded database, kept in `folder` (in memory without one): the same roles, migrations and policies as on a
 * server. Its session user is a superuser, under whom a forgotten role would go unseen, so it works as the login role.
 */
export async function openEmbedded(folder?: string): Promise<Database & { changes: Changes }> {
  const { database, pglite } = await openPglite(folder)
  const connection = connectionTo(pglite)
  await pglite.exec(await readFile(join(import.meta.dirname, 'roles.sql'), 'utf8'))
  await pglite.exec('set session authorization flowpilot_owner')
  await migrateUp(connection)
  await pglite.exec('set session authorization flowpilot_api')
  return { ...database, changes: await listenToPglite(pglite) }
}
