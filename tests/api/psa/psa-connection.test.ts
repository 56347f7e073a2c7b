import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPsa } from '../../../api/psa/registry.ts'
import { connectionSchema } from '../../../api/psa/schemas.ts'
import { secret } from '../../harness/app.ts'
import { startConnectWise } from '../../harness/connectwise/connectwise.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { expectShape } from '../shapes.ts'
import { connectionTo, saveConnection } from './connect.ts'

const connectwise = await startConnectWise()
const other_site = 'na.myconnectwise.net'
const product = await startProduct({ psa_allowed_hosts: connectwise.host })
afterAll(async () => {
  await product.close()
  await connectwise.close()
})

const connection = connectionTo(connectwise)
const { private_key, client_id } = connectwise.keys
const { private_key: _, client_id: __, ...without_keys } = connection
const save = (who: Person, body: unknown) => saveConnection(product, who, body)
const rowOf = async (who: Person) => {
  const { account_id } = await idsOf(who)
  const [row] = await product.admin`select * from psa_connections where account_id = ${account_id}`
  return row
}
const lastEvent = async (who: Person) =>
  (await who.get<{ items: Record<string, unknown>[] }>('/audit-events?limit=1')).body.items[0]

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

test('an account that connected nothing has the built-in board, which has targets for both ends', async () => {
  const { body } = await mara.get('/psa-connection')
  expect(expectShape(connectionSchema, body)).toEqual({
    provider: 'builtin',
    site: null,
    company_id: null,
    public_key: null,
    has_private_key: false,
    has_client_id: false,
    statuses: { resolved: { 'service-desk': 'resolved' }, escalated: { 'service-desk': 'escalated' } },
  })
  expect((await mara.post('/psa-connection/test')).body).toEqual({
    ok: true,
    detail: 'The built-in ticket board answered.',
  })
  const { body: boards } = await mara.get<{ items: { id: string; statuses: { id: string }[] }[] }>(
    '/psa-connection/boards',
  )
  expect(boards.items.map(({ id, statuses }) => [id, statuses.map((status) => status.id)])).toEqual([
    ['service-desk', ['new', 'in_progress', 'waiting', 'escalated', 'resolved', 'closed']],
  ])
})

test('the built-in board’s targets can be picked', async () => {
  const picked = { resolved: { 'service-desk': 'closed' } }
  const { status, body } = await save(mara, { provider: 'builtin', statuses: picked })
  expect(status).toBe(200)
  expect(body.statuses).toEqual({ resolved: { 'service-desk': 'closed' }, escalated: { 'service-desk': 'escalated' } })
  const { account_id } = await idsOf(mara)
  expect((await product.deps.psa.connect(account_id)).targets.resolved).toEqual({ 'service-desk': 'closed' })
})

test('a connection is kept, and its secrets are never read back, nor kept or logged in the clear', async () => {
  const statuses = { resolved: { '1': '17' }, escalated: { '1': '20' } }
  const saved = await save(mara, { ...connection, statuses })
  expect(saved.status).toBe(200)
  const shown = {
    provider: 'connectwise',
    site: connectwise.host,
    company_id: 'northbeam',
    public_key: connectwise.keys.public_key,
    has_private_key: true,
    has_client_id: true,
    statuses,
  }
  expect(expectShape(connectionSchema, saved.body)).toEqual(shown)
  expect((await mara.get('/psa-connection')).body).toEqual(shown)
  const row = await rowOf(mara)
  const sealed = expect.stringMatching(/^v1:/)
  expect(row).toMatchObject({ private_key_encrypted: sealed, client_id_encrypted: sealed })
  const events = await mara.get('/audit-events')
  const seen = JSON.stringify([row, events.body, product.logged, saved.body])
  for (const key of [private_key, client_id]) expect(seen).not.toContain(key)
  expect(await lastEvent(mara)).toMatchObject({
    action: 'psa_connection.saved',
    user: { name: 'Mara Reyes' },
    detail: { provider: 'connectwise', site: connectwise.host, given: expect.arrayContaining(['private_key']) },
  })
})

test('the connection is tried out, and its boards are listed with their statuses', async () => {
  const { body } = await mara.post<{ ok: boolean; detail: string }>('/psa-connection/test')
  expect(body).toEqual({ ok: true, detail: expect.stringContaining(`answered at ${connectwise.host}`) })
  const boards = await mara.get<{ items: { name: string; statuses: { name: string; closed: boolean }[] }[] }>(
    '/psa-connection/boards',
  )
  expect(boards.body.items.map(({ name }) => name)).toEqual(['Projects', 'Service Desk'])
  const desk = boards.body.items[1]?.statuses ?? []
  expect(desk.find(({ name }) => name === 'Resolved')).toMatchObject({ closed: true })
  expect(desk.map(({ name }) => name)).not.toContain('Old: do not use')
})

test('a connection that does not hold says so, with what to do', async () => {
  const owner = await signUpMara(product)
  await save(owner, { ...connection, private_key: 'wrong' })
  expect(await owner.post('/psa-connection/test')).toMatchObject({
    status: 200,
    body: { ok: false, detail: expect.stringMatching(/ConnectWise .*keys.*Settings\.$/) },
  })
  const problem = expectProblem(await owner.get('/psa-connection/boards'), 502, 'psa_failed')
  expect(problem.detail).toContain('enter the keys anew under Settings')
})

