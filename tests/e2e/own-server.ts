import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startChild } from '../harness/child-process.ts'
import { freePort } from '../harness/free-port.ts'
import { bareEnvironment, type RunningServer, whenHealthy } from '../harness/processes.ts'
import { repository } from '../harness/repository.ts'
import { type ScriptedModel, startScriptedModel } from '../harness/scripted-model.ts'

export type OwnServer = {
  base_url: string
  model: ScriptedModel
  /** Ends the server as a power cut would. */
  kill: () => Promise<void>
  /** Starts it again at the same address on the same data; resolves when it answers. */
  restart: () => Promise<void>
}

/** Tests whose server is their own, so that they may kill it; its model says what they script. */
export const test = base.extend<object, { own: OwnServer }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const model = await startScriptedModel()
      const folder = mkdtempSync(join(tmpdir(), 'flowpilot-own-'))
      const port = await freePort()
      const start = () => startBun(port, { FLOWPILOT_DATA_DIR: folder, ANTHROPIC_BASE_URL: model.base_url })
      let server = await start()
      await use({
        base_url: server.base_url,
        model,
        kill: () => server.crash(),
        async restart() {
          server = await start()
        },
      })
      await server.stop()
      await model.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: ({ own }, use) => use(own.base_url),
})

function startBun(port: number, env: Record<string, string>): Promise<RunningServer> {
  const child = startChild('node_modules/.bin/bun', ['api/server.ts'], {
    cwd: repository,
    env: { ...bareEnvironment(), ...env, PORT: `${port}`, HOST: '127.0.0.1' },
  })
  return whenHealthy(child, `http://127.0.0.1:${port}`)
}
