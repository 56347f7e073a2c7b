import type { Outbound } from '../outbound/outbound.ts'
import type { PsaProvider } from '../provider.ts'
import { info_path, openConnection } from './connection.ts'
import { renderForConnectWise } from './note-text.ts'
import { capabilities, listNotes, postNote } from './notes.ts'
import { prefill } from './prefill.ts'
import { asNamed, boardSchema, infoSchema } from './records.ts'
import type { ConnectWiseOptions, ConnectWiseSettings } from './settings.ts'
import { openStatuses } from './statuses.ts'
import { fetchTicket, findTickets, setStatus } from './tickets.ts'

/** An account's ConnectWise. It asks nothing until it is asked; then it remembers its boards' statuses while it lives. */
export function connectWise(
  settings: ConnectWiseSettings,
  outbound: Outbound,
  options: ConnectWiseOptions = {},
): PsaProvider {
  const connection = openConnection(settings, outbound, options)
  const desk = { connection, statuses: openStatuses(connection), company_id: settings.company_id }

  return {
    capabilities,
    renderNote: renderForConnectWise,
    findTickets: (words) => findTickets(desk, words),
    fetchTicket: (ref) => fetchTicket(desk, ref),
    listNotes: (ref) => listNotes(connection, ref),
    listStatuses: (board_id) => desk.statuses.choices(board_id),
    postNote: (ref, note) => postNote(connection, ref, note),
    setStatus: (ref, status_id) => setStatus(connection, ref, status_id),
    prefill: (ref) => prefill(connection, ref),

    async listBoards() {
      const question = { path: '/service/boards', fields: 'id,name,inactiveFlag', query: { orderBy: 'name' } }
      const boards = await connection.list({ ...question, what: 'boards' }, boardSchema)
      return boards.filter(({ inactiveFlag }) => !inactiveFlag).map(asNamed)
    },

    async probe() {
      const question = { path: info_path, fields: 'version', what: 'system information' }
      const { version } = await connection.get(question, infoSchema)
      return `ConnectWise ${version ?? ''} answered at ${new URL(connection.origin()).host}.`.replace('  ', ' ')
    },
  }
}
