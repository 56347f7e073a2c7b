import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child-process.ts'
import { freePort } from './free-port.ts'
import { bareEnvironment, type RunningServer, whenHealthy } from './processes.ts'
import { repository } from './repository.ts'

/**
 * Starts the Worker as wrangler.toml describes it, in workerd on 127.0.0.1, with this database behind its Hyperdrive
 * binding and these variables; resolves when it answers. Needs Node 22.12, as wrangler does.
 */
export async function startWorker(database_url: string, vars: Record<string, string>): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'flowpilot-workerd-'))
  const settings = join(folder, 'vars')
  // Named, as wrangler would otherwise read the developer's own .dev.vars.
  writeFileSync(
    settings,
    Object.entries(vars)
      .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
      .join(''),
  )
  const [port, inspector_port] = [await freePort(), await freePort()]
  const listening = ['--ip', '127.0.0.1', '--port', `${port}`, '--inspector-port', `${inspector_port}`]
  const wrangler = ['node_modules/wrangler/wrangler-dist/cli.js', 'dev', '--env-file', settings, '--persist-to', folder]
  const hyperdrive = { CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: database_url }
  const child = startChild(process.execPath, [...wrangler, ...listening], {
    cwd: repository,
    env: { ...bareEnvironment(), ...quiet, ...hyperdrive, XDG_CONFIG_HOME: folder },
  })
  const server = await whenHealthy(child, `http://127.0.0.1:${port}`)
  const andTidy = (end: () => Promise<void>) => async () => {
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...server, stop: andTidy(server.stop), crash: andTidy(server.crash) }
}

/** No questions, no telemetry, no look at the registry for a newer version: the tests reach nothing outside. */
const quiet = {
  CI: 'true',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_COLOR: '1',
}
