import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { type Person, signUpColleague, signUpMara } from '../../api/people.ts'
import { connectPsa } from '../../api/write-back/connect-psa.ts'
import { type OwnConnectWise, startConnectWise } from '../../harness/connectwise/connectwise.ts'
import { createDatabase } from '../../harness/database.ts'
import type { Server } from '../../harness/http.ts'
import type { PostgresAddress } from '../../harness/postgres.ts'
import { type RunningServer, startServer } from '../../harness/processes.ts'

/** Northbeam at work: the product as a process that can be killed, its database, its ConnectWise, and two engineers. */
export type Office = {
  there: OwnConnectWise
  /** The superuser's look behind the product's back. */
  admin: postgres.Sql
  mara: Person
  lee: Person
  /** Ends the server as a power cut would. Who waits for an answer gets none. */
  crash: () => Promise<void>
  restart: () => Promise<void>
  /** As if a lease's time had passed since the server of these sessions' attempts went away; of all sessions by itself. */
  outlastLeases: (session_ids?: string[]) => Promise<void>
  /** As if whatever was sent had had its time to arrive. */
  outlastDoubts: () => Promise<void>
  close: () => Promise<void>
}

export async function openOffice(address: PostgresAddress): Promise<Office> {
  const there = await startConnectWise()
  const database = await createDatabase(address, 'template')
  const admin = postgres(database.admin_url, { max: 2, onnotice: () => {} })
  const env = {
    DATABASE_URL: database.api_url,
    DATABASE_CONNECTIONS: '20',
    FLOWPILOT_SECRET: randomUUID() + randomUUID(),
    PSA_ALLOWED_HOSTS: there.host,
  }
  let running: RunningServer = await startServer(env)
  const server = whicheverRuns(() => running.base_url)
  const mara = await signUpMara(server)
  const lee = await signUpColleague(server, mara, 'engineer')
  await connectPsa(server, mara, there, await targetsOf(there))
  return {
    there,
    admin,
    mara,
    lee,
    crash: () => running.crash(),
    async restart() {
      running = await startServer(env)
    },
    async outlastLeases(session_ids) {
      if (session_ids?.length === 0) return
      const among = session_ids ? admin`and session_id in ${admin(session_ids)}` : admin``
      await admin`update write_backs set lease_expires_at = now() where lease_expires_at > now() ${among}`
    },
    async outlastDoubts() {
      await admin`update write_backs set updated_at = updated_at - interval '1 minute' where closed_at is null`
    },
    async close() {
      await running.stop()
      await there.close()
      await admin.end()
      await database.drop()
    },
  }
}

/** A server's browser names its address; this one has another after each restart. */
export function whicheverRuns(base_url: () => string): Server {
  return {
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      const headers = new Headers(request.headers)
      headers.set('origin', base_url())
      const body = request.method === 'GET' ? null : await request.text()
      return await fetch(`${base_url()}${pathname}${search}`, { method: request.method, headers, body: body || null })
    },
  }
}

/** What the boards' tickets are to get. The ids are the same in every world that the simulator begins with. */
async function targetsOf(there: OwnConnectWise) {
  const statuses = await there.statusesOf('Service Desk')
  const target = (name: string) => {
    const status = statuses.find((each) => each.name === name)
    return { [`${status?.board.id}`]: `${status?.id}` }
  }
  return { resolved: target('Resolved'), escalated: target('Escalated to L2') }
}
