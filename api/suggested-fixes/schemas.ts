import * as z from 'zod'

const moment = z.iso.datetime()

export const outcomeProposalSchema = z.object({ outcome: z.enum(['worked', 'partial', 'failed']), reason: z.string() })

export const suggestedFixSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    confidence: z.int(),
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
