import * as z from 'zod'
import { pageQuery } from '../http/page.ts'
import { plainText, saidText } from '../http/validate.ts'
import { named, ticketStatusSchema } from '../psa/schemas.ts'

export const ticketQuery = z.object({ ...pageQuery, q: plainText(0, 200).default('') })

/** What a PSA calls a ticket by. */
export const ticketPath = z.object({ ref: plainText(1, 100) })

export const newTicket = z.strictObject({
  summary: saidText(200),
  description: plainText(0, 100_000).optional(),
  company: plainText(0, 200).optional(),
  contact: plainText(0, 200).optional(),
})

export const ticketText = z.strictObject({ text: saidText(100_000) })

export const ticketSummarySchema = z
  .object({
    ref: z.string(),
    summary: z.string(),
    status: ticketStatusSchema,
    company: named.nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'TicketSummary' })

const ticketNoteSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(['discussion', 'internal', 'resolution']),
  author: z.string().nullable(),
  created_at: z.iso.datetime(),
})

export const ticketSchema = ticketSummarySchema
  .extend({
    description: z.string().nullable(),
    contact: z.string().nullable(),
    board: named,
    notes: z.array(ticketNoteSchema),
  })
  .meta({ id: 'Ticket' })

export const statusesSchema = z.object({ items: z.array(ticketStatusSchema) })

export const parsedTicketSchema = z
  .object({
    title: z.string().nullable(),
    problem: z.string().nullable(),
    company: z.string().nullable(),
    contact: z.string().nullable(),
    asset: z.string().nullable(),
    urgency: z.string().nullable(),
    error_codes: z.array(z.string()),
    steps_tried: z.array(z.string()),
  })
  .meta({ id: 'ParsedTicket' })
export type ParsedTicket = z.infer<typeof parsedTicketSchema>
