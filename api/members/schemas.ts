import * as z from 'zod'
import { address, role } from '../auth/schemas.ts'

export const memberSchema = z
  .object({ user_id: z.uuid(), name: z.string(), email: z.string(), role, created_at: z.iso.datetime() })
  .meta({ id: 'Member' })

export const roleChange = z.strictObject({ role })

export const invitation = z.strictObject({ email: address, role })

export const openInvitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role,
    invited_by: z.object({ id: z.uuid(), name: z.string() }),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime(),
  })
  .meta({ id: 'OpenInvitation' })

export const invitationSchema = z.object({ id: z.uuid(), url: z.url() }).meta({ id: 'Invitation' })
