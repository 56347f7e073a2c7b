import type { Settings } from './connection.ts'
import type { SetFault } from './faults.ts'
import type {
  Board,
  BoardStatus,
  Company,
  Configuration,
  Contact,
  Member,
  Note,
  Priority,
  Site,
  Ticket,
  TimeEntry,
} from './records.ts'
import type { RecordedRequest } from './requests.ts'

/** Everything that the simulator knows. Records are replaced and never changed, so an answer stays as it was given. */
export type World = {
  settings: Settings
  boards: Board[]
  statuses: BoardStatus[]
  priorities: Priority[]
  companies: Company[]
  sites: Site[]
  contacts: Contact[]
  members: Member[]
  configurations: Configuration[]
  tickets: Ticket[]
  /** Of deleted tickets too: a test still counts them. */
  notes: Note[]
  time_entries: TimeEntry[]
  /** Which devices hang on which tickets. */
  ticket_configurations: { ticket_id: number; configuration_id: number }[]
  /** Tickets whose workflow mails every note to the contact that is posted with `processNotifications`, internal or not. */
  mailing_tickets: number[]
  /** Until when a note is missing from the lists: its id, and milliseconds since 1970. */
  unlisted_until: Map<number, number>
  /** What a workflow will do, at a time in milliseconds since 1970. */
  due: { at: number; act: () => void }[]
  faults: SetFault[]
  requests: RecordedRequest[]
  mails: Mail[]
  history: Happening[]
}

export type Mail = { ticket_id: number; note_id: number; to: string; text: string }

/** In the order in which it happened. `detail` is the note's id, the change, or the request's method and path. */
export type Happening = {
  what:
    | 'request'
    | 'note_added'
    | 'note_changed'
    | 'note_deleted'
    | 'ticket_added'
    | 'ticket_changed'
    | 'ticket_deleted'
    | 'time_entered'
    | 'mail_sent'
  ticket_id: number | null
  by: 'api' | 'workflow' | 'somebody'
  detail: string
}

/** Does what has come due; before anybody looks at the world. */
export function catchUp(world: World) {
  const now = Date.now()
  const come = world.due.filter(({ at }) => at <= now)
  world.due = world.due.filter(({ at }) => at > now)
  for (const { act } of come) act()
}

export function remember(
  world: World,
  what: Happening['what'],
  by: Happening['by'],
  ticket_id: number | null,
  detail = '',
) {
  world.history.push({ what, by, ticket_id, detail })
}

export const nextId = (records: { id: number }[], first: number) =>
  records.reduce((id, record) => Math.max(id, record.id + 1), first)

export function replaceTicket(world: World, ticket: Ticket, by: Happening['by'], detail: string) {
  const changed = { ...ticket, _info: { ...ticket._info, lastUpdated: timestamp() } }
  world.tickets = world.tickets.map((each) => (each.id === ticket.id ? changed : each))
  remember(world, 'ticket_changed', by, ticket.id, detail)
  return changed
}

/** ConnectWise's times have whole seconds: two notes of one moment cannot be told apart by them. */
export const timestamp = (at = Date.now()) => `${new Date(at).toISOString().slice(0, 19)}Z`
