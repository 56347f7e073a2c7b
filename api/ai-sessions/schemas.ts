import * as z from 'zod'
import { pageQuery } from '../http/page.ts'
import { plainText, saidText } from '../http/validate.ts'

const sessionType = z.enum(['chat', 'guided'])
const status = z.enum(['active', 'paused', 'resolved', 'escalated', 'abandoned'])
const ticketRef = saidText(100)
const moment = z.iso.datetime()

export const newSession = z.strictObject({
  title: saidText(200).optional(),
  problem: saidText(100_000).optional(),
  ticket_ref: ticketRef.optional(),
  session_type: sessionType.optional(),
})
export type NewSession = z.infer<typeof newSession>

export const sessionChange = z
  .strictObject({
    title: saidText(200).optional(),
    status: z.enum(['active', 'paused', 'abandoned']).optional(),
    ticket_ref: ticketRef.nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change')
export type SessionChange = z.infer<typeof sessionChange>

export const sessionQuery = z.object({
  ...pageQuery,
  status: status.optional(),
  session_type: sessionType.optional(),
  owner: z.enum(['me', 'all']).default('all'),
  q: plainText(0, 200).optional(),
})
export type SessionQuery = z.output<typeof sessionQuery>

export const aiSessionSchema = z
  .object({
    id: z.uuid(),
    account_id: z.uuid(),
    user_id: z.uuid().nullable(),
    title: z.string(),
    problem: z.string().nullable(),
    session_type: sessionType,
    status,
    ticket: z
      .object({
        ref: z.string(),
        summary: z.string().nullable(),
        company: z.string().nullable(),
        url: z.string().nullable(),
      })
      .nullable(),
    resolution_note_markdown: z.string().nullable(),
    resolution_note_posted_at: moment.nullable(),
    resolution_note_external_id: z.string().nullable(),
    escalation_package_markdown: z.string().nullable(),
    escalation_package_posted_at: moment.nullable(),
    escalation_package_external_id: z.string().nullable(),
    state_version: z.int(),
    created_at: moment,
    updated_at: moment,
    resolved_at: moment.nullable(),
  })
  .meta({ id: 'AiSession' })

/** A session as a row of a list, without its longer texts. */
export const listedSessionSchema = aiSessionSchema
  .omit({ problem: true, resolution_note_markdown: true, escalation_package_markdown: true })
  .extend({
    owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    waits_for: z.enum(['ai', 'ticket', 'outcome', 'you', 'nobody']),
  })
  .meta({ id: 'ListedAiSession' })
