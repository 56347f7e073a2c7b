import { troubleOf } from './faults.ts'
import { calling, moveTicket, standing, statusesOf, ticketOf } from './happenings.ts'
import { list, one } from './listing.ts'
import { type PatchOperation, patchOperations } from './patch.ts'
import type { Ticket } from './records.ts'
import { type Reply, refuseField } from './reply.ts'
import type { Call } from './requests.ts'
import { replaceTicket, type World } from './world.ts'

export const listTickets = (world: World, call: Call) => list(call, world.tickets)
export const getTicket = (world: World, call: Call, id: number) => one(call, ticketOf(world, id))

export function patchTicket(world: World, call: Call, id: number): Reply {
  const before = ticketOf(world, id)
  const asked = patchOperations(call.body, 'ticket')
  const changed = asked.reduce((ticket, operation) => withChange(world, ticket, operation), before)
  const ticket = replaceTicket(world, changed, 'api', asked.map(({ path }) => path).join(', '))
  const undone = troubleOf(call.struck_by, 'status_undone')
  if (undone) moveLater(world, ticket, undone.to ?? before.status.name, undone.after_ms ?? 0)
  return one(call, ticket)
}

/** A workflow rule: it leaves a ticket alone that has gone elsewhere since. */
function moveLater(world: World, { id, status }: Ticket, to: string, after_ms: number) {
  const act = () => {
    const now = world.tickets.find((each) => each.id === id)
    if (now?.status.id === status.id) moveTicket(world, id, to, 'workflow')
  }
  world.due.push({ at: Date.now() + after_ms, act })
}

function withChange(world: World, ticket: Ticket, { op, path, value }: PatchOperation): Ticket {
  // The trap that is worth a simulator: `status/id` is accepted, and nothing happens.
  if (path.includes('/')) return ticket
  const change = Object.hasOwn(changes, path) ? changes[path] : undefined
  if (!change) throw refuseField('ticket', path, 'InvalidPath', `There is no ${path} to change.`)
  if (op === 'remove') throw refuseField('ticket', path, 'MissingRequiredField', `The ${path} field is required.`)
  return change(world, ticket, value)
}

const changes: Record<string, (world: World, ticket: Ticket, value: unknown) => Ticket> = {
  summary(_, ticket, value) {
    if (typeof value === 'string' && value !== '' && value.length <= 100) return { ...ticket, summary: value }
    throw refuseField('ticket', 'summary', 'MaxLengthField', 'The field summary is a string of 1 to 100 characters.')
  },
  status(world, ticket, value) {
    const id = referenceIn('status', value)
    const status = statusesOf(world, ticket.board.id).find((each) => each.id === id)
    const board = world.boards.find((each) => each.id === ticket.board.id)
    if (status && board) return { ...ticket, ...standing(board, status) }
    const message = `Service Status ${id} not found for Service Board ${ticket.board.id}`
    throw refuseField('ticket', 'status/id', 'NotFound', message)
  },
  board(world, ticket, value) {
    const board = found('board', world.boards, value)
    const statuses = statusesOf(world, board.id)
    const status = statuses.find(({ defaultFlag }) => defaultFlag) ?? statuses[0]
    return status ? { ...ticket, ...standing(board, status) } : ticket
  },
  company(world, ticket, value) {
    const company = found('company', world.companies, value)
    return {
      ...ticket,
      ...calling(
        company,
        world.contacts.find((each) => each.company.id === company.id),
      ),
    }
  },
  priority(world, ticket, value) {
    const { id, name, sortOrder, level } = found('priority', world.priorities, value)
    return { ...ticket, priority: { id, name, sort: sortOrder, level } }
  },
  owner(world, ticket, value) {
    const { id, identifier, firstName, lastName } = found('owner', world.members, value)
    return { ...ticket, owner: { id, identifier, name: `${firstName} ${lastName}` } }
  },
}

function found<Found extends { id: number }>(field: string, records: Found[], value: unknown): Found {
  const id = referenceIn(field, value)
  const record = records.find((each) => each.id === id)
  if (!record) throw refuseField('ticket', `${field}/id`, 'NotFound', `${field} ${id} not found.`)
  return record
}

/** A reference is replaced whole: `{"id": 123}`. */
function referenceIn(field: string, value: unknown): number {
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number') return value.id
  throw refuseField('ticket', field, 'InvalidReference', `The ${field} field is a reference with an id.`)
}
