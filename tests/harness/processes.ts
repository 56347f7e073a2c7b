import { type Child, startChild, waitUntil } from './child-process.ts'
import { freePort } from './free-port.ts'
import { repository } from './repository.ts'

export type RunningServer = {
  base_url: string
  pid: number
  logs: () => string
  /** Ends it as an operator would. */
  stop: () => Promise<void>
  /** Ends it as a power cut would: it gets no moment to tidy up. */
  crash: () => Promise<void>
}

/** Starts `bun api/server.ts` with these settings on a free port of 127.0.0.1; resolves when it answers. */
export async function startServer(env: Record<string, string>): Promise<RunningServer> {
  const port = await freePort()
  const child = startChild('node_modules/.bin/bun', ['api/server.ts'], {
    cwd: repository,
    env: { ...bareEnvironment(), ...env, PORT: `${port}`, HOST: '127.0.0.1' },
  })
  return await whenHealthy(child, `http://127.0.0.1:${port}`)
}

/** Nothing of the developer's own settings: above all no key with which a test could ask a real model. */
export const bareEnvironment = () => ({ PATH: process.env.PATH, HOME: process.env.HOME })

// The first start of the embedded database takes 3 to 8 s on an idle machine.
const patience_ms = 60_000

/** Waits for /healthz. */
export async function whenHealthy(child: Child, base_url: string): Promise<RunningServer> {
  await waitUntil(child, () => answers(`${base_url}/healthz`), patience_ms).catch(async (error) => {
    await child.stop()
    throw error
  })
  return { base_url, pid: child.pid, logs: child.output, stop: () => child.stop(), crash: () => child.stop('SIGKILL') }
}

async function answers(url: string) {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
  return response?.status === 200
}
