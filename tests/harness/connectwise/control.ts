import { baseOf, type Settings } from './connection.ts'
import type { Fault } from './faults.ts'
import { addNote, deleteTicket, giveTicketTo, moveTicket } from './happenings.ts'
import { makeBoard, makeTicket, type NewBoard, type NewTicket } from './makers.ts'
import { northbeamWorld } from './northbeam.ts'
import type { Note, NoteFlags } from './records.ts'
import { catchUp, type World } from './world.ts'

/** What a test may do to the simulator and learn from it. Each function is a route below `/__control/`. */
export function controlOf(world: World) {
  const seen = <Found>(look: () => Found) => {
    catchUp(world)
    return look()
  }
  return {
    /** Adds a board, and answers it with its statuses. */
    board: (given: NewBoard) => makeBoard(world, given),
    /** Adds a ticket; every part of it is optional. */
    ticket: (given: NewTicket = {}) => makeTicket(world, given),
    /** Somebody else adds a note; it is mreyes unless `createdBy` says another. */
    note: (ticket_id: number, given: Partial<NoteFlags> & Pick<Note, 'text'> & { createdBy?: string }) =>
      addNote(world, ticket_id, given, 'somebody'),
    /** Somebody else moves the ticket, by the name of a status of its board. */
    move: (ticket_id: number, status: string) => moveTicket(world, ticket_id, status, 'somebody'),
    /** Somebody else gives the ticket to another client, by its name. */
    giveTo: (ticket_id: number, company: string) => giveTicketTo(world, ticket_id, company, 'somebody'),
    deleteTicket: (ticket_id: number) => deleteTicket(world, ticket_id, 'somebody'),
    /** The ticket as it is now; null when it is deleted. */
    ticketOf: (ticket_id: number) => seen(() => world.tickets.find(({ id }) => id === ticket_id) ?? null),
    /** Every note of a ticket, the description and what the lists do not show yet included, in the order of posting. */
    notesOf: (ticket_id: number) => seen(() => world.notes.filter(({ ticketId }) => ticketId === ticket_id)),
    /** The statuses of a board, by the board's name. */
    statusesOf: (board: string) => world.statuses.filter((status) => status.board.name === board),
    /** Every request in order, those that a fault struck included. */
    requests: () => world.requests,
    mails: () => world.mails,
    /** Everything that happened, in order: requests, notes, changes, mails. */
    history: () => seen(() => world.history),
    /** Sets a fault; several may strike the same request. */
    fault: (fault: Fault) => {
      world.faults.push({ ...fault, seen: 0 })
    },
    clearFaults: () => {
      world.faults = []
    },
    /** Changes settings, and answers with the base path that is right from now on. */
    configure: (settings: Partial<Settings>) => {
      world.settings = { ...world.settings, ...settings }
      return baseOf(world.settings)
    },
    /** Forgets everything, and begins with Northbeam's world again. */
    reset: () => {
      Object.assign(world, northbeamWorld())
    },
  }
}

export type Control = ReturnType<typeof controlOf>
