import * as z from 'zod'
import type { WriteBack } from './rows.ts'

const idAndName = z.object({ id: z.string(), name: z.string() })

/** A posting that is not over: what was done so far, and why it went no further. */
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
    actual_status: idAndName.nullable(),
    steps: z.array(
      z.object({
        step: z.enum(['note', 'status', 'check']),
        at: z.iso.datetime(),
        done: z.boolean(),
        detail: z.string(),
      }),
    ),
    failure: z.object({ code: z.enum(['psa_failed', 'status_not_verified']), detail: z.string() }).nullable(),
  })
  .meta({ id: 'WriteBack' })

export function showWriteBack({ write_back, is_leased }: { write_back: WriteBack; is_leased: boolean }) {
  const { kind, state, ticket_ref, reference, note_ids, target_status, actual_status, steps, failure } = write_back
  const external_id = note_ids[0] ?? null
  return {
    kind,
    state,
    is_running: is_leased,
    ticket_ref,
    reference,
    external_id,
    target_status,
    actual_status,
    steps,
    failure,
  }
}
