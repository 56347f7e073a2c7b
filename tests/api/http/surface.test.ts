import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const product = await startProduct()
afterAll(product.close)

const open = (path: string, init: RequestInit = {}) =>
  product.fetch(new Request(`http://flowpilot.test${path}`, { redirect: 'manual', ...init }))

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

describe('the surface’s former name', () => {
  test.each([
    ['/assistant', '/pilot'],
    ['/assistant?ticket=48213', '/pilot?ticket=48213'],
    ['/assistant/5d3c1c7e-93b1-4f0e-8f52-1a7a4d1f2b90', '/pilot/5d3c1c7e-93b1-4f0e-8f52-1a7a4d1f2b90'],
    ['/assistant/abc?a=1&b=%2Fassistant', '/pilot/abc?a=1&b=%2Fassistant'],
    ['/assistant/assistant', '/pilot/assistant'],
  ])('%s leads to %s for good', async (from, to) => {
    const response = await open(from)
    expect(response.status).toBe(308)
    expect(new URL(response.headers.get('location') ?? '', 'http://flowpilot.test')).toEqual(
      new URL(to, 'http://flowpilot.test'),
    )
  })

  test('leads nowhere else', async () => {
    for (const path of ['/assistant//southgate.test', '/assistant/%2F%2Fsouthgate.test']) {
      const location = (await open(path)).headers.get('location')
      expect(new URL(location ?? '/', 'http://flowpilot.test').host).toBe('flowpilot.test')
    }
  })
})

test('every other path outside the API is the page, which routes it itself', async () => {
  for (const path of ['/', '/pilot', '/pilot/5d3c1c7e-93b1-4f0e-8f52-1a7a4d1f2b90', '/no/such/page', '/apidocs']) {
    const response = await open(path)
    expect([response.status, await response.text()], path).toEqual([200, 'the page'])
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  }
})

test('the API’s documentation is a page under the same rules', async () => {
  const response = await open('/api/v1/docs')
  expect([response.status, await response.text()]).toEqual([200, 'the page'])
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
})

test('a path that the API does not have is not found, by any method, signed in or not', async () => {
  for (const path of ['/nothing', '/ai-sessions/x/y/z', '/me/x', '']) {
    expectProblem(await mara.get(path), 404, 'not_found', path)
    expectProblem(await mara.post(path, {}), 404, 'not_found', path)
    expectProblem(await mara.delete(path), 404, 'not_found', path)
  }
  expectProblem(await mara.delete('/ai-sessions'), 404, 'not_found')
  expect((await open('/api/v2/me')).status).toBe(404)
  expect((await open('/api/')).headers.get('content-type')).toBe('application/problem+json')
})

test('a request keeps the id that it came with, and gets one where it has none that can be kept', async () => {
  const idOf = async (id: string) => (await mara.get('/me', { 'x-request-id': id })).headers.get('x-request-id')
  expect(await idOf('ticket-48213')).toBe('ticket-48213')
  expect(await idOf('x'.repeat(300))).toMatch(/^[0-9a-f-]{36}$/)
  expect(await idOf('a "quoted" {id}')).toMatch(/^[0-9a-f-]{36}$/)
})

test('an error that nobody foresaw is told as such, shows nothing of itself, and is logged under its request id', async () => {
  await product.admin`alter table ai_sessions rename column session_type to gone`
  const problem = expectProblem(await mara.get('/ai-sessions'), 500, 'internal')
  await product.admin`alter table ai_sessions rename column gone to session_type`
  expect(JSON.stringify(problem)).not.toMatch(/session_type|column|ai_sessions|select|42703/i)
  const lines = product.logged.map((line) => JSON.parse(line))
  const line = lines.find(({ level, request_id }) => level === 'error' && request_id === problem.request_id)
  expect(line).toMatchObject({ event: 'internal', error: { code: '42703' } })
  expect((await mara.get('/ai-sessions')).status).toBe(200)
})
