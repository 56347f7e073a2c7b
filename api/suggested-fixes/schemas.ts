import * as z from 'zod'
import { plainText, saidText, uuid } from '../http/validate.ts'

const moment = z.iso.datetime()

export const outcomeProposalSchema = z.object({ outcome: z.enum(['worked', 'partial', 'failed']), reason: z.string() })

export const suggestedFixSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    /** Why the problem was there, where the engineer said it of his own fix. */
    cause: z.string().nullable(),
    /** Null for what the engineer did himself. */
    confidence: z.int().nullable(),
    /** The engineer whose own fix it is; null for the model's. */
    created_by: z.uuid().nullable(),
    facts: z.array(z.int()),
    script: z.object({ language: z.enum(['powershell', 'bash', 'python', 'cmd']), body: z.string() }).nullable(),
    script_template_id: z.uuid().nullable(),
    parameters: z.record(z.string(), z.unknown()),
    user_decision: z.enum(['one_off', 'draft_template', 'build_template', 'dismissed']).nullable(),
    status: z.enum(['proposed', 'applied', 'worked', 'partial', 'failed', 'awaiting', 'dismissed']),
    outcome_note: z.string().nullable(),
    outcome_proposal: outcomeProposalSchema.nullable(),
    applied_at: moment.nullable(),
    superseded_at: moment.nullable(),
    created_at: moment,
  })
  .meta({ id: 'SuggestedFix' })
export type SuggestedFix = z.infer<typeof suggestedFixSchema>

const script = z.strictObject({ language: z.enum(['powershell', 'bash', 'python', 'cmd']), body: saidText(20_000) })

export const decision = z.strictObject({
  decision: z.enum(['one_off', 'draft_template', 'build_template', 'dismissed']),
  script: script.optional(),
})
export type Decision = z.infer<typeof decision>

export const ownFix = z.strictObject({ title: saidText(300), cause: plainText(0, 400).optional() })
export type OwnFix = z.infer<typeof ownFix>

export const application = z.strictObject({ generation_id: uuid.optional() })

export const outcome = z
  .strictObject({ outcome: z.enum(['worked', 'partial', 'failed', 'awaiting']), note: plainText(0, 2000).optional() })
  .refine(({ outcome, note }) => outcome !== 'awaiting' || Boolean(note?.trim()), {
    path: ['note'],
    message: 'is needed: what is awaited',
  })
export type Outcome = z.infer<typeof outcome>

export const decidedSchema = z.object({
  suggested_fix: suggestedFixSchema,
  draft_template_id: z.uuid().nullable(),
  generation_id: z.uuid().nullable(),
})

export const fixesSchema = z.object({ items: z.array(suggestedFixSchema) })
