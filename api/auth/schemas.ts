import * as z from 'zod'
import { plainText, saidText } from '../http/validate.ts'

/** An e-mail address, in whose name case does not count. */
export const address = z.email().max(320).toLowerCase()

export const signUp = z.strictObject({
  name: saidText(120),
  email: address,
  password: plainText(10, 128),
  account_name: saidText(120).optional(),
})

export const signIn = z.strictObject({
  email: address,
  password: plainText(1, 128),
  rememberMe: z.boolean().optional(),
})

export const socialSignIn = z.strictObject({
  provider: z.literal('microsoft'),
  // A page of ours: elsewhere the address would lead away from here, with our name on it.
  callbackURL: plainText(1, 2000)
    .regex(/^\/(?![/\\])[^\t\n\r]*$/, 'is no path of this site')
    .optional(),
})

export const role = z.enum(['owner', 'admin', 'engineer', 'viewer'])

export const meSchema = z
  .object({
    user: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
    account: z.object({ id: z.uuid(), name: z.string() }),
    role,
    ai: z.object({ practice: z.boolean() }),
  })
  .meta({ id: 'Me' })

export const signInWaysSchema = z.object({ demo: z.boolean(), microsoft: z.boolean() })
