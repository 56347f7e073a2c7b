import * as z from 'zod'
import { aiSessionSchema } from '../ai-sessions/schemas.ts'
import { saidText } from '../http/validate.ts'

export const posting = z.strictObject({
  markdown: saidText(60_000),
  fingerprint: saidText(200),
  ticket_status_id: saidText(100).optional(),
  /** The evidence may have changed since the preview. */
  accept_stale: z.boolean().optional(),
  /** The ticket may have changed since the preview. */
  accept_moved: z.boolean().optional(),
})
export type Posting = z.infer<typeof posting>

export const settling = z.strictObject({ action: z.enum(['check_again', 'retry_status', 'keep_local']) })
export type Settling = z.infer<typeof settling>

export const postedSchema = z
  .object({
    result: z.enum(['resolved', 'resolved_local', 'escalated', 'escalated_local']),
    external_id: z.string().nullable(),
    ticket_status: z.object({ id: z.string(), name: z.string(), verified: z.boolean() }).nullable(),
    status_transition_skipped_reason: z.string().nullable(),
    session: aiSessionSchema,
  })
  .meta({ id: 'Posted' })
export type Posted = z.infer<typeof postedSchema>

export const previewing = z.strictObject({
  /** The engineer's own words: shown as they would be posted, and no model is asked. */
  markdown: saidText(60_000).optional(),
})
export type Previewing = z.infer<typeof previewing>
