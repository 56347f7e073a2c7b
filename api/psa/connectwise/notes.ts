import * as z from 'zod'
import { type NewNote, type PsaCapabilities, PsaFailure, type TicketNote } from '../provider.ts'
import type { Connection } from './connection.ts'
import { asNote, createdSchema, note_fields, noteSchema } from './records.ts'
import { ticketQuestion } from './ticket-question.ts'

/** ConnectWise publishes no limit for a note; this is more than anybody reads, and far below what it has been seen to keep. */
export const capabilities: PsaCapabilities = {
  note_format: 'plain',
  longest_note: 10_000,
  visibilities: ['discussion', 'internal', 'resolution'],
}

export async function listNotes(connection: Connection, ref: string): Promise<TicketNote[]> {
  const { path, what } = ticketQuestion(ref)
  const question = { path: `${path}/notes`, fields: note_fields, query: { orderBy: 'id' }, what }
  const notes = (await connection.list(question, noteSchema)).map(asNote)
  return notes.toSorted((one, other) => one.created_at.localeCompare(other.created_at))
}

export async function postNote(connection: Connection, ref: string, note: NewNote): Promise<{ id: string }> {
  const { path, what } = ticketQuestion(ref)
  const body = { text: note.text, ...flagsFor(note) }
  if (note.text.length > capabilities.longest_note) {
    throw new PsaFailure('not_accepted', 'The note is longer than FlowPilot posts to ConnectWise.', false)
  }
  const { id } = await connection.post(`${path}/notes`, body, createdSchema, { path, fields: 'id', what })
  return { id: `${id}` }
}

/**
 * What a customer said first: where a ticket's own description went. Null when there is none, and when the notes can't
 * be read: the ticket is worth showing without it.
 */
export async function firstDiscussion(connection: Connection, id: number): Promise<string | null> {
  const { path, what } = ticketQuestion(`${id}`)
  const query = { conditions: 'detailDescriptionFlag = true', orderBy: 'id', page: '1', pageSize: '1' }
  const question = { path: `${path}/notes`, fields: note_fields, query, what }
  const notes = await connection.get(question, z.array(noteSchema)).catch((failure) => {
    if (failure instanceof PsaFailure) return []
    throw failure
  })
  return notes.find(({ detailDescriptionFlag }) => detailDescriptionFlag)?.text ?? null
}

// Every flag, always: what is left out is decided by the board's own settings, and some of them mail the customer.
function flagsFor({ kinds }: NewNote) {
  const is_internal = kinds.includes('internal')
  if (kinds.length === 0) throw new Error('A note is for somebody')
  if (is_internal && kinds.some((kind) => kind !== 'internal')) throw new Error('An internal note is nothing else')
  return {
    detailDescriptionFlag: kinds.includes('discussion'),
    internalAnalysisFlag: is_internal,
    resolutionFlag: kinds.includes('resolution'),
    processNotifications: false,
    customerUpdatedFlag: false,
  }
}
