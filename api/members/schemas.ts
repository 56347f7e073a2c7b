import * as z from 'zod'
import { address, role } from '../auth/schemas.ts'

export const memberSchema = z
  .object({ user_id: z.uuid(), name: z.string(), email: z.string(), role, created_at: z.iso.datetime() })
  .meta({ id: 'Member' })

export const roleChange = z.strictObject({ role })

export const invitation = z.strictObject({ email: address, role })

export const invitationSchema = z.object({ id: z.uuid(), url: z.url() }).meta({ id: 'Invitation' })
