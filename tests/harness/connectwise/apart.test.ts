import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startConnectWiseApart } from './apart.ts'
import { callerOf, internalNote } from './caller.ts'
import type { OwnConnectWise } from './connectwise.ts'
import { connectwiseAt } from './handle.ts'
import type { Ticket } from './records.ts'

let connectwise: OwnConnectWise

beforeAll(async () => {
  connectwise = await startConnectWiseApart()
})
afterAll(() => connectwise.close())

const notes = '/service/tickets/48213/notes'

test.each(['drop_after', 'truncated'] as const)(
  '%s breaks the connection in a process of its own, too',
  async (kind) => {
    await connectwise.reset()
    await connectwise.fault({ at: 'POST *', kind })
    await expect(callerOf(connectwise).post(notes, internalNote('Once.'))).rejects.toThrow()
    expect((await connectwise.notesOf(48213)).at(-1)?.text).toBe('Once.')
  },
)

test('whoever knows its address holds the same simulator', async () => {
  await connectwise.reset()
  const other = connectwiseAt(connectwise.base_url)
  const { id } = await other.ticket({ company: 'Harbor Legal' })
  expect((await callerOf(other).get<Ticket>(`/service/tickets/${id}`)).body.company.name).toBe('Harbor Legal')
  expect(await connectwise.requests()).toHaveLength(1)
})

test('a client that is killed while it still sends leaves nothing behind', async () => {
  await connectwise.reset()
  const { hostname, port } = new URL(connectwise.base_url)
  const client = connect(Number(port), hostname)
  await once(client, 'connect')
  const head = `POST /v4_6_release/apis/3.0${notes} HTTP/1.1\r\nHost: ${connectwise.host}\r\nContent-Length: 100\r\n\r\n`
  client.write(`${head}{"text":`)
  await connectwise.requests()
  client.resetAndDestroy()
  await once(client, 'close')
  expect((await callerOf(connectwise).get('/system/info')).status).toBe(200)
  expect((await connectwise.requests()).map(({ path }) => path)).toEqual(['/system/info'])
})
