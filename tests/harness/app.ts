import { createAi } from '../../api/ai/ai.ts'
import type { AiPatience } from '../../api/ai/silence.ts'
import { createApp } from '../../api/app.ts'
import { createAuth } from '../../api/auth/auth.ts'
import { readConfig } from '../../api/config.ts'
import type { Deps } from '../../api/deps.ts'
import { createLog } from '../../api/log.ts'
import { createPsa } from '../../api/psa/registry.ts'
import { type Changes, pollForChanges } from '../../db/changes.ts'
import { openPostgres } from '../../db/postgres.ts'
import type { Server } from './http.ts'

export type TestApp = Server & {
  app: ReturnType<typeof createApp>
  deps: Deps
  /** The lines it logged. */
  logged: string[]
  /** Waits for the turns that still run, then closes its connections. */
  close: () => Promise<void>
}

export type TestAppOptions = {
  database_url: string
  connections?: number
  /** Found out where it is not said. */
  prepare?: boolean
  /** Shorter limits of the database than a test wants to wait for. */
  answer_ms?: number
  /** For ANTHROPIC_BASE_URL; the practice model without it, at full speed. */
  model_url?: string
  /** For PSA_ALLOWED_HOSTS. */
  psa_allowed_hosts?: string
  /** For PUBLIC_URL and TRUSTED_PROXIES. */
  public_url?: string
  trusted_proxies?: string
  now?: () => number
  ai_patience?: AiPatience
  /** Who tells of changes; nobody does unless said. */
  changes?: Changes
}

/** What signs cookies and seals keys here. */
export const secret = 'a secret of this test, 32 bytes or more'

/** The product in this process, on a real database: what `server.ts` makes of its settings, less the socket and the files. */
export function startApp({
  database_url,
  connections = 4,
  prepare,
  answer_ms,
  model_url,
  psa_allowed_hosts = '',
  public_url = '',
  trusted_proxies = '',
  now = Date.now,
  changes = pollForChanges(),
  ai_patience,
}: TestAppOptions): TestApp {
  const logged: string[] = []
  const log = createLog((line) => logged.push(line))
  const config = readConfig({
    PSA_ALLOWED_HOSTS: psa_allowed_hosts,
    PUBLIC_URL: public_url,
    TRUSTED_PROXIES: trusted_proxies,
    ...(model_url ? { ANTHROPIC_BASE_URL: model_url } : {}),
  })
  const limits = answer_ms === undefined ? {} : { answer_ms }
  const warn = (message: string) => log.warn('database', { message })
  const database = openPostgres({ url: database_url, connections, prepare, warn, ...limits })
  const deps: Deps = {
    database,
    changes,
    auth: createAuth({
      database,
      secret,
      public_url: config.edge.public_url,
      microsoft: undefined,
      demo_email: undefined,
    }),
    ai: createAi({
      config,
      database,
      log,
      now,
      practice_pace_ms: 0,
      ...(ai_patience ? { patience: ai_patience } : {}),
    }),
    psa: createPsa({ database, config, secret }),
    log,
    now,
    edge: config.edge,
    sign_in_ways: { demo: false, microsoft: false },
    assets: async () => new Response('the page', { headers: { 'content-type': 'text/html' } }),
  }
  const app = createApp(deps)
  const running = new Set<Promise<unknown>>()
  const context = {
    waitUntil: (work: Promise<unknown>) => void running.add(work),
    passThroughOnException() {},
    props: {},
  }
  return {
    app,
    deps,
    logged,
    fetch: async (request) => await app.fetch(request, { peer_address: '127.0.0.1' }, context),
    async close() {
      await Promise.allSettled(running)
      await database.close()
    },
  }
}
