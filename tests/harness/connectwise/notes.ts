import { api_member } from './connection.ts'
import { troubleOf } from './faults.ts'
import { addNote, ticketOf } from './happenings.ts'
import { list, one } from './listing.ts'
import { type PatchOperation, patchOperations } from './patch.ts'
import type { Note, NoteFlags, Ticket } from './records.ts'
import { notFound, type Reply, refuseField } from './reply.ts'
import { type Call, sentObject } from './requests.ts'
import { remember, timestamp, type World } from './world.ts'

const flags = [
  'detailDescriptionFlag',
  'internalAnalysisFlag',
  'resolutionFlag',
  'processNotifications',
  'customerUpdatedFlag',
] as const satisfies (keyof NoteFlags)[]

export function listNotes(world: World, call: Call, ticket_id: number): Reply {
  const { id } = ticketOf(world, ticket_id)
  const now = Date.now()
  const is_listed = (note: Note) => note.ticketId === id && (world.unlisted_until.get(note.id) ?? 0) <= now
  return list(call, world.notes.filter(is_listed))
}

export function getNote(world: World, call: Call, ticket_id: number, id: number): Reply {
  return one(call, noteOf(world, ticket_id, id))
}

export function postNote(world: World, call: Call, ticket_id: number): Reply {
  const ticket = ticketOf(world, ticket_id)
  const sent = sentObject(call, 'serviceNote')
  const longest = troubleOf(call.struck_by, 'note_clamped')?.to ?? Number.POSITIVE_INFINITY
  const text = checkText(sent.text).slice(0, longest)
  const by_api = { createdBy: api_member.identifier, member: api_member }
  const note = addNote(world, ticket.id, { text, ...sentFlags(sent), ...by_api }, 'api')
  const late = troubleOf(call.struck_by, 'note_listed_late')
  if (late) world.unlisted_until.set(note.id, Date.now() + late.after_ms)
  mailIfAsked(world, ticket, note)
  return { status: 201, body: note }
}

export function patchNote(world: World, call: Call, ticket_id: number, id: number): Reply {
  const before = noteOf(world, ticket_id, id)
  const changed = patchOperations(call.body, 'serviceNote').reduce(withChange, before)
  const note = { ...changed, _info: { lastUpdated: timestamp(), updatedBy: api_member.identifier } }
  world.notes = world.notes.map((each) => (each.id === id ? note : each))
  remember(world, 'note_changed', 'api', ticket_id, `${id}`)
  return one(call, note)
}

export function deleteNote(world: World, ticket_id: number, id: number): Reply {
  const gone = noteOf(world, ticket_id, id)
  world.notes = world.notes.filter((each) => each.id !== gone.id)
  remember(world, 'note_deleted', 'api', ticket_id, `${id}`)
  return { status: 204 }
}

function noteOf(world: World, ticket_id: number, id: number): Note {
  const ticket = ticketOf(world, ticket_id)
  const note = world.notes.find((each) => each.id === id && each.ticketId === ticket.id)
  if (!note) throw notFound('ServiceNote', id)
  return note
}

function checkText(text: unknown): string {
  if (typeof text === 'string' && text.trim() !== '') return text
  throw refuseField('serviceNote', 'text', 'MissingRequiredField', 'The text field is required.')
}

function sentFlags(sent: Record<string, unknown>): Partial<NoteFlags> {
  return Object.fromEntries(flags.flatMap((name) => (name in sent ? [[name, checkFlag(name, sent[name])]] : [])))
}

function checkFlag(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw refuseField('serviceNote', name, 'InvalidFormat', `${name} is true or false.`)
}

function withChange(note: Note, { path, value }: PatchOperation): Note {
  if (path === 'text') return { ...note, text: checkText(value) }
  const flag = flags.find((name) => name === path)
  if (flag) return { ...note, [flag]: checkFlag(flag, value) }
  if (path.includes('/')) return note
  throw refuseField('serviceNote', path, 'InvalidPath', `There is no ${path}.`)
}

/** The rule of a careless board: whoever asks for notifications mails the contact, whatever kind of note it is. */
function mailIfAsked(world: World, ticket: Ticket, note: Note) {
  if (!note.processNotifications || !world.mailing_tickets.includes(ticket.id)) return
  const to = ticket.contactEmailAddress ?? ''
  world.mails.push({ ticket_id: ticket.id, note_id: note.id, to, text: note.text })
  remember(world, 'mail_sent', 'workflow', ticket.id, `${note.id}`)
}