describe('keys that are left out', () => {
  test('stay, as long as site, company and public key do', async () => {
    const before = await rowOf(mara)
    const { status, body } = await save(mara, { ...without_keys, statuses: { resolved: {}, escalated: {} } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ has_private_key: true, has_client_id: true })
    expect((await mara.post('/psa-connection/test')).body).toMatchObject({ ok: true })
    // Sealed anew each time, so that nobody sees which key was changed.
    expect((await rowOf(mara))?.private_key_encrypted).not.toBe(before?.private_key_encrypted)
  })

  test.each([
    ['site', { site: other_site }],
    ['company', { company_id: 'southgate' }],
    ['public key', { public_key: 'another' }],
  ])('are not sent along to another %s', async (_, change) => {
    const before = await rowOf(mara)
    const problem = expectProblem(await save(mara, { ...without_keys, ...change }), 422, 'invalid')
    expect(pathsOf(problem)).toEqual(['private_key', 'client_id'])
    expectProblem(await save(mara, { ...without_keys, ...change, private_key: 'x' }), 422, 'invalid')
    expect(await rowOf(mara)).toEqual(before)
  })

  test('were never there in a new account', async () => {
    const owner = await signUpMara(product)
    expect(pathsOf(expectProblem(await save(owner, without_keys), 422, 'invalid'))).toEqual([
      'private_key',
      'client_id',
    ])
  })
})

test.each(['10.0.0.5', 'https://na.myconnectwise.net', '127.0.0.1', 'myconnectwise.net.southgate.test', 'localhost'])(
  'a site that FlowPilot may not talk to is refused: %s',
  async (site) => {
    const problem = expectProblem(await save(mara, { ...connection, site }), 422, 'invalid')
    expect(pathsOf(problem)).toEqual(['site'])
  },
)

test.each([
  { provider: 'autotask' },
  { ...connection, company_id: 'north+beam' },
  { ...connection, public_key: 'a:b' },
  { ...connection, private_key: 'with space' },
  { ...connection, client_id: 'é' },
  { ...connection, statuses: { resolved: { '1': 17 } } },
  { provider: 'builtin', site: 'na.myconnectwise.net' },
])('what is no connection is refused: %j', async (body) => {
  expectProblem(await save(mara, body), 422, 'invalid')
})

test('an engineer sees the connection and its boards, and changes nothing', async () => {
  const engineer = await signUpColleague(product, mara, 'engineer')
  expect((await engineer.get('/psa-connection')).body).toMatchObject({ provider: 'connectwise' })
  expect((await engineer.get('/psa-connection/boards')).status).toBe(200)
  expectProblem(await save(engineer, connection), 403, 'forbidden')
  expectProblem(await engineer.delete('/psa-connection'), 403, 'forbidden')
  expectProblem(await engineer.post('/psa-connection/test'), 403, 'forbidden')
})

test('another account has nothing of it', async () => {
  const dario = await signUpDario(product)
  expect((await dario.get('/psa-connection')).body).toMatchObject({ provider: 'builtin', has_private_key: false })
  const theirs = await rowOf(mara)
  const { account_id } = await idsOf(dario)
  await product.admin`
    insert into psa_connections ${product.admin({ ...theirs, account_id } as Record<string, string>)}`
  expect((await dario.post('/psa-connection/test')).body).toMatchObject({
    ok: false,
    detail: expect.stringContaining('can’t be read any more'),
  })
})

describe('a changed secret', () => {
  const next = 'the next secret of this test, 32 bytes or more'
  const psaWith = (of: string, former_secrets: string[]) =>
    createPsa({
      database: product.deps.database,
      config: { psa_allowed_hosts: [connectwise.host], former_secrets },
      secret: of,
    })

  test('opens with the former one what that sealed, and seals it anew', async () => {
    const { account_id } = await idsOf(mara)
    const before = await rowOf(mara)
    const { provider } = await psaWith(next, [secret]).connect(account_id)
    expect(await provider.probe()).toContain('answered')
    const after = await rowOf(mara)
    expect(after?.private_key_encrypted).not.toBe(before?.private_key_encrypted)
    const again = await psaWith(next, []).connect(account_id)
    expect(await again.provider.probe()).toContain('answered')
    expect(await rowOf(mara)).toEqual(after)
  })

  test('without the former one the keys have to be given anew, and a connection can be saved again', async () => {
    expect((await mara.post('/psa-connection/test')).body).toMatchObject({ ok: false })
    expectProblem(await save(mara, without_keys), 422, 'invalid')
    expect((await save(mara, connection)).status).toBe(200)
    expect((await mara.post('/psa-connection/test')).body).toMatchObject({ ok: true })
  })
})

test('a connection that is removed takes its keys with it', async () => {
  expect((await mara.delete('/psa-connection')).status).toBe(204)
  expect(await rowOf(mara)).toBeUndefined()
  expect((await mara.get('/psa-connection')).body).toMatchObject({ provider: 'builtin', has_private_key: false })
  expect(await lastEvent(mara)).toMatchObject({ action: 'psa_connection.removed' })
  expect((await mara.delete('/psa-connection')).status).toBe(204)
  const { body } = await mara.get<{ items: { action: string }[] }>('/audit-events')
  expect(body.items.filter(({ action }) => action === 'psa_connection.removed')).toHaveLength(1)
})
