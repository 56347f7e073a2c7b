import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createOutbound, type OutboundParts } from '../../../api/psa/outbound/outbound.ts'
import { PsaFailure } from '../../../api/psa/provider.ts'
import { listen } from './outbound-listener.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean()
})

async function listenTo(answer?: string) {
  const listener = await listen('127.0.0.1', answer)
  cleanups.push(listener.close)
  return listener
}

async function serve(handle: RequestListener) {
  const server = createServer(handle)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

/** Posts to `host`, which is allowed, both ways: over a socket of one's own, and by a platform's fetch. */
function ways(host: string, parts: Partial<OutboundParts> = {}, timeout_ms = 2000) {
  const post = (outbound: ReturnType<typeof createOutbound>) =>
    outbound.request(
      `http://${host}/notes?fields=id`,
      { method: 'POST', headers: { clientId: 'an id', 'content-type': 'application/json' }, body: '"grüße"' },
      { timeout_ms },
    )
  return [
    () => post(createOutbound({ allowed_hosts: [host], ...parts })),
    () => post(createOutbound({ allowed_hosts: [host], fetch, ...parts })),
  ]
}

async function failureOf(attempt: Promise<unknown>): Promise<PsaFailure> {
  const failure = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure instanceof PsaFailure) return failure
  throw new Error(`Not a PsaFailure: ${failure}`)
}

describe('a request to an allowed host', () => {
  test('arrives as it was sent, and its answer comes back whole', async () => {
    const host = await serve(async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      const { method, url, headers } = request
      response.setHeader('Link', ['<http://x/1>; rel="next"', '<http://x/9>; rel="last"'])
      response.statusCode = 201
      response.end(
        JSON.stringify({ method, url, id: headers.clientid, host: headers.host, body: `${Buffer.concat(pieces)}` }),
      )
    })
    for (const send of ways(host)) {
      const { status, headers, text } = await send()
      expect(status).toBe(201)
      expect(headers.get('link')).toBe('<http://x/1>; rel="next", <http://x/9>; rel="last"')
      expect(JSON.parse(text)).toEqual({ method: 'POST', url: '/notes?fields=id', id: 'an id', host, body: '"grüße"' })
    }
  })

  test('is over when nothing answers in time, and may have arrived', async () => {
    const listener = await listenTo('')
    for (const send of ways(`127.0.0.1:${listener.port}`, {}, 200)) {
      expect(await failureOf(send())).toMatchObject({ code: 'unreachable', may_have_arrived: true })
    }
    expect(listener.bytes).toBeGreaterThan(0)
  })

  test('is over when the answer begins and does not end in time', async () => {
    const listener = await listenTo()
    const host = await serve((_, response) => void response.writeHead(200, { 'content-length': '9' }).write('x'))
    expect(listener.bytes).toBe(0)
    for (const send of ways(host, {}, 200)) {
      expect(await failureOf(send())).toMatchObject({ code: 'unreachable', may_have_arrived: true })
    }
  })

  test('fails when the connection breaks before or in the middle of the answer, and may have arrived', async () => {
    const breaking: RequestListener[] = [
      (request) => void request.socket.destroy(),
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"id":', () => setTimeout(() => response.destroy(), 5))
      },
    ]
    for (const handle of breaking) {
      for (const send of ways(await serve(handle))) {
        expect(await failureOf(send())).toMatchObject({ code: 'unreachable', may_have_arrived: true })
      }
    }
  })

  test('is not read beyond 5 MB', async () => {
    const host = await serve((_, response) => {
      response.on('error', () => {})
      response.end('x'.repeat(5 * 1024 * 1024 + 1))
    })
    for (const send of ways(host)) expect(await failureOf(send())).toMatchObject({ code: 'broken' })
    const fits = await serve((_, response) => void response.end('x'.repeat(5 * 1024 * 1024)))
    for (const send of ways(fits)) expect((await send()).text).toHaveLength(5 * 1024 * 1024)
  })

  test('has not arrived where nobody listens', async () => {
    const listener = await listen('127.0.0.1')
    await listener.close()
    const [overSocket] = ways(`127.0.0.1:${listener.port}`)
    expect(await failureOf(overSocket?.() ?? Promise.resolve())).toMatchObject({
      code: 'unreachable',
      may_have_arrived: false,
    })
  })

  test('has not arrived where the connection is taken and the handshake is not', async () => {
    const listener = await listenTo('')
    const host = `127.0.0.1:${listener.port}`
    const outbound = createOutbound({ allowed_hosts: [`https://${host}`] })
    const init = { method: 'POST', headers: {}, body: 'a note' } as const
    const failure = await failureOf(outbound.request(`https://${host}/`, init, { timeout_ms: 200 }))
    expect(failure).toMatchObject({ code: 'unreachable', may_have_arrived: false })
    expect(failure.message).toContain('did not answer in time')
  })
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('of %s is a failure, and nobody hears of it at its end', async (status) => {
    const metadata = await listenTo()
    const targets = [`http://127.0.0.1:${metadata.port}/`, 'http://169.254.169.254/', '//2130706433/', '/elsewhere', '']
    for (const location of targets) {
      let asked = 0
      const host = await serve((_, response) => {
        asked += 1
        response.writeHead(status, { location }).end()
      })
      for (const send of ways(host)) {
        expect(await failureOf(send())).toMatchObject({ code: 'address_refused', may_have_arrived: true })
      }
      expect(asked).toBe(2)
    }
    expect(metadata.connections).toBe(0)
  })
})

