import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, prepareServer } from './database.ts'
import { startPostgres } from './postgres.ts'
import { startServer } from './processes.ts'
import { startWorker } from './workerd.ts'

/**
 * Starts what Playwright's two projects look at: Bun with the embedded database in an empty folder, and workerd with
 * PostgreSQL. Their addresses go to playwright.config.ts by the environment, which the workers inherit.
 */
export default async function startBothWorlds() {
  const endings: (() => Promise<void> | void)[] = []
  const endAll = async () => {
    for (const end of endings.reverse()) await end()
  }
  try {
    process.env.FLOWPILOT_E2E_BUN = await startBunWorld(endings)
    const { base_url, admin_url } = await startWorkerdWorld(endings)
    process.env.FLOWPILOT_E2E_WORKERD = base_url
    process.env.FLOWPILOT_E2E_WORKERD_DATABASE = admin_url
  } catch (error) {
    await endAll()
    throw error
  }
  return endAll
}

async function startBunWorld(endings: (() => Promise<void> | void)[]) {
  const folder = mkdtempSync(join(tmpdir(), 'flowpilot-data-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  const server = await startServer({ FLOWPILOT_DATA_DIR: folder })
  endings.push(server.stop)
  return server.base_url
}

async function startWorkerdWorld(endings: (() => Promise<void> | void)[]) {
  const postgres = await startPostgres()
  endings.push(postgres.stop)
  await prepareServer(postgres.address)
  const database = await createDatabase(postgres.address, 'template')
  const worker = await startWorker(database.api_url, { FLOWPILOT_SECRET: 'a secret of the browser tests alone' })
  endings.push(worker.stop)
  return { base_url: worker.base_url, admin_url: database.admin_url }
}
