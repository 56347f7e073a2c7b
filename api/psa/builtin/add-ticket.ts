import type { Tx } from '../../../db/in-account.ts'
import { found } from '../../errors.ts'
import type { Ticket } from '../provider.ts'
import { asTicket } from './board.ts'
import { insertTicket, lockNumbers } from './rows.ts'

export type NewTicket = {
  summary: string
  description?: string | undefined
  company?: string | undefined
  contact?: string | undefined
}

/** Adds a ticket to the built-in board, under a number that no other has, of several at once, too. */
export async function addTicket(
  tx: Tx,
  { account_id, user_id }: { account_id: string; user_id: string },
  { summary, description, company, contact }: NewTicket,
): Promise<Ticket> {
  tx.atCommit(lockNumbers(tx, account_id))
  const [row] = await insertTicket(tx, {
    account_id,
    created_by: user_id,
    summary: summary.trim(),
    description: said(description),
    company: said(company),
    contact: said(contact),
  })
  return asTicket(found(row))
}

const said = (text: string | undefined) => text?.trim() || null
