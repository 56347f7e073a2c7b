import { api_member } from './connection.ts'
import type { Interference } from './faults.ts'
import type { Board, BoardStatus, Company, Contact, Note, NoteFlags, Ticket } from './records.ts'
import { notFound } from './reply.ts'
import { type Happening, nextId, remember, replaceTicket, timestamp, type World } from './world.ts'

/** Throws 404 for a ticket that is not there, or is deleted. */
export function ticketOf(world: World, id: number): Ticket {
  const ticket = world.tickets.find((each) => each.id === id)
  if (!ticket) throw notFound('Ticket', id)
  return ticket
}

/** What a ticket says of itself on this board, in this status. */
export function standing(board: Board, status: BoardStatus) {
  const closing = status.closedStatus
    ? { closedDate: timestamp(), closedBy: api_member.identifier }
    : { closedDate: undefined, closedBy: undefined }
  return {
    board: { id: board.id, name: board.name },
    status: { id: status.id, name: status.name, sort: status.sortOrder },
    closedFlag: status.closedStatus,
    ...closing,
  }
}

/** What a ticket says of its client and of who called; the client's first contact unless another is named. */
export function calling(company: Company, contact: Contact | undefined) {
  const name = contact && `${contact.firstName} ${contact.lastName}`
  return {
    company: { id: company.id, identifier: company.identifier, name: company.name },
    contact: contact && { id: contact.id, name: `${name}` },
    contactName: name,
    contactEmailAddress: contact?.communicationItems[0]?.value,
  }
}

export const statusesOf = (world: World, board_id: number) =>
  world.statuses.filter(({ board }) => board.id === board_id).sort((one, other) => one.sortOrder - other.sortOrder)

/** Moves a ticket to a status of its board, by the status's name. */
export function moveTicket(world: World, id: number, status_name: string, by: Happening['by']) {
  const ticket = ticketOf(world, id)
  const board = named(world.boards, ticket.board.name)
  const status = named(statusesOf(world, board.id), status_name)
  return replaceTicket(world, { ...ticket, ...standing(board, status) }, by, `status is ${status_name}`)
}

export function giveTicketTo(world: World, id: number, company_name: string, by: Happening['by']) {
  const company = named(world.companies, company_name)
  const contact = world.contacts.find((each) => each.company.id === company.id)
  const changed = { ...ticketOf(world, id), ...calling(company, contact) }
  return replaceTicket(world, changed, by, `company is ${company_name}`)
}

export function deleteTicket(world: World, id: number, by: Happening['by']) {
  const { id: gone } = ticketOf(world, id)
  world.tickets = world.tickets.filter((each) => each.id !== gone)
  remember(world, 'ticket_deleted', by, id)
}

type NewNote = Partial<NoteFlags> & Pick<Note, 'text'> & Partial<Pick<Note, 'createdBy' | 'member' | 'issueFlag'>>

/** Stores a note with its flags as they are given; those left out are false. */
export function addNote(world: World, ticket_id: number, given: NewNote, by: Happening['by']): Note {
  const created_at = timestamp()
  const createdBy = given.createdBy ?? 'mreyes'
  const note: Note = {
    detailDescriptionFlag: false,
    internalAnalysisFlag: false,
    resolutionFlag: false,
    processNotifications: false,
    customerUpdatedFlag: false,
    issueFlag: false,
    ...given,
    id: nextId(world.notes, 910_001),
    ticketId: ticketOf(world, ticket_id).id,
    internalFlag: given.internalAnalysisFlag ?? false,
    externalFlag: (given.detailDescriptionFlag ?? false) || (given.resolutionFlag ?? false),
    dateCreated: created_at,
    createdBy,
    _info: { lastUpdated: created_at, updatedBy: createdBy },
  }
  world.notes.push(note)
  remember(world, 'note_added', by, ticket_id, `${note.id}`)
  return note
}

/** Does what somebody else did at this moment to the ticket of the request. */
export function interfere(world: World, ticket_id: number, trouble: Interference) {
  const ticket = ticketOf(world, ticket_id)
  switch (trouble.kind) {
    case 'company_changed': {
      const other = world.companies.find(({ id }) => id !== ticket.company.id)
      return giveTicketTo(world, ticket_id, trouble.company ?? other?.name ?? '', 'somebody')
    }
    case 'closed_meanwhile': {
      const closed = statusesOf(world, ticket.board.id).find(({ closedStatus }) => closedStatus)
      return moveTicket(world, ticket_id, trouble.status ?? closed?.name ?? '', 'somebody')
    }
    case 'note_added': {
      const text = trouble.text ?? 'The customer called: it happens at home now, too.'
      return addNote(world, ticket_id, { text, detailDescriptionFlag: true }, 'somebody')
    }
    case 'ticket_deleted':
      return deleteTicket(world, ticket_id, 'somebody')
  }
}

/** The record of this name; throws, so that a test notices a name that does not exist. */
export function named<Named extends { name: string }>(records: Named[], name: string): Named {
  const found = records.find((each) => each.name === name)
  if (!found) throw new Error(`There is no “${name}” among ${records.map((each) => each.name).join(', ')}`)
  return found
}
