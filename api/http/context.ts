import type { RequestIdVariables } from 'hono/request-id'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Log } from '../log.ts'

/** What a handler finds in its context. `account` is there behind `signedIn`. */
export type AppEnv = {
  Bindings: {
    /** Who is at the other end of the connection, as the platform tells it. */
    peer_address?: string | null | undefined
  }
  Variables: RequestIdVariables & {
    log: Log
    account: AccountAccess
    /** Who sends the request, also when a trusted proxy passes it on; null where that is not told. */
    client_address: string | null
    /** Scheme, name and port at which browsers reach this server; what absolute links begin with. */
    public_url: string
  }
}
