import type { Database } from './connection.ts'
import { demoTickets } from './demo-tickets.ts'
import { batchInAccount, inSignIn } from './in-account.ts'
import { accounts } from './schema/accounts.ts'
import { members } from './schema/members.ts'
import { ticketNotes } from './schema/ticket-notes.ts'
import { tickets } from './schema/tickets.ts'
import { users } from './schema/users.ts'

export const demo_email = 'mara.reyes@northbeam.example'

const account_id = '0b8f7a52-5a0e-4c6e-9a1d-6f2f5f0c4a11'
const user_id = '5d3c1c7e-93b1-4f0e-8f52-1a7a4d1f2b90'

/** The demo account: Mara Reyes of the MSP Northbeam IT, with tickets of her clients. What is there already stays as it is. */
export async function seedDemo(database: Database): Promise<void> {
  const handle = inSignIn(database)
  await handle
    .insert(users)
    .values({ id: user_id, name: 'Mara Reyes', email: demo_email, email_verified: true })
    .onConflictDoNothing()
  await handle.insert(accounts).values({ id: account_id, name: 'Northbeam IT', slug: account_id }).onConflictDoNothing()
  await handle.insert(members).values({ account_id, user_id, role: 'owner' }).onConflictDoNothing()
  const rows = demoTickets.map(({ notes: _, ...ticket }) => ({ account_id, ...ticket }))
  const notes = demoTickets.flatMap(({ id: ticket_id, notes }) =>
    notes.map((note) => ({ account_id, ticket_id, ...note })),
  )
  await batchInAccount(database, { account_id }, (tx) => [
    tx.insert(tickets).values(rows).onConflictDoNothing(),
    tx.insert(ticketNotes).values(notes).onConflictDoNothing(),
  ])
}
