import type { Tx } from '../../db/in-account.ts'
import { recordEvent } from '../audit/record.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { Failure } from '../errors.ts'
import { addTicket, type NewTicket } from '../psa/builtin/add-ticket.ts'
import type { Ticket, TicketNote, TicketStatus, TicketSummary } from '../psa/provider.ts'
import { throwPsaFailed } from '../psa/psa-failed.ts'
import type { Psa } from '../psa/registry.ts'
import { selectConnection } from '../psa/rows.ts'

type Listed = { q: string; limit: number; cursor?: string | undefined }

/**
 * A page of the tickets that the PSA finds by their number or summary, newest first, the open ones without words. The
 * cursor is the last ticket's number; throws `invalid` for one that is not in the list (any more).
 */
export async function listTickets(psa: Psa, account: AccountAccess, { q, limit, cursor }: Listed) {
  const { provider } = await psa.connectAs(account).catch(throwPsaFailed)
  const found = await provider.findTickets(q.trim()).catch(throwPsaFailed)
  const rest = cursor === undefined ? found : behind(found, cursor)
  const items = rest.slice(0, limit)
  return { items, next_cursor: rest.length > limit ? (items.at(-1)?.ref ?? null) : null }
}

/** A ticket as the PSA has it now, with all of its notes. */
export async function readTicket(
  psa: Psa,
  account: AccountAccess,
  ref: string,
): Promise<Ticket & { notes: TicketNote[] }> {
  const { provider } = await psa.connectAs(account).catch(throwPsaFailed)
  const asked = Promise.all([provider.fetchTicket(ref), provider.listNotes(ref)])
  const [ticket, notes] = await asked.catch(throwPsaFailed)
  return { ...ticket, notes }
}

/** The statuses that this ticket can be given. */
export async function readStatuses(psa: Psa, account: AccountAccess, ref: string): Promise<{ items: TicketStatus[] }> {
  const { provider } = await psa.connectAs(account).catch(throwPsaFailed)
  const { board } = await provider.fetchTicket(ref).catch(throwPsaFailed)
  return { items: await provider.listStatuses(board.id).catch(throwPsaFailed) }
}

/** Adds a ticket to the built-in board. Throws `conflict` where the account's tickets are in a PSA of its own. */
export async function createTicket(
  tx: Tx,
  { account_id, user_id }: { account_id: string; user_id: string },
  ticket: NewTicket,
): Promise<Ticket & { notes: TicketNote[] }> {
  const [connection] = await selectConnection(tx, account_id)
  if (connection?.provider === 'connectwise') {
    throw new Failure(
      'conflict',
      'This account’s tickets are in ConnectWise. Create the ticket there and link it here.',
    )
  }
  const added = await addTicket(tx, { account_id, user_id }, ticket)
  tx.atCommit(recordEvent(tx, { account_id, user_id, action: 'ticket.created', ticket_ref: added.ref, detail: {} }))
  return { ...added, notes: [] }
}

function behind(found: TicketSummary[], cursor: string): TicketSummary[] {
  const at = found.findIndex(({ ref }) => ref === cursor)
  if (at >= 0) return found.slice(at + 1)
  const message = 'is not one that this list gave'
  throw new Failure('invalid', `cursor: ${message}.`, { errors: [{ path: 'cursor', message }] })
}
