import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import type { Changes } from '../../../db/changes.ts'
import { pollForChanges } from '../../../db/changes.ts'
import { listenToPostgres } from '../../../db/listen.ts'
import { type Engineer, openBrowser, type ServerEvent } from '../../harness/http.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'

const product = await startProduct()
const listening = await listenToPostgres(product.database.api_url)
const mara: Person = await signUpMara(product)
afterAll(async () => {
  await listening.close()
  await product.close()
})

/** The product with these changes, and a count of the transactions that it has sent. */
async function counted(changes: Changes) {
  const count = { transactions: 0 }
  const { database } = product.deps
  const app = createApp({
    ...product.deps,
    changes,
    database: {
      ...database,
      use: (work) =>
        database.use((connection) =>
          work({
            send(statements) {
              count.transactions++
              return connection.send(statements)
            },
          }),
        ),
    },
  })
  const cookie = await mara.cookie()
  const browser = openBrowser({ fetch: (request) => app.fetch(request) })
  return { count, open: (id: string) => browser.stream(`/changes?sessions=${id}`, undefined, { cookie }) }
}

async function openTwenty(open: (id: string) => AsyncGenerator<ServerEvent>, by: Engineer) {
  const { id } = await openSession(by)
  const readers = Array.from({ length: 20 }, () => open(id))
  await Promise.all(readers.map((reader) => reader.next()))
  return { id, readers }
}

test('where the server tells of changes, readers of a session that nobody changes ask nothing', async () => {
  const { count, open } = await counted(listening)
  const { id, readers } = await openTwenty(open, mara)
  expect(count.transactions).toBe(20)
  // More than twice as long as where nobody tells.
  await sleep(2000)
  expect(count.transactions).toBe(20)
  const told = readers.map((reader) => reader.next())
  await mara.patch(`/ai-sessions/${id}`, { title: 'VPN drops after MFA' })
  for (const { value } of await Promise.all(told)) expect(value).toMatchObject({ event: 'changed' })
  expect(count.transactions).toBe(40)
  for (const reader of readers) await reader.return(undefined)
})

test('where nobody tells, they look for themselves', async () => {
  const { count, open } = await counted(pollForChanges())
  const { readers } = await openTwenty(open, mara)
  await expect.poll(() => count.transactions, { timeout: 10_000 }).toBeGreaterThanOrEqual(40)
  for (const reader of readers) await reader.return(undefined)
})

test('a reader that has left is not looked for any more', async () => {
  const { count, open } = await counted(listening)
  const { id, readers } = await openTwenty(open, mara)
  for (const reader of readers) await reader.return(undefined)
  const before = count.transactions
  await mara.patch(`/ai-sessions/${id}`, { title: 'For nobody' })
  await sleep(300)
  expect(count.transactions).toBe(before)
})
