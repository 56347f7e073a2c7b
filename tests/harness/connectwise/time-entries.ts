import { api_member } from './connection.ts'
import { ticketOf } from './happenings.ts'
import type { TimeEntry } from './records.ts'
import { type Reply, refuseField } from './reply.ts'
import { type Call, sentObject } from './requests.ts'
import { nextId, remember, timestamp, type World } from './world.ts'

/** The entries of a ticket, as references. */
export function entriesOf(world: World, ticket_id: number) {
  const { id } = ticketOf(world, ticket_id)
  return world.time_entries.filter(({ ticket }) => ticket?.id === id).map((entry) => ({ id: entry.id }))
}

export function postTimeEntry(world: World, call: Call): Reply {
  const { timeStart, timeEnd, chargeToId, chargeToType, notes } = sentObject(call, 'timeEntry')
  if (typeof timeStart !== 'string') {
    throw refuseField('timeEntry', 'timeStart', 'MissingRequiredField', 'The timeStart field is required.')
  }
  const ticket =
    chargeToType === 'ServiceTicket' && typeof chargeToId === 'number' ? ticketOf(world, chargeToId) : undefined
  const entry: TimeEntry = {
    id: nextId(world.time_entries, 3001),
    timeStart,
    timeEnd: optionalText(timeEnd),
    notes: optionalText(notes),
    chargeToType: optionalText(chargeToType),
    chargeToId: typeof chargeToId === 'number' ? chargeToId : undefined,
    member: api_member,
    company: ticket?.company,
    ticket: ticket && { id: ticket.id, summary: ticket.summary },
    dateEntered: timestamp(),
    enteredBy: api_member.identifier,
    status: 'Open',
  }
  world.time_entries.push(entry)
  remember(world, 'time_entered', 'api', ticket?.id ?? null, `${entry.id}`)
  return { status: 201, body: entry }
}

const optionalText = (value: unknown) => (typeof value === 'string' ? value : undefined)
