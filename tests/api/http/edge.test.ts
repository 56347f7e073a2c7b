import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../../../api/config.ts'
import { type Answer, openBrowser, type Server } from '../../harness/http.ts'
import { expectProblem } from '../problems.ts'
import { startProduct } from '../product.ts'

const behindTls = await startProduct({ public_url: 'https://flowpilot.test', trusted_proxies: '127.0.0.0/8, fd00::/8' })
const plain = await startProduct()
afterAll(() => Promise.all([behindTls.close(), plain.close()]))

const newcomer = () => ({
  name: 'Mara Reyes',
  email: `${crypto.randomUUID()}@northbeam.test`,
  password: crypto.randomUUID(),
})

/** A browser that knows the product by its public address. */
const browser = () =>
  openBrowser({
    fetch(request) {
      if (request.method !== 'GET') request.headers.set('origin', 'https://flowpilot.test')
      return behindTls.fetch(request)
    },
  })

const ask = (server: Exclude<Server, string>, url: string, headers: Record<string, string> = {}) =>
  Promise.resolve(server.fetch(new Request(url, { headers }))).then(
    async (response) =>
      ({ status: response.status, headers: response.headers, body: await response.json() }) as Answer<unknown>,
  )

describe('at a public address with https', () => {
  const mara = browser()
  let cookies: string[] = []
  beforeAll(async () => {
    const { status, headers } = await mara.post('/auth/sign-up/email', newcomer())
    expect(status).toBe(200)
    cookies = headers.getSetCookie()
  })

  test('every cookie is Secure, of the whole site and of this host alone', () => {
    expect(cookies.length).toBeGreaterThan(1)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/)
      expect(cookie).toMatch(/; Secure/i)
      expect(cookie).toMatch(/; Path=\/(;|$)/i)
      expect(cookie).not.toMatch(/; Domain/i)
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Lax/i)
    }
  })

  test('the cookie signs in, and so it does after a sign-out and another sign-in', async () => {
    const who = newcomer()
    const lee = browser()
    await lee.post('/auth/sign-up/email', who)
    expect((await lee.get('/me')).status).toBe(200)
    await lee.post('/auth/sign-out')
    expectProblem(await lee.get('/me'), 401, 'unauthenticated')
    await lee.post('/auth/sign-in/email', { email: who.email, password: who.password })
    expect((await lee.get('/me')).status).toBe(200)
  })

  test('an invitation leads to the public address, whatever name was asked', async () => {
    const { body } = await mara.post<{ id: string; url: string }>('/members/invitations', {
      email: 'lee.park@northbeam.test',
      role: 'engineer',
    })
    expect(body.url).toBe(`https://flowpilot.test/invitations/${body.id}`)
  })

  test.each(['http://flowpilot.test', 'https://flowpilot.test:8443', 'https://southgate.test', 'null'])(
    'a write from %s is another site’s',
    async (origin) => {
      expectProblem(await openBrowser(behindTls).post('/auth/sign-out', {}, { origin }), 403, 'csrf')
    },
  )

  test('another name is not ours, and this machine’s own is', async () => {
    for (const host of ['southgate.test', 'flowpilot.test.southgate.test', '10.0.0.7', '127.0.0.1.southgate.test']) {
      expectProblem(await ask(behindTls, `http://${host}/api/v1/auth/config`), 421, 'misdirected', host)
    }
    for (const host of ['flowpilot.test', 'flowpilot.test:8443', '127.0.0.1:8787', '[::1]:8787', 'localhost']) {
      expect((await ask(behindTls, `http://${host}/api/v1/auth/config`)).status, host).toBe(200)
    }
    expect((await ask(behindTls, 'http://10.0.0.7:8787/healthz')).status).toBe(200)
  })
})

describe('behind a trusted proxy', () => {
  /** Where the sign-in that this sign-up made came from. */
  async function addressOfLogin(product: typeof plain, headers: Record<string, string>) {
    const who = newcomer()
    const origin = product === behindTls ? 'https://flowpilot.test' : 'http://flowpilot.test'
    const { status } = await openBrowser(product).post('/auth/sign-up/email', who, { origin, ...headers })
    expect(status).toBe(200)
    const [login] = await product.admin`
      select ip_address from logins join users on users.id = logins.user_id where users.email = ${who.email}`
    return login?.ip_address
  }

  test('a sign-in is kept with the address that the proxy heard', async () => {
    expect(await addressOfLogin(behindTls, { 'x-forwarded-for': '192.0.2.66, 203.0.113.9' })).toBe('203.0.113.9')
  })

  test('what anybody else says of where it comes from is not believed', async () => {
    const made_up = { 'x-forwarded-for': '192.0.2.66', 'x-flowpilot-client-address': '192.0.2.66' }
    expect(await addressOfLogin(plain, made_up)).toBe('127.0.0.1')
  })
})

test('links begin with the address that was asked, in the scheme that a trusted proxy heard', async () => {
  const trusting = await startProduct({ trusted_proxies: '127.0.0.1' })
  const invite = async (product: typeof plain, proto: string) => {
    const mara = openBrowser(product)
    await mara.post('/auth/sign-up/email', newcomer())
    const invitation = { email: 'lee.park@northbeam.test', role: 'viewer' }
    const { body } = await mara.post<{ url: string }>('/members/invitations', invitation, {
      'x-forwarded-proto': proto,
    })
    return new URL(body.url).origin
  }
  expect(await invite(trusting, 'https')).toBe('https://flowpilot.test')
  expect(await invite(trusting, 'javascript')).toBe('http://flowpilot.test')
  expect(await invite(plain, 'https')).toBe('http://flowpilot.test')
  await trusting.close()
})

describe('the configuration', () => {
  const edgeOf = (env: Record<string, string>): Config['edge'] => readConfig(env).edge

  test('takes an origin and names of proxies', () => {
    const { public_url, trusted_proxies } = edgeOf({
      PUBLIC_URL: 'HTTPS://FlowPilot.Test:443/',
      TRUSTED_PROXIES: '10.0.0.1,::1',
    })
    expect(public_url).toBe('https://flowpilot.test')
    expect(trusted_proxies).toHaveLength(2)
  })

  test.each([
    'flowpilot.test',
    'ftp://flowpilot.test',
    'https://flowpilot.test/app',
    'https://a:b@flowpilot.test',
    'https://flowpilot.test/?a=1',
  ])('names PUBLIC_URL when it is %s', (PUBLIC_URL) => {
    expect(() => readConfig({ PUBLIC_URL })).toThrow(/PUBLIC_URL: must be like https/)
  })

  test('names the proxy that is none', () => {
    expect(() => readConfig({ TRUSTED_PROXIES: '10.0.0.1, proxy.local' })).toThrow(
      /TRUSTED_PROXIES: proxy\.local is no/,
    )
  })
})
