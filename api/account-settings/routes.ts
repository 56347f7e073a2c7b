import { Hono } from 'hono'
import { managers, readers } from '../auth/roles.ts'
import { signedIn } from '../auth/signed-in.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { describe } from '../http/describe.ts'
import { validate } from '../http/validate.ts'
import { accountSchema, nameChange, settingsChange, settingsSchema } from './schemas.ts'
import { changeSettings, readSettings, renameAccount } from './settings.ts'

/** The account itself, which is its name. */
export function accountRoutes(deps: Deps) {
  return new Hono<AppEnv>().patch(
    '/',
    describe('Give the account another name', { 200: accountSchema }),
    signedIn(deps, managers),
    validate('json', nameChange),
    async (c) => {
      const { account } = c.var
      return c.json(await account.inAccount((tx) => renameAccount(tx, account, c.req.valid('json').name)))
    },
  )
}

export function accountSettingsRoutes(deps: Deps) {
  return new Hono<AppEnv>()
    .get('/', describe('The account’s settings', { 200: settingsSchema }), signedIn(deps, readers), async (c) =>
      c.json(await readSettings(c.var.account)),
    )
    .patch(
      '/',
      describe('Change some of the settings', { 200: settingsSchema }),
      signedIn(deps, managers),
      validate('json', settingsChange),
      async (c) => {
        const { account } = c.var
        return c.json(await account.inAccount((tx) => changeSettings(tx, account, c.req.valid('json'))))
      },
    )
}
