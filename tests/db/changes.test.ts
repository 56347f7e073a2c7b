import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Changes } from '../../db/changes.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { listenToPostgres } from '../../db/listen.ts'
import { createDatabase, type TestDatabase } from '../harness/database.ts'
import { startLatencyProxy } from '../harness/latency-proxy.ts'
import { startPgbouncer } from '../harness/pgbouncer.ts'
import { databaseUrl } from '../harness/postgres.ts'

// Long enough that a change which was not told shows as one.
const patience_ms = 5000

let database: TestDatabase
let admin: postgres.Sql
let changes: Changes
beforeAll(async () => {
  database = await createDatabase(inject('postgres'), 'template')
  admin = postgres(database.admin_url, { max: 2, onnotice: () => {} })
  changes = await listenToPostgres(database.api_url, { beat_ms: 300, retry_ms: 100 })
})
afterAll(async () => {
  await changes.close()
  await admin.end()
  await database.drop()
})

const tell = (id: string) => admin.notify('flowpilot_changes', id)

async function addSession(): Promise<{ account_id: string; id: string }> {
  const [account_id, id] = [randomUUID(), randomUUID()]
  await admin`insert into accounts (id, name, slug) values (${account_id}, 'Northbeam IT', ${account_id})`
  await admin`insert into ai_sessions (id, account_id, title) values (${id}, ${account_id}, 'VPN drops')`
  return { account_id, id }
}

describe('PostgreSQL', () => {
  test('tells that a session changed, as soon as the change is committed and not before', async () => {
    const { id } = await addSession()
    const watch = changes.watch(id)
    await admin.begin(async (tx) => {
      await tx`update ai_sessions set title = 'VPN drops after MFA' where id = ${id}`
      expect(await watch.next(200)).toBe(false)
    })
    expect(await watch.next(patience_ms)).toBe(true)
    watch.end()
  })

  test('tells that a turn was logged, once for all events of a statement', async () => {
    const { account_id, id } = await addSession()
    const turn_id = await addTurn(account_id, id)
    const watch = changes.watch(turn_id)
    await admin`insert into ai_turn_events (account_id, turn_id, id, event, data)
      select ${account_id}, ${turn_id}, number, 'text', '{}' from generate_series(1, 3) as number`
    expect(await watch.next(patience_ms)).toBe(true)
    expect(await watch.next(200)).toBe(false)
    watch.end()
  })

  test('tells a user that his sign-in ended, and that his role or his place in an account did', async () => {
    const [account_id, user_id] = [randomUUID(), randomUUID()]
    await admin`insert into accounts (id, name, slug) values (${account_id}, 'Northbeam IT', ${account_id})`
    await admin`insert into users (id, name, email) values (${user_id}, 'Lee Park', ${user_id})`
    await admin`insert into members (id, account_id, user_id, role) values (${user_id}, ${account_id}, ${user_id}, 'admin')`
    await admin`insert into logins (id, user_id, token, expires_at) values (${user_id}, ${user_id}, ${user_id}, now())`
    const watch = changes.watch(randomUUID(), user_id)
    const acts = [
      () => admin`update members set role = 'viewer' where user_id = ${user_id}`,
      () => admin`delete from members where user_id = ${user_id}`,
      () => admin`delete from logins where user_id = ${user_id}`,
    ]
    for (const act of acts) {
      await act()
      expect(await watch.next(patience_ms), String(act)).toBe(true)
    }
    watch.end()
  })

  test('tells each watcher what it watches, and nothing to one that has ended', async () => {
    const [mine, other] = [randomUUID(), randomUUID()]
    const [first, second, third] = [changes.watch(mine), changes.watch(mine), changes.watch(other)]
    first.end()
    await tell(mine)
    expect(await second.next(patience_ms)).toBe(true)
    expect(await first.next(0)).toBe(false)
    expect(await third.next(0)).toBe(false)
    second.end()
    third.end()
  })

  test('has not told in vain what came while nobody waited', async () => {
    const watch = changes.watch(randomUUID())
    const other = changes.watch(watch.id)
    await tell(watch.id)
    await other.next(patience_ms)
    expect(await watch.next(0)).toBe(true)
    watch.end()
    other.end()
  })

  test('goes on telling after the listening connection was lost', async () => {
    const watch = changes.watch(randomUUID())
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'flowpilot changes' and datname = ${database.name}`
    // Everyone looks when the line is back, for what was not told meanwhile.
    expect(await watch.next(patience_ms)).toBe(true)
    await tell(watch.id)
    expect(await watch.next(patience_ms)).toBe(true)
    watch.end()
  })

  test('tells who waits to look for himself while the listening connection is lost, and to look once when it is back', async () => {
    const [watch, other] = [changes.watch(randomUUID()), changes.watch(randomUUID())]
    const HOUR = 3_600_000
    const waiting = watch.next(HOUR, 50)
    const elsewhere = postgres(databaseUrl(inject('postgres'), 'postgres', 'postgres'), { max: 1 })
    await elsewhere.unsafe(`alter database ${database.name} allow_connections false`)
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'flowpilot changes' and datname = ${database.name}`
    expect(await waiting).toBe(false)
    expect(await watch.next(HOUR, 50)).toBe(false)
    await elsewhere.unsafe(`alter database ${database.name} allow_connections true`)
    await elsewhere.end()
    expect(await Promise.all([watch.next(HOUR), other.next(HOUR)])).toEqual([true, true])
    await tell(watch.id)
    expect(await watch.next(HOUR)).toBe(true)
    watch.end()
    other.end()
  })
})

