import { env, waitUntil } from 'cloudflare:workers'
import { pollForChanges } from '../db/changes.ts'
import { openPostgresPerUse } from '../db/postgres.ts'
import { createAi } from './ai/ai.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { readConfig } from './config.ts'
import type { Deps } from './deps.ts'
import { createLog } from './log.ts'
import { runCron } from './maintenance/maintenance.ts'
import { createPsa } from './psa/registry.ts'

/** The Cloudflare entry: the same product, its database behind Hyperdrive, its files from the assets binding. */
function createWorker() {
  const { HYPERDRIVE, ASSETS, ...variables } = env
  const config = readConfig({ ...variables, DATABASE_URL: HYPERDRIVE.connectionString })
  const log = createLog()
  const database = openPostgresPerUse(HYPERDRIVE.connectionString, waitUntil)
  const deps: Deps = {
    database,
    changes: pollForChanges(),
    auth: createAuth({
      database,
      secret: config.secret ?? '',
      public_url: config.edge.public_url,
      microsoft: config.microsoft,
      demo_email: undefined,
    }),
    ai: createAi({ config, database, log }),
    psa: createPsa({ database, config, secret: config.secret ?? '', fetch: (url, init) => fetch(url, init) }),
    log,
    now: Date.now,
    edge: config.edge,
    sign_in_ways: { demo: false, microsoft: config.microsoft !== undefined },
    assets: async (request) => {
      const file = await ASSETS.fetch(request)
      // What a binding answers can't be given more headers; a copy can.
      return new Response(file.body, file)
    },
  }
  return { deps, app: createApp(deps) }
}

let worker: ReturnType<typeof createWorker> | undefined

export default {
  fetch(request: Request, _bindings: unknown, context: Parameters<ReturnType<typeof createApp>['fetch']>[2]) {
    worker ??= createWorker()
    // Cloudflare writes over what a client says there itself.
    return worker.app.fetch(request, { peer_address: request.headers.get('cf-connecting-ip') }, context)
  },
  async scheduled({ cron }: { cron: string }) {
    worker ??= createWorker()
    await runCron(worker.deps, cron)
  },
}
