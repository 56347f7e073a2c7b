import * as z from 'zod'

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
