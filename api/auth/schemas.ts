import * as z from 'zod'
import { plainText, saidText } from '../http/validate.ts'

/** An e-mail address, in whose name case does not count. */
export const address = z.email().max(320).toLowerCase()

/** In characters. */
export const password_length = { min: 10, max: 128 }
const newPassword = plainText(password_length.min, password_length.max)
const knownPassword = plainText(1, password_length.max)

export const signUpForm = z.strictObject({
  name: saidText(120),
  email: address,
  password: newPassword,
  account_name: saidText(120).optional(),
})

export const signInForm = z.strictObject({
  email: address,
  password: knownPassword,
  rememberMe: z.boolean().optional(),
})

export const socialSignIn = z.strictObject({
  provider: z.literal('microsoft'),
  // A page of ours: elsewhere the address would lead away from here, with our name on it.
  callbackURL: plainText(1, 2000)
    .regex(/^\/(?![/\\])[^\t\n\r]*$/, 'is no path of this site')
    .optional(),
})

export const passwordChange = z.strictObject({
  current_password: knownPassword,
  new_password: newPassword,
  sign_out_others: z.boolean().optional(),
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
