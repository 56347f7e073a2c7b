import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { conditionFor } from '../../../api/psa/connectwise/conditions.ts'
import { connectWise } from '../../../api/psa/connectwise/connectwise.ts'
import { createOutbound } from '../../../api/psa/outbound/outbound.ts'
import { answering, base, failureOf, type OwnServer, printerTicket, settings } from './connectwise-server.ts'

const servers: OwnServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const connected: typeof answering = async (...args) => {
  const server = await answering(...args)
  servers.push(server)
  return server
}

describe('a ticket', () => {
  test('is read with its company, contact, board and the page where people open it', async () => {
    const { psa } = await connected(() => ({ body: { ...printerTicket, more: 'than anybody asked for' } }))
    expect(await psa.fetchTicket('4711')).toMatchObject({
      ref: '4711',
      summary: 'Printer offline',
      description: 'It blinks.',
      status: { id: '16', name: 'In progress', closed: false },
      company: { id: '7', name: 'Acme Dental' },
      contact: 'Dana Cole',
      board: { id: '3', name: 'Service Desk' },
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/.*service_recid=4711&companyName=northbeam$/),
    })
  })

  test('is read without what no database keeps, whoever wrote it', async () => {
    const summary = 'Prin\0ter \ud83d offline'
    const { psa } = await connected(() => ({
      body: { ...printerTicket, summary, initialDescription: 'It\u0008 blinks.\r\nTwice.' },
    }))
    expect(await psa.fetchTicket('4711')).toMatchObject({
      summary: 'Printer \ufffd offline',
      description: 'It blinks.\nTwice.',
    })
  })

  test('opens in the cloud at the site of people, and is asked for at the API’s', async () => {
    const asked: string[] = []
    const outbound = createOutbound({
      allowed_hosts: [],
      resolve: async () => ['52.20.1.9'],
      async fetch(url) {
        asked.push(new URL(url).host)
        return Response.json(printerTicket)
      },
    })
    for (const site of ['na.myconnectwise.net', 'api-na.myconnectwise.net']) {
      const { url } = await connectWise({ ...settings, site }, outbound).fetchTicket('4711')
      expect(new URL(url ?? '').host).toBe('na.myconnectwise.net')
    }
    expect(asked).toEqual(['api-na.myconnectwise.net', 'api-na.myconnectwise.net'])
  })

  test('is closed by the flag of its status and never by a name', async () => {
    const statuses = [
      { id: 16, name: 'Closed', sortOrder: 2, closedStatus: false },
      { id: 17, name: 'Waiting', sortOrder: 1, closedStatus: true },
      { id: 18, name: 'Old', sortOrder: 0, inactive: true, closedStatus: true },
    ]
    const status = { id: 17, name: 'Waiting' }
    const { psa, asked } = await connected(({ path, query }) => {
      if (path.endsWith('/statuses')) return { body: statuses }
      const unsaid = { ...printerTicket, closedFlag: null }
      return { body: query.has('conditions') ? [unsaid, { ...unsaid, status }] : { ...unsaid, status } }
    })
    expect((await psa.fetchTicket('4711')).status).toEqual({ id: '17', name: 'Waiting', closed: true })
    expect((await psa.findTickets('')).map((found) => found.status.closed)).toEqual([false, true])
    expect(await psa.listStatuses('3')).toEqual([
      { id: '17', name: 'Waiting', closed: true },
      { id: '16', name: 'Closed', closed: false },
    ])
    expect(asked.filter(({ path }) => path.endsWith('/statuses'))).toHaveLength(1)
  })

  test('takes its description from what the customer said first, and is shown without when that can’t be read', async () => {
    const bare = { ...printerTicket, initialDescription: '' }
    const said = { id: 1, text: 'It is dead.', detailDescriptionFlag: true, dateCreated: '2026-05-01T10:00:00Z' }
    const { psa } = await connected(({ path }) => ({ body: path.endsWith('/notes') ? [said] : bare }))
    expect((await psa.fetchTicket('4711')).description).toBe('It is dead.')
    const forbidden = await connected(({ path }) =>
      path.endsWith('/notes') ? { status: 403, body: {} } : { body: bare },
    )
    expect((await forbidden.psa.fetchTicket('4711')).description).toBeNull()
  })

  test('gets a status by its whole reference', async () => {
    const { psa, asked } = await connected(() => ({ body: printerTicket }))
    await psa.setStatus('4711', '17')
    expect(asked.at(-1)).toMatchObject({
      method: 'PATCH',
      path: `${base}/service/tickets/4711`,
      body: [{ op: 'replace', path: 'status', value: { id: 17 } }],
    })
  })

  test('is patched again after a 429 and after nothing else', async () => {
    const busy = { status: 429, headers: { 'retry-after': '1' }, body: {} }
    let patches = 0
    const { psa } = await connected(({ method }) => {
      if (method !== 'PATCH') return { body: printerTicket }
      patches += 1
      return patches === 1 ? busy : { status: 500, body: {} }
    })
    expect(await failureOf(psa.setStatus('4711', '17'))).toMatchObject({ code: 'broken', may_have_arrived: true })
    expect(patches).toBe(2)
  })

  test('fills in company, contact and devices, and says where each stands', async () => {
    const { psa } = await connected(({ path, query }) => {
      if (path.endsWith('/company/configurations')) {
        expect(query.get('conditions')).toBe('id in (5,6)')
        return {
          body: [
            { id: 5, name: 'ACME-PC-05' },
            { id: 6, name: 'ACME-PRN-01' },
            { id: 99, name: 'SOUTHGATE-DC' },
          ],
        }
      }
      return { body: path.endsWith('/configurations') ? [{ id: 5 }, { id: 6 }] : printerTicket }
    })
    expect(await psa.prefill('4711')).toEqual([
      { key: 'company_name', value: 'Acme Dental', origin_ref: 'ticket 4711, company' },
      { key: 'contact_name', value: 'Dana Cole', origin_ref: 'ticket 4711, contact' },
      { key: 'contact_email', value: 'dana@acmedental.test', origin_ref: 'ticket 4711, contact' },
      { key: 'device_name', value: 'ACME-PC-05', origin_ref: 'ticket 4711, configurations' },
      { key: 'device_name', value: 'ACME-PRN-01', origin_ref: 'ticket 4711, configurations' },
    ])
  })

  test('fills in what it can when the devices may not be read', async () => {
    const { psa } = await connected(({ path }) =>
      path.endsWith('/configurations') ? { status: 403, body: {} } : { body: { ...printerTicket, contactName: null } },
    )
    expect((await psa.prefill('4711')).map(({ key }) => key)).toEqual(['company_name', 'contact_email'])
  })
})

