import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownProblems } from '../../api/practice-model/known-problems.ts'
import { recognise } from '../../api/practice-model/recognise.ts'
import { statuses } from '../../api/psa/builtin/board.ts'
import { demoTickets } from '../../db/demo-tickets.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { batchInAccount, inSignIn } from '../../db/in-account.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { ticketNotes } from '../../db/schema/ticket-notes.ts'
import { tickets } from '../../db/schema/tickets.ts'
import { seedDemo } from '../../db/seed.ts'
import { northbeam } from '../harness/world.ts'

const database = await openEmbedded()
afterAll(() => database.close())

let account_id: string
beforeAll(async () => {
  await seedDemo(database)
  const [account] = await inSignIn(database).select().from(accounts).execute()
  account_id = account?.id ?? ''
})

const readAll = () =>
  batchInAccount(database, { account_id }, (tx) => [
    tx.select().from(tickets).where(eq(tickets.account_id, account_id)).orderBy(asc(tickets.number)),
    tx.select().from(ticketNotes).where(eq(ticketNotes.account_id, account_id)),
  ])

test('a new demo account has a dozen tickets of Northbeam’s clients, in every stage', async () => {
  const [rows] = await readAll()
  expect(rows.map(({ number }) => number)).toEqual(demoTickets.map(({ number }) => number))
  expect(rows.length).toBeGreaterThanOrEqual(12)
  expect(new Set(rows.map(({ company }) => company))).toEqual(new Set(northbeam.clients))
  expect(new Set(rows.map(({ status_id }) => status_id))).toEqual(new Set(statuses.map(({ id }) => id)))
  expect(rows).toContainEqual(expect.objectContaining({ number: 48213, summary: 'VPN drops after MFA prompt' }))
})

test('the next start changes nothing of them', async () => {
  const where = and(eq(tickets.account_id, account_id), eq(tickets.number, 48213))
  await batchInAccount(database, { account_id }, (tx) => [
    tx.update(tickets).set({ status_id: 'resolved' }).where(where),
  ])
  const before = await readAll()
  await seedDemo(database)
  expect(await readAll()).toEqual(before)
})

test.each(demoTickets)('the practice model knows what $number is about: $summary', ({ summary, description }) => {
  const none = { open_questions: [], answered_questions: [], skipped_questions: [], open_checks: [] }
  const state = { ...none, recorded_checks: [], skipped_checks: [], facts: [], suggested_fix: null }
  expect(recognise(knownProblems, { words: [`${summary}\n${description}`], replies: [], state })).not.toBeNull()
})
