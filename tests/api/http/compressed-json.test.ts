import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'

const product = await startProduct({ practice: true })
afterAll(product.close)

const words = 'The tunnel drops after the second factor. '.repeat(40).trim()
let mara: Person
let id: string
beforeAll(async () => {
  mara = await signUpMara(product)
  id = (await openSession(mara, { title: 'A long one', problem: words })).id
})

/** The answer's bytes as they were sent. */
async function ask(path: string, accept_encoding: string, init: RequestInit = {}) {
  const headers = {
    cookie: await mara.cookie(),
    'accept-encoding': accept_encoding,
    'content-type': 'application/json',
  }
  const response = await product.fetch(new Request(`http://flowpilot.test/api/v1${path}`, { headers, ...init }))
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('JSON over 1 KB is compressed for whoever takes gzip, and says how long it is', async () => {
  for (const accepted of ['gzip, deflate, br', '*', 'identity;q=0, gzip']) {
    const { headers, bytes } = await ask(`/ai-sessions/${id}`, accepted)
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-length')).toBe(`${bytes.length}`)
    expect(headers.get('vary')).toBe('accept-encoding')
    expect(JSON.parse(gunzipSync(bytes).toString()).session.problem).toBe(words)
    expect(bytes.length).toBeLessThan(1024)
  }
})

test('nobody gets it compressed who does not take that', async () => {
  for (const accepted of ['', 'br', 'gzip;q=0', 'identity', 'gzip;q=0.1, identity;q=0.2']) {
    const { headers, bytes } = await ask(`/ai-sessions/${id}`, accepted)
    expect(headers.get('content-encoding'), accepted).toBeNull()
    expect(headers.get('vary')).toBe('accept-encoding')
    expect(JSON.parse(bytes.toString()).session.id).toBe(id)
  }
})

test('a short answer, a problem and a stream go out as they are', async () => {
  const me = await ask('/me', 'gzip')
  const long = JSON.stringify({ title: 'a'.repeat(5000), [`b${'c'.repeat(3000)}`]: 1 })
  const problem = await ask('/ai-sessions', 'gzip', { method: 'POST', body: long })
  const turn = await ask(`/ai-sessions/${id}/messages`, 'gzip', { method: 'POST', body: '{"content":"VPN drops"}' })
  expect(JSON.parse(me.bytes.toString())).toHaveProperty('user')
  expect(JSON.parse(problem.bytes.toString())).toMatchObject({ status: 422 })
  expect(problem.bytes.length).toBeGreaterThan(1024)
  expect(turn.bytes.toString()).toMatch(/^id: 1\nevent: turn|^event: turn/)
  for (const { headers } of [me, problem, turn]) expect(headers.get('content-encoding')).toBeNull()
})