describe('words to find tickets by', () => {
  test.each([
    ['printer', 'summary contains "printer"'],
    ['  Printer   offline ', 'summary contains "Printer" and summary contains "offline"'],
    ['4711', 'id = 4711 or summary contains "4711"'],
    ['#4711', 'id = 4711 or summary contains "#4711"'],
    ['99999999999', 'summary contains "99999999999"'],
    ['Größe 日本', 'summary contains "Größe" and summary contains "日本"'],
    [
      'x" or id > 0 or summary contains "',
      'summary contains "x" and summary contains "or" and summary contains "id" and summary contains "0" and summary contains "or" and summary contains "summary"',
    ],
    ["o'brien\\", 'summary contains "o" and summary contains "brien"'],
    ['100%', 'id = 100 or summary contains "100"'],
    ['[a-z] * _', 'summary contains "a-z"'],
  ])('“%s” become %s', (words, condition) => expect(conditionFor(words)).toBe(condition))

  test('can’t get out of their quotes, and stay short enough for an address', () => {
    const term = /summary contains "[\p{L}\p{N}\p{M}.@:/#+&-]+"/u.source
    const whole = new RegExp(`^(id = [1-9]\\d{0,9} or )?${term}( and ${term}){0,5}$`, 'u')
    const grammar = fc.constantFrom(
      '"',
      "'",
      '\\',
      '%',
      '[',
      ']',
      '(',
      ')',
      ' or ',
      ' and ',
      '1=1',
      '\u0000',
      '“',
      '\n',
      'x',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(grammar, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const condition = conditionFor(pieces.join(''))
        if (condition === undefined) return
        expect(condition).toMatch(whole)
        expect(encodeURIComponent(condition).length).toBeLessThan(2000)
      }),
    )
  })

  test('of which nothing can be looked for find nothing, and none find what is open, the newest first', async () => {
    const { psa, asked } = await connected(() => ({ body: [] }))
    expect(await psa.findTickets('"%*')).toEqual([])
    expect(asked).toEqual([])
    await psa.findTickets(' ')
    expect(Object.fromEntries(asked[0]?.query ?? [])).toMatchObject({
      conditions: 'closedFlag = false',
      orderBy: 'id desc',
      pageSize: '25',
    })
  })
})
