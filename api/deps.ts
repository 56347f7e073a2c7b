import type { Changes } from '../db/changes.ts'
import type { Database } from '../db/connection.ts'
import type { Ai } from './ai/ai.ts'
import type { Auth } from './auth/auth.ts'
import type { Edge } from './http/client-address.ts'
import type { Log } from './log.ts'
import type { Psa } from './psa/registry.ts'

/** All that the product needs from outside itself. Made once a process by `server.ts` or `worker.ts`. */
export type Deps = {
  database: Database
  /** Tells when a session or a turn changed, whichever process changed it. */
  changes: Changes
  auth: Auth
  ai: Ai
  psa: Psa
  log: Log
  /** Milliseconds since 1970. */
  now: () => number
  edge: Edge
  /** Which other ways to sign in there are, besides a password. */
  sign_in_ways: { demo: boolean; microsoft: boolean }
  /** The built UI: answers a file by its path, 404 where there is none. */
  assets: (request: Request) => Promise<Response>
}
