import * as z from 'zod'
import { pageQuery } from '../http/page.ts'
import { periodQuery } from '../http/period.ts'
import { plainText, uuid } from '../http/validate.ts'

const filter = { action: plainText(1, 100).optional(), user_id: uuid.optional(), ...periodQuery }

/** `action` is one act, `member.removed`, or a concept with all of its acts, `member`. */
export const eventQuery = z.object({ ...filter, ...pageQuery })
export type EventFilter = Omit<z.infer<typeof eventQuery>, 'limit' | 'cursor'>

export const auditEventSchema = z
  .object({
    id: z.uuid(),
    action: z.string(),
    user: z
      .object({ id: z.uuid(), name: z.string().nullable().meta({ description: 'null: no longer in the account' }) })
      .nullable()
      .meta({ description: 'null: nobody, FlowPilot itself' }),
    session_id: z.uuid().nullable(),
    ticket_ref: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'AuditEvent' })
