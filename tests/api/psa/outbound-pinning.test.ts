import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repository } from '../../harness/repository.ts'
import { selfSigned } from './outbound-certificate.ts'

const run = promisify(execFile)
const host = 'api-na.myconnectwise.net'
const folder = mkdtempSync(join(tmpdir(), 'flowpilot-tls-'))
const trusted = join(folder, 'trusted.pem')
let server: Server
let port = 0
let requests = 0

beforeAll(async () => {
  const { key, cert } = selfSigned(host)
  writeFileSync(trusted, cert)
  server = createServer({ key, cert }, (request, response) => {
    requests += 1
    const { servername } = request.socket as TLSSocket & { servername: string }
    response.end(JSON.stringify({ servername, host: request.headers.host }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** Sends a request in Bun, as the product does, which trusts the server's certificate or not. */
async function send(name: string, addresses: string, trust = true) {
  const client = join(repository, 'tests/api/psa/outbound-tls-client.ts')
  const bun = join(repository, 'node_modules/.bin/bun')
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const { stdout } = await run(bun, [client, `https://${name}:${port}/`, addresses], {
    // A proxy in the environment must not be asked: it would look the name up again, and see the keys.
    env: { ...env, HTTPS_PROXY: 'http://127.0.0.1:1', ...(trust ? { NODE_EXTRA_CA_CERTS: trusted } : {}) },
  })
  return JSON.parse(stdout)
}

describe('under Bun, a request to a known host', () => {
  test('goes to the address that was checked, under the name that was asked for, whatever the name leads to', async () => {
    const { status, text } = await send(host, '127.0.0.1')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ servername: host, host: `${host}:${port}` })
  })

  test('goes to the next address when nobody listens at the first', async () => {
    expect(await send(host, '127.0.0.9,127.0.0.1')).toMatchObject({ status: 200 })
  })

  test('is not sent to whoever shows the certificate of another name, or one that nobody vouches for', async () => {
    const before = requests
    expect(await send('api-eu.myconnectwise.net', '127.0.0.1')).toEqual({
      code: 'unreachable',
      may_have_arrived: false,
      why: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
    expect(await send(host, '127.0.0.1', false)).toEqual({
      code: 'unreachable',
      may_have_arrived: false,
      why: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
    expect(requests).toBe(before)
  })
})
