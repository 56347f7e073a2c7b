import * as z from 'zod'
import { saidText } from '../http/validate.ts'
import { taskLaneSchema } from './lane.ts'

const output = saidText(100_000)

export const itemChange = z
  .strictObject({
    answer: output.nullable().optional(),
    result: output.nullable().optional(),
    status: z.enum(['open', 'done', 'skipped']).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change')
export type ItemChange = z.infer<typeof itemChange>

export const itemChangedSchema = z.object({ task_lane: taskLaneSchema })
