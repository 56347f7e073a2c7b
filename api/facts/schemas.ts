import * as z from 'zod'
import { saidText, uuid } from '../http/validate.ts'

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

export const factsSchema = z.object({ items: z.array(factSchema) })

const text = saidText(400)

export const factText = z.strictObject({ text })

export const promotion = z.strictObject({ item_id: uuid, text: text.optional() })
export type ItemPromotion = z.infer<typeof promotion>

export const itemReference = z.strictObject({ item_id: uuid })

export const wordingSchema = z.object({ text: z.string(), written_by: z.enum(['model', 'item']) })
