import { baseOf } from './connection.ts'
import { ticketOf } from './happenings.ts'
import { list, one } from './listing.ts'
import { deleteNote, getNote, listNotes, patchNote, postNote } from './notes.ts'
import { errorReply, htmlReply, notFound, Refusal, type Reply } from './reply.ts'
import { type Call, checkCaller } from './requests.ts'
import { getTicket, listTickets, patchTicket } from './tickets.ts'
import { entriesOf, postTimeEntry } from './time-entries.ts'
import { catchUp, type World } from './world.ts'

type Operation = (world: World, call: Call, parent_id: number, id: number) => Reply

/** By the names that ConnectWise's published interface has for them. */
export const operations: Record<string, Operation> = {
  'GET /service/tickets': listTickets,
  'GET /service/tickets/{id}': getTicket,
  'PATCH /service/tickets/{id}': patchTicket,
  'GET /service/tickets/{parentId}/notes': listNotes,
  'POST /service/tickets/{parentId}/notes': postNote,
  'GET /service/tickets/{parentId}/notes/{id}': getNote,
  'PATCH /service/tickets/{parentId}/notes/{id}': patchNote,
  'DELETE /service/tickets/{parentId}/notes/{id}': (world, _, ticket_id, id) => deleteNote(world, ticket_id, id),
  'GET /service/tickets/{parentId}/configurations': (world, call, id) => list(call, devicesOf(world, id)),
  'GET /service/tickets/{parentId}/timeentries': (world, call, id) => list(call, entriesOf(world, id)),
  'GET /service/boards': (world, call) => list(call, world.boards),
  'GET /service/boards/{id}': (world, call, id) => one(call, byId('Board', world.boards, id)),
  'GET /service/boards/{parentId}/statuses': (world, call, id) => list(call, statusesOn(world, id)),
  'GET /service/boards/{parentId}/statuses/{id}': (world, call, board_id, id) =>
    one(call, byId('Status', statusesOn(world, board_id), id)),
  'GET /service/priorities': (world, call) => list(call, world.priorities),
  'GET /company/companies': (world, call) => list(call, world.companies),
  'GET /company/companies/{id}': (world, call, id) => one(call, byId('Company', world.companies, id)),
  'GET /company/companies/{parentId}/sites': (world, call, id) => list(call, sitesOf(world, id)),
  'GET /company/contacts': (world, call) => list(call, world.contacts),
  'GET /company/contacts/{id}': (world, call, id) => one(call, byId('Contact', world.contacts, id)),
  'GET /company/configurations': (world, call) => list(call, world.configurations),
  'GET /company/configurations/{id}': (world, call, id) => one(call, byId('Configuration', world.configurations, id)),
  'GET /time/entries': (world, call) => list(call, world.time_entries),
  'POST /time/entries': postTimeEntry,
  'GET /system/members': (world, call) => list(call, world.members),
  'GET /system/info': (_, call) => one(call, system_info),
}

const system_info = { version: 'v2026.4.12345', isCloud: true, serverTimeZone: 'UTC', cloudRegion: 'NA' }

const routes = Object.entries(operations).map(([name, operation]) => {
  const [method, path = ''] = name.split(' ')
  return { method, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '(\\d+)')}$`), operation }
})

/** Does what the call asks for; an operation that refuses changes nothing. */
export function operate(world: World, call: Call): Reply {
  catchUp(world)
  try {
    const company = call.path.match(/^\/login\/companyinfo\/([^/]+)$/)?.[1]
    if (call.base === '' && company !== undefined) return companyInfo(world, call, decodeURIComponent(company))
    if (call.base !== baseOf(world.settings)) return htmlReply(404, 'The page cannot be found')
    checkCaller(call, world.settings)
    const route = routes.find(({ method, pattern }) => method === call.method && pattern.test(call.path))
    if (!route) return errorReply(404, 'NotFound', `There is no ${call.method} ${call.path}`)
    const [, parent_id, id] = call.path.match(route.pattern) ?? []
    return route.operation(world, call, Number(parent_id), Number(id))
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

/** Who lives where; it is asked without keys. ConnectWise answers null for a company that it does not know. */
function companyInfo({ settings }: World, call: Call, company: string): Reply {
  if (company !== 'northbeam') return { status: 200, body: null }
  const host = settings.site_url ?? call.url.host
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: {
      CompanyName: 'Northbeam IT',
      Codebase: settings.codebase,
      VersionCode: 'v2026.4',
      VersionNumber: 'v4.6.112233',
      CompanyID: company,
      IsCloud: true,
      SiteUrl: host,
    },
  }
}

function byId<Known extends { id: number }>(what: string, records: Known[], id: number): Known {
  const record = records.find((each) => each.id === id)
  if (!record) throw notFound(what, id)
  return record
}

function statusesOn(world: World, board_id: number) {
  const { id } = byId('Board', world.boards, board_id)
  return world.statuses.filter(({ board }) => board.id === id)
}

function sitesOf(world: World, company_id: number) {
  const { id } = byId('Company', world.companies, company_id)
  return world.sites.filter(({ company }) => company.id === id)
}

function devicesOf(world: World, ticket_id: number) {
  const { id } = ticketOf(world, ticket_id)
  const ids = world.ticket_configurations.filter((each) => each.ticket_id === id).map((each) => each.configuration_id)
  const devices = world.configurations.filter((each) => ids.includes(each.id))
  return devices.map((each) => ({ id: each.id, deviceIdentifier: each.deviceIdentifier }))
}
