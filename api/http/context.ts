import type { RequestIdVariables } from 'hono/request-id'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Log } from '../log.ts'

/** What a handler finds in its context. `account` is there behind `signedIn`. */
export type AppEnv = { Variables: RequestIdVariables & { log: Log; account: AccountAccess } }
