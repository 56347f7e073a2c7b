import * as z from 'zod'
import type { Named, NoteKind, TicketNote } from '../provider.ts'

// What FlowPilot reads of ConnectWise's records, and the fields to ask for. Whatever else they hold is passed over.

const idSchema = z.number().int().positive()
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
const flagSchema = z.boolean().nullish()
const referenceSchema = z.object({ id: idSchema, name: textSchema })

export type Reference = z.infer<typeof referenceSchema>

export const ticket_fields =
  'id,summary,status/id,status/name,company/id,company/name,board/id,board/name,closedFlag,' +
  'initialDescription,contactName,contactEmailAddress'
export const ticketSchema = z.object({
  id: idSchema,
  summary: textSchema,
  status: referenceSchema,
  company: referenceSchema.nullish(),
  board: referenceSchema,
  closedFlag: flagSchema,
  initialDescription: textSchema,
  contactName: textSchema,
  contactEmailAddress: textSchema,
})
export type TicketRecord = z.infer<typeof ticketSchema>

export const note_fields =
  'id,text,detailDescriptionFlag,internalAnalysisFlag,resolutionFlag,member/name,contact/name,createdBy,dateCreated'
export const noteSchema = z.object({
  id: idSchema,
  text: z.string().nullish(),
  detailDescriptionFlag: flagSchema,
  internalAnalysisFlag: flagSchema,
  resolutionFlag: flagSchema,
  member: z.object({ name: textSchema }).nullish(),
  contact: z.object({ name: textSchema }).nullish(),
  createdBy: textSchema,
  dateCreated: z.string().refine((time) => !Number.isNaN(Date.parse(time))),
})
export type NoteRecord = z.infer<typeof noteSchema>

export const status_fields = 'id,name,sortOrder,inactive,closedStatus'
export const statusSchema = z.object({
  id: idSchema,
  name: textSchema,
  sortOrder: z.number().nullish(),
  inactive: flagSchema,
  closedStatus: flagSchema,
})
export type StatusRecord = z.infer<typeof statusSchema>

export const boardSchema = z.object({ id: idSchema, name: textSchema, inactiveFlag: flagSchema })
export const createdSchema = z.object({ id: idSchema })
export const deviceSchema = z.object({ id: idSchema, name: textSchema })
export const infoSchema = z.object({ version: textSchema })

export function asNamed({ id, name }: Reference): Named {
  return { id: `${id}`, name: name ?? `${id}` }
}

export function asNote(note: NoteRecord): TicketNote {
  return {
    id: `${note.id}`,
    text: note.text ?? '',
    kind: kindOf(note),
    author: note.member?.name ?? note.contact?.name ?? note.createdBy,
    created_at: new Date(note.dateCreated).toISOString(),
  }
}

function kindOf({ resolutionFlag, internalAnalysisFlag }: NoteRecord): NoteKind {
  if (resolutionFlag) return 'resolution'
  return internalAnalysisFlag ? 'internal' : 'discussion'
}
