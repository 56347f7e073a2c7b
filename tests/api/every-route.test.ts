import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../harness/http.ts'
import { fill, isWrite, paramsOf, type Route, routesOf } from './app-routes.ts'
import { type Belongings, makeBelongings } from './belongings.ts'
import { type Person, signUpColleague, signUpDario, signUpMara } from './people.ts'
import { expectProblem } from './problems.ts'
import { startProduct } from './product.ts'
import { bodies, idsIn, withEachText, withIds } from './request-bodies.ts'
import { readPage } from './sessions.ts'

/** The calls that need no sign-in; every other call of the app is tested below, by existing. */
const open_to_all = [
  'GET /api/v1/auth/config',
  'POST /api/v1/auth/sign-up/email',
  'POST /api/v1/auth/sign-in/email',
  'POST /api/v1/auth/sign-in/social',
  'POST /api/v1/auth/sign-in/demo',
  'GET /api/v1/auth/callback/microsoft',
  'POST /api/v1/auth/sign-out',
  'GET /api/v1/auth/get-session',
  'GET /api/v1/openapi.json',
  'GET /api/v1/docs',
]
/** What a viewer may do although it writes: it changes his own place, and nothing of the account that he is in. */
const open_to_viewers = [
  'POST /api/v1/members/invitations/:id/accept',
  'POST /api/v1/auth/change-password',
  'POST /api/v1/auth/sign-out-everywhere',
  'POST /api/v1/me/account',
]
/** What only owner and admin may see: the id of an invitation is half of a key to the account. */
const read_by_managers = ['GET /api/v1/members/invitations']
/** Settings, PSA and members are for owner and admin. */
const for_managers = /^\/api\/v1\/(members|account|psa-connection)(\/|$)/

const product = await startProduct()
afterAll(product.close)

const all = routesOf(product)
const inside = all.filter(({ name }) => !open_to_all.includes(name))
const writes = all.filter(isWrite)
const withBody = all.filter(({ name }) => bodies[name])
const managing = inside.filter(
  (route) =>
    read_by_managers.includes(route.name) ||
    (isWrite(route) && for_managers.test(route.path) && !open_to_viewers.includes(route.name)),
)

let mara: Person
let engineer: Person
let viewer: Person
let hers: Belongings
let his: Belongings
let dario: Person
beforeAll(async () => {
  mara = await signUpMara(product)
  engineer = await signUpColleague(product, mara, 'engineer')
  viewer = await signUpColleague(product, mara, 'viewer')
  hers = await makeBelongings(product, mara)
  dario = await signUpDario(product)
  his = await makeBelongings(product, dario)
})

type Sent = { as?: Person; ids?: Belongings; body?: string | undefined; headers?: Record<string, string> }

/** Makes a call with a valid body and Mara's ids, but for what the test says; looks at what every answer must have. */
async function send(route: Route, { as, ids = hers, body, headers = {} }: Sent = {}): Promise<Answer<unknown>> {
  const sent = body ?? (bodies[route.name] && withIds(bodies[route.name], ids))
  const own = { origin: 'http://flowpilot.test', ...(sent ? { 'content-type': 'application/json' } : {}) }
  const cookie = as ? { cookie: await as.cookie() } : undefined
  const response = await product.fetch(
    new Request(`http://flowpilot.test${fill(route, ids)}`, {
      method: route.method,
      headers: { ...own, ...cookie, ...headers },
      body: sent ?? null,
    }),
  )
  expectGuarded(response.headers)
  // A stream may have no end.
  const is_stream = response.headers.get('content-type') === 'text/event-stream'
  if (is_stream) await response.body?.cancel()
  const text = is_stream ? '' : await response.text()
  const is_json = response.headers.get('content-type')?.includes('json') && text !== ''
  return { status: response.status, body: is_json ? JSON.parse(text) : text, headers: response.headers }
}

function expectGuarded(headers: Headers) {
  expect(headers.get('x-request-id')).toMatch(/^[\w=-]{8,}$/)
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self';/)
  expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toMatch(/no-store|no-cache/)
}

test('the calls that need no sign-in are these and exist', () => {
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(open_to_all))
  expect(inside.length).toBeGreaterThan(10)
})

test('every call that takes a body has a valid one in request-bodies.ts', async () => {
  const { body } = await mara.get<{ paths: Record<string, Record<string, object>> }>('/openapi.json')
  const takesBody = ({ method, path }: Route) =>
    'requestBody' in (body.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {})
  const takers = all.filter(takesBody).map(({ name }) => name)
  expect(takers.length).toBeGreaterThan(5)
  expect(Object.keys(bodies)).toEqual(expect.arrayContaining(takers))
})

describe.each(inside)('$name', (route) => {
  test('needs a sign-in', async () => {
    expectProblem(await send(route), 401, 'unauthenticated')
  })
})

