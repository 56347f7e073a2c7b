import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { type OwnConnectWise, startConnectWise } from '../harness/connectwise/connectwise.ts'
import { startServer } from '../harness/processes.ts'

export type ConnectedServer = {
  base_url: string
  connectwise: OwnConnectWise
  /** What the settings call the simulator by. */
  site: string
}

/** Tests whose server is their own, with a ConnectWise beside it that it may talk to. */
export const test = base.extend<object, { connected: ConnectedServer }>({
  connected: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const connectwise = await startConnectWise()
      const folder = mkdtempSync(join(tmpdir(), 'flowpilot-connected-'))
      const site = new URL(connectwise.base_url).host
      const server = await startServer({ FLOWPILOT_DATA_DIR: folder, PSA_ALLOWED_HOSTS: site })
      await use({ base_url: server.base_url, connectwise, site })
      await server.stop()
      await connectwise.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: ({ connected }, use) => use(connected.base_url),
})
