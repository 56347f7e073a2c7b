import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { serveFiles } from '../../../api/http/files.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const folder = mkdtempSync(join(tmpdir(), 'flowpilot-files-'))
const script = 'console.log("a part of the page")\n'.repeat(99)
const font = Buffer.from([0, 1, 2, 3, 255])
mkdirSync(join(folder, 'assets'))
write('index.html', '<!doctype html><title>FlowPilot</title>')
write('docs.html', '<!doctype html><title>The API</title>')
write('assets/part-a1b2.js', script)
writeFileSync(join(folder, 'assets/text-c3d4.woff2'), font)
writeFileSync(join(folder, '.build-stamp'), 'a stamp')

function write(name: string, text: string) {
  writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text))
  writeFileSync(join(folder, `${name}.gz`), gzipSync(text))
}

const product = await startProduct()
const app = createApp({ ...product.deps, assets: serveFiles(folder) })
afterAll(async () => {
  await product.close()
  rmSync(folder, { recursive: true })
})

async function open(path: string, headers: Record<string, string> = {}) {
  const { status, headers: answered, ...answer } = await ask(path, headers)
  const coding = answered.get('content-encoding') ?? 'identity'
  return { status, headers: answered, coding, text: decoders[coding]?.(answer.bytes).toString() }
}

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await app.fetch(new Request(`http://flowpilot.test${path}`, { headers }))
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

const decoders: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (bytes) => bytes,
}

describe('a file goes out in the coding that the client likes best', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0.2, *;q=0.1', 'gzip'],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
    ['identity;q=0, *;q=0.5', 'br'],
    ['*;q=0, identity', 'identity'],
    ['gzip;q=0.5, identity', 'identity'],
    ['gzip;q=0.5, identity;q=0.4', 'gzip'],
    ['zstd, deflate', 'identity'],
    ['br;q=0, gzip;q=0.0', 'identity'],
    ['', 'identity'],
  ])('%s: %s', async (accepted, coding) => {
    const answer = await open('/assets/part-a1b2.js', { 'accept-encoding': accepted })
    expect(answer).toMatchObject({ status: 200, coding, text: script })
    expect(answer.headers.get('vary')).toBe('accept-encoding')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test.each(['identity;q=0', '*;q=0', 'br;q=0, gzip;q=0, identity;q=0'])('%s: none is acceptable', async (accepted) => {
    expect(await open('/assets/part-a1b2.js', { 'accept-encoding': accepted })).toMatchObject({ status: 406, text: '' })
  })

  test('a client that names none gets it as it is', async () => {
    expect(await open('/assets/part-a1b2.js')).toMatchObject({ coding: 'identity', text: script })
  })

  test('what has one form only goes out in it, whatever is asked for', async () => {
    const answer = await ask('/assets/text-c3d4.woff2', { 'accept-encoding': 'br, identity;q=0' })
    expect(answer.bytes.equals(font)).toBe(true)
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('content-type')).toBe('font/woff2')
  })
})

describe('what a browser keeps', () => {
  test('is, of a file named by its content, the file for a year', async () => {
    const { headers } = await open('/assets/part-a1b2.js')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  test.each(['/', '/index.html', '/pilot', '/api/v1/docs'])(
    '%s is asked for again, and not sent again when it is the same',
    async (path) => {
      const first = await open(path, { 'accept-encoding': 'br' })
      expect(first).toMatchObject({ status: 200, coding: 'br' })
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[\w-]{22}"$/)
      for (const known of [tag, `"another", W/${tag}`, '*']) {
        const again = await open(path, { 'accept-encoding': 'br', 'if-none-match': known })
        expect(again).toMatchObject({ status: 304, text: '' })
        expect(again.headers.get('etag')).toBe(tag)
        expect(again.headers.get('vary')).toBe('accept-encoding')
        expect(again.headers.get('cache-control')).toMatch(/^no-(cache|store)$/)
      }
      for (const other of ['"another"', (await open(path, { 'accept-encoding': 'gzip' })).headers.get('etag') ?? '']) {
        const whole = await open(path, { 'accept-encoding': 'br', 'if-none-match': other })
        expect(whole).toMatchObject({ status: 200, text: first.text })
      }
    },
  )
})

describe('what is not there', () => {
  test.each([
    '/assets/part-0000.js',
    '/assets/part',
    '/assets/',
    '/favicon.ico',
    '/robots.txt',
    '/assets/%00',
    '/a/b.css',
  ])('as %s is not found, and no page in its place', async (path) => {
    const { status, headers, text } = await open(path)
    expectProblem({ status, headers, body: JSON.parse(text ?? '') }, 404, 'not_found', path)
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  test.each(['/assets/part-a1b2.js.br', '/index.html.gz', '/.build-stamp', '/assets/../.build-stamp'])(
    'or is not for a browser, as %s, is not served',
    async (path) => {
      expect(await open(path)).not.toMatchObject({ text: expect.stringContaining('stamp') })
      expect((await open(path)).headers.get('content-type')).toMatch(/json|html/)
    },
  )

  test.each(['/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cetc', '/%', '//etc/passwd'])(
    '%s leads out of no folder',
    async (path) => {
      expect((await open(path)).text).toContain('<title>FlowPilot</title>')
    },
  )
})
