import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { ticketSchema, ticketSummarySchema } from '../../../api/tickets/schemas.ts'
import { startConnectWise } from '../../harness/connectwise/connectwise.ts'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { connectionTo, saveConnection } from '../psa/connect.ts'
import { expectShape } from '../shapes.ts'

type Ticket = z.infer<typeof ticketSchema>
type Page = { items: z.infer<typeof ticketSummarySchema>[]; next_cursor: string | null }

const connectwise = await startConnectWise()
const product = await startProduct({ psa_allowed_hosts: connectwise.host })
afterAll(async () => {
  await product.close()
  await connectwise.close()
})

const vpn = {
  summary: ' VPN drops after MFA prompt ',
  description: 'A minute later.',
  company: 'Acme Dental',
  contact: '',
}

describe('on the built-in board', () => {
  let mara: Person
  beforeAll(async () => {
    mara = await signUpMara(product)
  })

  test('a ticket is added, and read as it was told', async () => {
    const { status, body } = await mara.post<Ticket>('/tickets', vpn)
    expect(status).toBe(201)
    expect(expectShape(ticketSchema, body)).toEqual({
      ref: '1001',
      summary: 'VPN drops after MFA prompt',
      description: 'A minute later.',
      status: { id: 'new', name: 'New', closed: false },
      company: { id: 'Acme Dental', name: 'Acme Dental' },
      contact: null,
      board: { id: 'service-desk', name: 'Service desk' },
      url: null,
      notes: [],
    })
    expect((await mara.get('/tickets/1001')).body).toEqual(body)
    const { items } = (await mara.get<{ items: object[] }>('/audit-events')).body
    expect(items[0]).toMatchObject({ action: 'ticket.created', ticket_ref: '1001', user: { name: 'Mara Reyes' } })
  })

  test('its notes and its board’s statuses can be read', async () => {
    const { account_id } = await idsOf(mara)
    const { provider } = await product.deps.psa.connect(account_id)
    const { id } = await provider.postNote('1001', { text: 'Called Dana.', kinds: ['internal'] })
    const { body } = await mara.get<Ticket>('/tickets/1001')
    expect(expectShape(ticketSchema, body).notes).toMatchObject([
      { id, text: 'Called Dana.', kind: 'internal', author: 'FlowPilot' },
    ])
    const { body: statuses } = await mara.get<{ items: { id: string }[] }>('/tickets/1001/statuses')
    expect(statuses.items.map(({ id }) => id)).toEqual([
      'new',
      'in_progress',
      'waiting',
      'escalated',
      'resolved',
      'closed',
    ])
  })

  test('the same request adds one ticket', async () => {
    const key = { 'idempotency-key': 'one ticket' }
    const answers = await Promise.all([1, 2, 3].map(() => mara.post<Ticket>('/tickets', vpn, key)))
    expect(new Set(answers.map(({ body }) => body.ref)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2)
    expectProblem(await mara.post('/tickets', { summary: 'Another' }, key), 409, 'idempotency_mismatch')
  })

  test('a list goes on behind its last ticket', async () => {
    const owner = await signUpMara(product)
    for (const summary of ['VPN one', 'Printer', 'VPN two', 'VPN three']) await owner.post('/tickets', { summary })
    const page = async (query: string) => (await owner.get<Page>(`/tickets?${query}`)).body
    const first = await page('q=vpn&limit=2')
    for (const item of first.items) expectShape(ticketSummarySchema, item)
    expect(first.items.map(({ ref }) => ref)).toEqual(['1004', '1003'])
    expect(first.next_cursor).not.toBeNull()
    const second = await page(`q=vpn&limit=2&cursor=${first.next_cursor}`)
    expect(second).toMatchObject({ items: [{ ref: '1001' }], next_cursor: null })
    expect((await page('')).items).toHaveLength(4)
    expect(await page('q=scanner')).toEqual({ items: [], next_cursor: null })
    expect(pathsOf(expectProblem(await owner.get('/tickets?cursor=77'), 422, 'invalid'))).toEqual(['cursor'])
  })

  test.each(['1', '1002x', '-1', '%E2%85%A7', '0x3e9', "1001'--", 'undefined', `${'9'.repeat(100)}`])(
    'there is no ticket %s',
    async (ref) => {
      expectProblem(await mara.get(`/tickets/${ref}`), 404, 'not_found')
      expectProblem(await mara.get(`/tickets/${ref}/statuses`), 404, 'not_found')
    },
  )

  test('another account’s ticket does not exist', async () => {
    const dario = await signUpDario(product)
    expectProblem(await dario.get('/tickets/1001'), 404, 'not_found')
    expect((await dario.get<Page>('/tickets?q=vpn')).body.items).toEqual([])
  })

  test.each([
    [{}, 'summary'],
    [{ summary: '  ' }, 'summary'],
    [{ summary: 'x'.repeat(201) }, 'summary'],
    [{ summary: 'VPN', description: 'x'.repeat(100_001) }, 'description'],
    [{ summary: 'VPN', company: 7 }, 'company'],
    [{ summary: 'VPN', number: 7 }, 'number'],
  ])('a ticket that is none is refused: %#', async (body, path) => {
    expect(pathsOf(expectProblem(await mara.post('/tickets', body), 422, 'invalid'))).toEqual([path])
  })
})

describe('of a connected ConnectWise', () => {
  let mara: Person
  beforeAll(async () => {
    mara = await signUpMara(product)
    await saveConnection(product, mara, connectionTo(connectwise))
  })
  beforeEach(() => connectwise.reset())

  test('a ticket is read with its notes, and the address where it opens', async () => {
    const { status, body } = await mara.get<Ticket>('/tickets/48213')
    expect(status).toBe(200)
    expect(expectShape(ticketSchema, body)).toMatchObject({
      ref: '48213',
      summary: 'VPN drops after MFA prompt',
      description: expect.stringContaining('Since yesterday'),
      company: { name: 'Acme Dental' },
      status: { name: 'In Progress', closed: false },
      board: { name: 'Service Desk' },
      url: expect.stringContaining('48213'),
    })
    expect(body.notes).toContainEqual(
      expect.objectContaining({ text: 'Called Dana: only in the office.', kind: 'internal' }),
    )
    const statuses = await mara.get<{ items: { name: string }[] }>('/tickets/48213/statuses')
    expect(statuses.body.items.map(({ name }) => name)).toContain('Escalated to L2')
  })

  test('tickets are found', async () => {
    const { body } = await mara.get<Page>('/tickets?q=vpn')
    expect(body.items.map(({ ref }) => ref)).toEqual(['48213'])
    expect((await mara.get<Page>('/tickets')).body.items.map(({ ref }) => ref)).toContain('48197')
  })

  test('tickets are added there, not here', async () => {
    expectProblem(await mara.post('/tickets', vpn), 409, 'conflict')
    const { account_id } = await idsOf(mara)
    expect(await product.admin`select from tickets where account_id = ${account_id}`).toHaveLength(0)
  })

  test('a ticket that is not there is not found', async () => {
    for (const ref of ['1', 'VPN', '48213.0']) expectProblem(await mara.get(`/tickets/${ref}`), 404, 'not_found')
  })

  test('what goes wrong there is told, with what to do next, and when', async () => {
    await connectwise.fault({ at: 'GET *', kind: 'not_json', times: 'always' })
    for (const path of ['/tickets/48213', '/tickets?q=vpn', '/tickets/48213/statuses']) {
      const { detail } = expectProblem(await mara.get(path), 502, 'psa_failed')
      expect(detail).toMatch(/not JSON.* test the connection under Settings\.$/)
    }
    await connectwise.clearFaults()
    await connectwise.fault({ at: 'GET *', kind: '429', retry_after: 60, times: 'always' })
    const limited = await mara.get('/tickets/48213')
    expectProblem(limited, 502, 'psa_failed')
    expect(limited.headers.get('retry-after')).toBe('60')
  })
})
