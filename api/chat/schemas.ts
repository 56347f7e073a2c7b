import * as z from 'zod'
import { aiSessionSchema } from '../ai-sessions/schemas.ts'
import { factSchema } from '../facts/schemas.ts'
import { saidText, uuid } from '../http/validate.ts'
import { writeBackSchema } from '../psa/write-back/schemas.ts'
import { suggestedFixSchema } from '../suggested-fixes/schemas.ts'
import { taskLaneSchema } from '../task-lane/lane.ts'

const content = saidText(100_000)

export const newMessage = z
  .strictObject({ content: content.optional(), item_ids: z.array(uuid).max(100).optional() })
  .refine(({ content, item_ids = [] }) => content !== undefined || item_ids.length > 0, {
    path: ['content'],
    message: 'is needed where no item_ids are given',
  })
export type NewMessage = z.infer<typeof newMessage>

export const lastEventQuery = z.object({ last_event_id: z.coerce.number().int().min(0).optional() })

const effect = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['questions', 'checks', 'fact', 'suggested_fix', 'outcome_proposal']),
    ids: z.array(z.uuid()),
  }),
  z.object({ type: z.literal('shortened'), count: z.int() }),
  z.object({ type: z.literal('rejected'), marker: z.string(), reason: z.string() }),
])

export const messageSchema = z
  .object({
    id: z.uuid(),
    role: z.enum(['user', 'assistant']),
    content: z.string(),
    status: z.enum(['complete', 'streaming', 'interrupted', 'stopped', 'failed']),
    /** The turn that wrote a reply; of an engineer's message the one that it began. */
    turn_id: z.uuid().nullable(),
    /** Why a reply is not whole. */
    failure: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable(),
    effects: z.array(effect),
    /** The lane's items that were sent with it, each with what it said then; null where it was skipped. */
    sent_items: z.array(z.object({ item_id: z.uuid(), label: z.string(), value: z.string().nullable() })),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof messageSchema>

export const sessionPageSchema = z
  .object({
    session: aiSessionSchema,
    messages: z.array(messageSchema),
    task_lane: taskLaneSchema,
    facts: z.array(factSchema),
    suggested_fix: suggestedFixSchema.nullable(),
    turn: z
      .object({
        id: z.uuid(),
        status: z.literal('streaming'),
        assistant_message_id: z.uuid(),
        started_at: z.iso.datetime(),
      })
      .nullable(),
    write_back: writeBackSchema.nullable(),
  })
  .meta({ id: 'SessionPage' })
