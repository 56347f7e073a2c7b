import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Changes, listenToPglite } from './changes.ts'
import type { Database } from './connection.ts'
import { beginFirstStart, cantOpen, lockDatabaseFolder } from './data-folder.ts'
import { migrateUp } from './migrate.ts'
import { connectionTo, openPglite } from './pglite.ts'

/**
 * The embedded database, kept in `folder` (in memory without one): the same roles, migrations and policies as on a
 * server. Its session user is a superuser, under whom a forgotten role would go unseen, so it works as the login role.
 * A folder is this process's alone until `close`; who can't have it gets an Error that says why in a sentence.
 */
export async function openEmbedded(folder?: string): Promise<Embedded> {
  if (!folder) return await open()
  const unlock = lockDatabaseFolder(folder)
  try {
    const endFirstStart = beginFirstStart(folder)
    const embedded = await open(folder)
    endFirstStart()
    return { ...embedded, close: () => embedded.close().finally(unlock) }
  } catch (error) {
    unlock()
    throw cantOpen(folder, error)
  }
}

type Embedded = Database & { changes: Changes }

async function open(folder?: string): Promise<Embedded> {
  const { database, pglite } = await openPglite(folder)
  try {
    const connection = connectionTo(pglite)
    await pglite.exec(await readFile(join(import.meta.dirname, 'roles.sql'), 'utf8'))
    await pglite.exec('set session authorization flowpilot_owner')
    await migrateUp(connection)
    await pglite.exec('set session authorization flowpilot_api')
    return { ...database, changes: await listenToPglite(pglite) }
  } catch (error) {
    await pglite.close().catch(() => {})
    throw error
  }
}
