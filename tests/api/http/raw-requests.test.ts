import { connect } from 'node:net'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { secret } from '../../harness/app.ts'
import { createDatabase } from '../../harness/database.ts'
import { startServer } from '../../harness/processes.ts'

/** What no client library sends, told to Bun's own server byte for byte, as somebody who looks for gaps does. */
const database = await createDatabase(inject('postgres'), 'template')
const server = await startServer({
  DATABASE_URL: database.api_url,
  FLOWPILOT_SECRET: secret,
  PUBLIC_URL: 'https://flowpilot.test',
  TRUSTED_PROXIES: '127.0.0.1',
})
afterAll(async () => {
  await server.stop()
  await database.drop()
})

type Raw = { status: number; head: string; body: string }

/** Sends these bytes and reads until the server hangs up, or has answered whole. */
function send(bytes: string): Promise<Raw> {
  const { promise, resolve, reject } = Promise.withResolvers<Raw>()
  const socket = connect(Number(new URL(server.base_url).port), '127.0.0.1')
  let text = ''
  const end = () => {
    const [head = '', ...body] = text.split('\r\n\r\n')
    resolve({ status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: body.join('\r\n\r\n') })
    socket.destroy()
  }
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
  })
  socket.on('end', end)
  socket.on('error', reject)
  socket.write(Buffer.from(bytes, 'latin1'))
  return promise
}

const ask = (
  target: string,
  { method = 'GET', host = 'Host: flowpilot.test\r\n', headers = '', version = '1.1' } = {},
) => send(`${method} ${target} HTTP/${version}\r\n${host}Connection: close\r\n${headers}\r\n`)

function expectGuarded({ head, body }: Raw, where: string) {
  expect(head, where).toMatch(/\r\nx-request-id: [\w=-]{8,}/)
  expect(head, where).toMatch(/\r\ncontent-security-policy: default-src 'none'/)
  expect(head, where).toMatch(/\r\nx-content-type-options: nosniff/)
  expect(head, where).toMatch(/\r\nx-frame-options: deny/)
  expect(body, where).not.toMatch(/node_modules|api\/\w+\/|at \w+ \(|<script>[^<]/)
}

function expectRefused(answer: Raw, status: number, code: string, where: string) {
  expect(answer.status, where).toBe(status)
  expectGuarded(answer, where)
  expect(answer.head, where).toContain('content-type: application/problem+json')
  expect(JSON.parse(answer.body), where).toMatchObject({ status, code })
}

describe('a Host that is none of ours', () => {
  test.each([
    'southgate.test',
    'flowpilot.test.southgate.test',
    'a b',
    '[::1',
    '<script>',
    '%00',
    'flowpilot.test:99999',
    'flowpilot.test:abc',
    'mara@flowpilot.test',
    'flowpilot.test/elsewhere',
    'flowpilot.test#elsewhere',
    'flowpilot.test?elsewhere',
    'flowpilot.test\r\nHost: southgate.test',
    '',
  ])('“%s” is misdirected, on the page and in the API', async (host) => {
    for (const target of ['/', '/api/v1/auth/config']) {
      expectRefused(await ask(target, { host: `Host: ${host}\r\n` }), 421, 'misdirected', target)
    }
  })
})

test('a target that names its host, or a client of HTTP/1.0 that names none, is answered', async () => {
  for (const asked of [ask('http://flowpilot.test/healthz'), ask('/healthz', { version: '1.0', host: '' })]) {
    expect((await asked).body).toBe('{"status":"ok"}')
  }
})

describe('a target that leads nowhere', () => {
  test.each([
    ['/api/v1/nothing', 404],
    ['/api/v1/ai-sessions/%E0%A4%A', 401],
    ['/api/v1/%', 404],
    ['/assets/none.js', 404],
    ['/assets/%ff.js', 404],
    ['/assets/../../package.json', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/%2e%2e/%2e%2e/package.json', 404],
    ['/..\\..\\package.json', 404],
    ['/assets/a%00.js', 404],
  ])('%s is refused as a problem', async (target, status) => {
    expectRefused(await ask(target), status, status === 401 ? 'unauthenticated' : 'not_found', target)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s is no way to ask for a page',
    async (method) => {
      for (const target of ['/', '/pilot', '/assets/none.js', '/healthz', '/api/v1/me']) {
        expectRefused(await ask(target, { method, headers: 'Content-Length: 0\r\n' }), 404, 'not_found', target)
      }
    },
  )
})

test('HEAD is answered like GET, without the body', async () => {
  for (const [target, status] of [
    ['/healthz', 200],
    ['/api/v1/me', 401],
    ['/api/v1/nothing', 404],
  ] as const) {
    const answer = await ask(target, { method: 'HEAD' })
    expect([answer.status, answer.body], target).toEqual([status, ''])
    expectGuarded(answer, target)
  }
})

describe('what is too long', () => {
  test.each([9_000, 20_000, 100_000])('an address of %d characters is refused', async (length) => {
    for (const target of [`/${'a'.repeat(length)}`, `/api/v1/tickets?q=${'a'.repeat(length)}`]) {
      expectRefused(await ask(target), 414, 'too_large', `${target.slice(0, 12)} ${length}`)
    }
  })

  test('headers of 20,000 characters are refused', async () => {
    expectRefused(await ask('/', { headers: `X-Padding: ${'a'.repeat(20_000)}\r\n` }), 431, 'too_large', 'headers')
  })

  test.each([2_000_000, 2_000_000_000])(
    'a body that is announced with %d bytes is refused before it comes',
    async (length) => {
      const headers = `Content-Type: application/json\r\nContent-Length: ${length}\r\n`
      expectRefused(await ask('/api/v1/ai-sessions', { method: 'POST', headers }), 413, 'too_large', `${length}`)
    },
  )
})

test.each(['bytes=0-9', 'bytes=999999-', 'bytes=9-1', 'bytes=-0', 'lines=1-2'])(
  'a range (%s) is answered with the whole, or refused with the headers of every other answer',
  async (range) => {
    for (const target of ['/icon.svg', '/', '/api/v1/auth/config']) {
      const answer = await ask(target, { headers: `Range: ${range}\r\n` })
      expect([200, 206, 416], target).toContain(answer.status)
      expectGuarded(answer, target)
    }
  },
)

test('no address makes a link or a redirect to another host', async () => {
  for (const target of ['/assistant//southgate.test', '/assistant/%0d%0aSet-Cookie:a=b', '//southgate.test/pilot']) {
    const { head } = await ask(target)
    expect(head).not.toMatch(/\r\nlocation: (?!\/[^/\\])/)
    expect(head).not.toMatch(/\r\nset-cookie/)
  }
})

test('what is no HTTP gets no answer that tells of us', async () => {
  for (const bytes of ['hello\r\n\r\n', '\x16\x03\x01\x00\x05hello\r\n\r\n', 'GET / HTTP/1.1\r\nbad header\r\n\r\n']) {
    const { status, body } = await send(bytes)
    expect([status, body]).toEqual([400, ''])
  }
})