describe.each(inside.filter((route) => paramsOf(route).length))('$name', (route) => {
  test('finds nothing by another account’s ids, nor by one of them', async () => {
    const mixes = paramsOf(route).map((param) => ({ ...hers, [param]: his[param] ?? '' }))
    for (const ids of [his, ...mixes]) {
      expectProblem(await send(route, { as: mara, ids }), 404, 'not_found', JSON.stringify(ids))
    }
  })

  test('finds nothing by what is no id', async () => {
    for (const param of paramsOf(route)) {
      for (const id of ['1', 'not-an-id', `${hers[param]}0`, '%00', "'%3Bdrop", crypto.randomUUID()]) {
        expectProblem(await send(route, { as: mara, ids: { ...hers, [param]: id } }), 404, 'not_found', id)
      }
    }
  })
})

describe.each(inside.filter((route) => !isWrite(route) && !read_by_managers.includes(route.name)))('$name', (route) => {
  test('shows a viewer what there is', async () => {
    expect((await send(route, { as: viewer })).status).toBe(200)
  })
})

describe.each(inside.filter((route) => isWrite(route) && !open_to_viewers.includes(route.name)))('$name', (route) => {
  test('lets no viewer write', async () => {
    expectProblem(await send(route, { as: viewer }), 403, 'forbidden')
  })
})

describe.each(all.filter((route) => open_to_all.includes(route.name)))('$name', (route) => {
  test('answers without a sign-in, as guarded as all others', async () => {
    expect((await send(route)).status).not.toBe(403)
  })
})

describe.each(managing)('$name', (route) => {
  test('is for owner and admin only', async () => {
    expectProblem(await send(route, { as: engineer }), 403, 'forbidden')
  })
})

describe.each(writes)('$name', (route) => {
  test('is refused to another site’s page', async () => {
    const foreign = [
      'https://southgate.test',
      'http://flowpilot.test.southgate.test',
      'http://flowpilot.test:81',
      'null',
    ]
    for (const origin of foreign) {
      expectProblem(await send(route, { as: mara, headers: { origin } }), 403, 'csrf', origin)
    }
    expectProblem(await send(route, { as: mara, headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'csrf')
  })

  test('takes no other content type than JSON', async () => {
    const form = 'application/x-www-form-urlencoded'
    for (const type of ['text/plain', form, 'multipart/form-data', 'text/plain; application/json', '']) {
      const answer = await send(route, { as: mara, body: '{}', headers: { 'content-type': type } })
      expectProblem(answer, 415, 'unsupported_media_type', type)
    }
  })

  test('takes no body over 1 MiB, whether its length is told or not', async () => {
    const body = JSON.stringify({ padding: 'x'.repeat(1024 * 1024) })
    expectProblem(await send(route, { as: mara, body }), 413, 'too_large')
    const headers = { 'content-length': String(body.length) }
    expectProblem(await send(route, { as: mara, body, headers }), 413, 'too_large')
  })
})

describe.each(withBody)('$name', (route) => {
  test('refuses what is no JSON', async () => {
    for (const body of ['{', 'title=VPN', '{"a":1,}', '\ufeff{', 'undefined']) {
      expectProblem(await send(route, { as: mara, body }), 400, 'bad_request', body)
    }
  })

  test('refuses fields that it does not know, and says which', async () => {
    const own = bodies[route.name] ?? {}
    const foreign = 'account_id' in own ? 'user_id' : 'account_id'
    const body = withIds({ ...own, [foreign]: his['members/:user_id'] }, hers)
    const { errors } = expectProblem(await send(route, { as: mara, body }), 422, 'invalid')
    expect(errors?.map(({ path }) => path)).toContain(foreign)
  })

  test('refuses text that holds a NUL or half a character', async () => {
    for (const broken of ['a\0b', 'a\ud800b', '\udfff']) {
      for (const changed of withEachText(bodies[route.name], () => broken)) {
        const body = withIds(changed, hers)
        expectProblem(await send(route, { as: mara, body }), 422, 'invalid', body)
      }
    }
  })
})

describe.each(withBody.filter(({ name }) => idsIn(bodies[name]).length))('$name', (route) => {
  test('finds nothing by an id in its body that is another account’s, or none', async () => {
    for (const named of idsIn(bodies[route.name])) {
      for (const id of [his[named] ?? '', crypto.randomUUID(), 'not-an-id', '', 'a\0b']) {
        const body = withIds(bodies[route.name], { ...hers, [named]: id })
        expectProblem(await send(route, { as: mara, body }), 404, 'not_found', body)
      }
    }
  })
})

test('none of this changed anything of the other account', async () => {
  const session = his['ai-sessions/:id'] ?? ''
  const page = await readPage(dario, session)
  expect(page.session).toMatchObject({ title: 'Acme Dental: VPN drops after MFA', status: 'active' })
  expect(page.messages).toHaveLength(2)
  expect(page.task_lane.questions).toMatchObject([{ status: 'open', answer: null }])
  const { body } = await dario.get<{ items: { role: string }[] }>('/members')
  expect(body.items.map(({ role }) => role)).toEqual(['owner', 'engineer'])
})
