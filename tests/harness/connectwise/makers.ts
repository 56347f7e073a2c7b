import { addNote, calling, named, standing, statusesOf } from './happenings.ts'
import type { Board, BoardStatus, Priority, Ticket } from './records.ts'
import { nextId, remember, timestamp, type World } from './world.ts'

export type NewBoard = { name: string; statuses: NewStatus[] }
type NewStatus = { name: string; closed?: boolean; default?: boolean; inactive?: boolean }

/** Clients, boards and statuses by their names; what is left out is Acme Dental's, on the Service Desk, in its default status. */
export type NewTicket = {
  id?: number
  summary?: string
  company?: string
  board?: string
  status?: string
  /** ConnectWise keeps it as the first note. */
  description?: string
  /** Whether its workflow mails the contact every note that is posted with `processNotifications`. */
  mails_customer?: boolean
}

export type MadeBoard = Board & { statuses: BoardStatus[] }

/** Adds a board with its statuses, in this order; a board without a default starts with its first. */
export function makeBoard(world: World, { name, statuses }: NewBoard): MadeBoard {
  const board: Board = {
    id: nextId(world.boards, 21),
    name,
    location: { id: 2, name: 'Portland' },
    department: { id: 10, identifier: 'Services', name: 'Professional Services' },
    inactiveFlag: false,
    projectFlag: false,
  }
  world.boards.push(board)
  const made = statuses.map((status, index) => makeStatus(world, board, status, index))
  return { ...board, statuses: made }
}

function makeStatus(world: World, { id, name }: Board, given: NewStatus, index: number): BoardStatus {
  const closed = given.closed ?? false
  const status: BoardStatus = {
    id: nextId(world.statuses, 516),
    name: given.name,
    board: { id, name },
    sortOrder: index + 1,
    displayOnBoard: !closed,
    inactive: given.inactive ?? false,
    closedStatus: closed,
    timeEntryNotAllowed: false,
    defaultFlag: given.default ?? false,
    escalationStatus: closed ? 'Resolved' : 'NotResponded',
    customerPortalFlag: true,
  }
  world.statuses.push(status)
  return status
}

/** Adds a ticket, with its description as the first note. */
export function makeTicket(world: World, given: NewTicket): Ticket {
  const board = named(world.boards, given.board ?? 'Service Desk')
  const statuses = statusesOf(world, board.id)
  const usual = statuses.find(({ defaultFlag }) => defaultFlag) ?? statuses[0]
  const company = named(world.companies, given.company ?? 'Acme Dental')
  const priority: Priority = named(world.priorities, 'Priority 3 - Normal')
  const id = given.id ?? nextId(world.tickets, 48_300)
  if (world.tickets.some((each) => each.id === id)) throw new Error(`There is a ticket ${id}`)
  const ticket: Ticket = {
    id,
    summary: given.summary ?? 'Printer is offline',
    recordType: 'ServiceTicket',
    ...standing(board, named(statuses, given.status ?? usual?.name ?? '')),
    ...calling(
      company,
      world.contacts.find((each) => each.company.id === company.id),
    ),
    priority: { id: priority.id, name: priority.name, sort: priority.sortOrder, level: priority.level },
    customerUpdatedFlag: false,
    automaticEmailContactFlag: false,
    _info: { dateEntered: timestamp(), enteredBy: 'mreyes', lastUpdated: timestamp(), updatedBy: 'mreyes' },
  }
  world.tickets.push(ticket)
  remember(world, 'ticket_added', 'somebody', id)
  const text = given.description ?? ticket.summary
  addNote(world, id, { text, detailDescriptionFlag: true, issueFlag: true }, 'somebody')
  if (given.mails_customer) world.mailing_tickets.push(id)
  return ticket
}
