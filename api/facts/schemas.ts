import * as z from 'zod'

export const factSchema = z
  .object({
    id: z.uuid(),
    ordinal: z.int(),
    text: z.string(),
    source_type: z.enum(['question', 'diagnostic_check', 'manual', 'ai_synthesis']),
    source_ref: z.string().nullable(),
    status: z.enum(['confirmed', 'proposed']),
    editable: z.boolean(),
    created_by: z.uuid().nullable(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Fact' })
export type Fact = z.infer<typeof factSchema>
