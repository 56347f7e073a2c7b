import * as z from 'zod'
import type { WriteBack } from './rows.ts'

const idAndName = z.object({ id: z.string(), name: z.string() })

/** A session's last posting: what was done so far, why it went no further, and when it was over, if it is. */
export const writeBackSchema = z
  .object({
    kind: z.enum(['resolution_note', 'escalation_package']),
    state: z.enum(['pending', 'sent', 'unknown', 'confirmed', 'failed']),
    /** Somebody is at it now. */
    is_running: z.boolean(),
    ticket_ref: z.string(),
    reference: z.string(),
    external_id: z.string().nullable(),
    target_status: idAndName.nullable(),
    /** Why no status was asked for. */
    status_skipped_reason: z.string().nullable(),
    actual_status: idAndName.nullable(),
    /** What the ticket shows in the note's place, where that is not what was sent. */
    note_differs: z.object({ sent: z.string(), found: z.string() }).nullable(),
    steps: z.array(
      z.object({
        step: z.enum(['note', 'status', 'check']),
        at: z.iso.datetime(),
        done: z.boolean(),
        detail: z.string(),
      }),
    ),
    failure: z.object({ code: z.enum(['psa_failed', 'status_not_verified']), detail: z.string() }).nullable(),
    closed_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WriteBack' })

type Shown = z.infer<typeof writeBackSchema>

export function showWriteBack({ write_back, is_leased }: { write_back: WriteBack; is_leased: boolean }): Shown {
  const { kind, state, ticket_ref, reference, note_ids, steps, failure, closed_at } = write_back
  const { target_status, status_skipped_reason, actual_status } = write_back
  return {
    kind,
    state,
    is_running: is_leased && closed_at === null,
    ticket_ref,
    reference,
    external_id: note_ids[0] ?? null,
    target_status,
    status_skipped_reason,
    actual_status,
    note_differs: null,
    steps,
    failure,
    closed_at,
  }
}
