import { type Database, DatabaseAway } from '../../../db/connection.ts'
import { batchInAccount, inAccount } from '../../../db/in-account.ts'
import { wordsOf } from '../../../db/term-search.ts'
import { type NewNote, type PrefillValue, PsaFailure, type PsaProvider } from '../provider.ts'
import { asNote, asSummary, asTicket, board, open_statuses, statuses } from './board.ts'
import { longest_note, renderNote } from './note-text.ts'
import {
  insertNote,
  lockTicket,
  selectNotes,
  selectTicket,
  selectTicketsIn,
  selectTicketsOf,
  type TicketRow,
  updateTicket,
} from './rows.ts'

const most_found = 25

/** The account's own ticket board, in the product's database. A database that can't be reached is `DatabaseAway`, but for writes. */
export function builtinBoard(database: Database, account_id: string): PsaProvider {
  const access = { account_id }

  async function readTicket(ref: string): Promise<TicketRow> {
    const number = numberOf(ref)
    const [[row]] = await batchInAccount(database, access, (tx) => [selectTicket(tx, account_id, number)])
    return foundTicket(row, ref)
  }

  return {
    capabilities: { note_format: 'markdown', longest_note, visibilities: ['discussion', 'internal', 'resolution'] },
    renderNote,

    async findTickets(text) {
      const words = wordsOf(text)
      const number = words.length === 1 ? readNumber(words[0]?.replace(/^#/, '') ?? '') : null
      const [rows] = await batchInAccount(database, access, (tx) => [
        words.length === 0
          ? selectTicketsIn(tx, account_id, open_statuses, most_found)
          : selectTicketsOf(tx, account_id, words, number, most_found),
      ])
      return rows.map(asSummary)
    },

    fetchTicket: async (ref) => asTicket(await readTicket(ref)),

    async listNotes(ref) {
      const number = numberOf(ref)
      const [[row], rows] = await batchInAccount(database, access, (tx) => [
        selectTicket(tx, account_id, number),
        selectNotes(tx, account_id, number),
      ])
      foundTicket(row, ref)
      return rows.map(({ note }) => asNote(note))
    },

    listBoards: async () => [board],

    async listStatuses(board_id) {
      if (board_id !== board.id) throw new PsaFailure('not_found', 'There is no such board.', false)
      return [...statuses]
    },

    postNote: (ref, note) =>
      writing(async () => {
        const number = numberOf(ref)
        mustBePostable(note)
        return await inAccount(database, access, async (tx) => {
          const [row] = await lockTicket(tx, account_id, number)
          const { id: ticket_id } = foundTicket(row, ref)
          const id = crypto.randomUUID()
          const { text, kinds } = note
          tx.atCommit(insertNote(tx, { id, account_id, ticket_id, text, kinds: [...kinds], author: 'FlowPilot' }))
          tx.atCommit(updateTicket(tx, account_id, number, {}))
          return { id }
        })
      }),

    setStatus: (ref, status_id) =>
      writing(async () => {
        const number = numberOf(ref)
        if (!statuses.some(({ id }) => id === status_id)) {
          throw new PsaFailure('not_accepted', `The board ${board.name} has no such status.`, false)
        }
        const [[row]] = await batchInAccount(database, access, (tx) => [
          updateTicket(tx, account_id, number, { status_id }),
        ])
        foundTicket(row, ref)
      }),

    async prefill(ref) {
      const { company, contact } = await readTicket(ref)
      const is_address = contact?.includes('@') ?? false
      return [
        ...from(ref, 'company', 'company_name', company),
        ...from(ref, 'contact', is_address ? 'contact_email' : 'contact_name', contact),
      ]
    },

    async probe() {
      await batchInAccount(database, access, (tx) => [selectTicketsIn(tx, account_id, open_statuses, 1)])
      return 'The built-in ticket board answered.'
    },
  }
}

const from = (ref: string, part: string, key: string, value: string | null): PrefillValue[] =>
  value ? [{ key, value, origin_ref: `ticket ${ref}, ${part}` }] : []

/** The number that a reference is, or null for text that can't be one. */
function readNumber(ref: string): number | null {
  const number = /^[1-9]\d{0,9}$/.test(ref) ? Number(ref) : null
  return number !== null && number < 2 ** 31 ? number : null
}

const numberOf = (ref: string): number => foundTicket(readNumber(ref), ref)

function foundTicket<Found>(row: Found | null | undefined, ref: string): Found {
  if (row === null || row === undefined) throw new PsaFailure('not_found', `There is no ticket ${ref}.`, false)
  return row
}

function mustBePostable({ text, kinds }: NewNote) {
  if (kinds.length === 0) throw new Error('A note is for somebody')
  if (kinds.includes('internal') && kinds.length > 1) throw new Error('An internal note is nothing else')
  if (text.length > longest_note)
    throw new PsaFailure('not_accepted', 'The note is longer than the board keeps.', false)
}

/** A database that goes away in the middle of a write leaves it open whether the write was done. */
async function writing<Done>(work: () => Promise<Done>): Promise<Done> {
  try {
    return await work()
  } catch (cause) {
    const is_away = [cause, (cause as Error).cause].some((error) => error instanceof DatabaseAway)
    if (!is_away) throw cause
    throw new PsaFailure('unreachable', 'The database can’t be reached.', true, { cause })
  }
}