describe('a known host', () => {
  const get = (parts: Partial<OutboundParts>, timeout_ms = 2000) =>
    createOutbound({ allowed_hosts: [], ...parts }).request(
      'https://api-na.myconnectwise.net/v4_6_release/apis/3.0/system/info',
      { method: 'GET', headers: {} },
      { timeout_ms },
    )
  /** Stands for the network: keeps where it was asked to connect to, and connects to a listener instead. */
  const openingTo = (port: number, opened: unknown[]): Pick<OutboundParts, 'openSocket'> => ({
    async openSocket(url, addresses) {
      opened.push([url.hostname, addresses])
      return connect(port, '127.0.0.1')
    },
  })

  test.each([
    [['127.0.0.1']],
    [['10.0.0.7']],
    [['169.254.169.254']],
    [['100.64.0.1']],
    [['::1']],
    [['fd00::1']],
    [['::ffff:127.0.0.1']],
    [['64:ff9b::a00:1']],
    [['52.20.1.9', '192.168.1.1']],
    [['52.20.1.9', '2606:4700::1111', 'fe80::1']],
  ])('is refused before a byte is sent when its name leads to %s', async (addresses) => {
    const opened: unknown[] = []
    const listener = await listenTo()
    const asked: string[] = []
    const fetchInstead = async (url: string) => {
      asked.push(url)
      return new Response('ok')
    }
    const resolve = async () => addresses
    const failures = [
      await failureOf(get({ resolve, ...openingTo(listener.port, opened) })),
      await failureOf(get({ resolve, fetch: fetchInstead })),
    ]
    for (const failure of failures) expect(failure).toMatchObject({ code: 'address_refused', may_have_arrived: false })
    expect([opened, asked, listener.connections]).toEqual([[], [], 0])
  })

  test('is connected to at the addresses that were checked, which are looked up once', async () => {
    const listener = await listenTo()
    const opened: unknown[] = []
    const answers = [['52.20.1.9', '2606:4700::1111'], ['127.0.0.1'], ['127.0.0.1']]
    const resolve = async () => answers.shift() ?? []
    const parts = { resolve, ...openingTo(listener.port, opened) }
    expect(await get(parts)).toMatchObject({ status: 200 })
    expect(opened).toEqual([['api-na.myconnectwise.net', ['52.20.1.9', '2606:4700::1111']]])
    // The name has been moved in between: the next request looks it up anew, and goes nowhere.
    expect(await failureOf(get(parts))).toMatchObject({ code: 'address_refused' })
    expect(opened).toHaveLength(1)
    expect(answers).toHaveLength(1)
  })

  test.each([
    ['has no address', async () => []],
    ['can’t be looked up', () => Promise.reject(new Error('SERVFAIL'))],
    ['is not looked up in time', () => new Promise<string[]>(() => {})],
  ])('is unreachable and was told nothing when its name %s', async (_, resolve) => {
    expect(await failureOf(get({ resolve }, 100))).toMatchObject({ code: 'unreachable', may_have_arrived: false })
  })
})