test('a server that hangs, or was not there at the start, is looked at by time, and tells again when it is back', async () => {
  const server = inject('postgres')
  const line = await startLatencyProxy({ target_port: server.port, delay_ms: 0 })
  const url = databaseUrl({ ...server, port: line.port }, 'flowpilot_api', database.name)
  line.hang()
  const times = { connect_ms: 200, proof_ms: 500, beat_ms: 100, retry_ms: 100 }
  const told = await listenToPostgres(url, times)
  const watch = told.watch(randomUUID())
  const isTold = async () => {
    await watch.next(0)
    await tell(watch.id)
    return await watch.next(1000, 0)
  }
  const isLookedAt = async () => {
    await watch.next(0)
    const before = performance.now()
    await watch.next(patience_ms, 1)
    return performance.now() - before < patience_ms / 2
  }
  expect(await isLookedAt()).toBe(true)
  line.resume()
  await expect.poll(isTold, { timeout: patience_ms * 2 }).toBe(true)
  line.hang()
  await expect.poll(isTold, { timeout: patience_ms * 2 }).toBe(false)
  expect(await isLookedAt()).toBe(true)
  line.resume()
  await expect.poll(isTold, { timeout: patience_ms * 2 }).toBe(true)
  watch.end()
  await told.close()
  await line.close()
}, 40_000)

test('behind a pooler that forgets LISTEN, everyone looks again after the time that he says instead', async () => {
  const pooler = await startPgbouncer(inject('postgres'))
  const polled = await listenToPostgres(databaseUrl(pooler.address, 'flowpilot_api', database.name), { proof_ms: 500 })
  const watch = polled.watch(randomUUID())
  const before = performance.now()
  expect(await watch.next(patience_ms, 250)).toBe(false)
  expect(performance.now() - before).toBeLessThan(patience_ms / 2)
  await polled.close()
  await pooler.stop()
})

test('the embedded database tells its own process', async () => {
  const embedded = await openEmbedded()
  const watch = embedded.changes.watch(randomUUID())
  await embedded.use((connection) =>
    connection.send([{ sql: `select pg_notify('flowpilot_changes', $1)`, params: [watch.id] }]),
  )
  expect(await watch.next(patience_ms)).toBe(true)
  watch.end()
  await embedded.changes.close()
  await embedded.close()
})

async function addTurn(account_id: string, session_id: string): Promise<string> {
  const [turn_id, asked, answered] = [randomUUID(), randomUUID(), randomUUID()]
  await admin`insert into ai_messages (id, account_id, session_id, role, content, status) values
    (${asked}, ${account_id}, ${session_id}, 'user', 'It drops.', 'complete'),
    (${answered}, ${account_id}, ${session_id}, 'assistant', '', 'streaming')`
  await admin`insert into ai_turns (id, account_id, session_id, user_message_id, assistant_message_id, lease_expires_at)
    values (${turn_id}, ${account_id}, ${session_id}, ${asked}, ${answered}, now() + interval '1 hour')`
  return turn_id
}
