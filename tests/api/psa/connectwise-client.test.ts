import { afterEach, describe, expect, test } from 'vitest'
import type { NewNote } from '../../../api/psa/provider.ts'
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

const ticket = { body: printerTicket }
const note: NewNote = { text: 'Replaced the cable.', kinds: ['resolution'] }

describe('every request', () => {
  test('carries the keys, the client id and the version, and names the fields that it wants', async () => {
    const { psa, asked } = await connected(({ path }) => {
      if (path.endsWith('/info')) return { body: { version: 'v2025.16' } }
      return path.endsWith('/4711') ? ticket : { body: [] }
    })
    await psa.probe()
    await psa.fetchTicket('4711')
    await psa.listNotes('4711')
    await psa.listBoards()
    await psa.listStatuses('3')
    await psa.findTickets('printer')
    await psa.prefill('4711')
    const login = Buffer.from('northbeam+Qm7dNorthbeamPub1:x4TnorthbeamPriv9').toString('base64')
    for (const { headers, query, method } of asked) {
      expect(method).toBe('GET')
      expect(headers).toMatchObject({
        authorization: `Basic ${login}`,
        clientid: settings.client_id,
        accept: 'application/vnd.connectwise.com+json; version=2025.16',
      })
      expect(query.get('fields')).toMatch(/^[\w/]+(,[\w/]+)*$/)
    }
    expect(asked.length).toBeGreaterThanOrEqual(8)
  })

  test('goes to the Codebase that the site names when the usual one is not there, which is asked for once', async () => {
    const { psa, asked } = await connected(({ path }) => {
      if (path === '/login/companyinfo/northbeam') return { body: { Codebase: 'v2025_16/' } }
      return path.startsWith('/v2025_16/apis/3.0/service/tickets/') ? ticket : { status: 404, text: '<html>' }
    })
    expect((await psa.fetchTicket('4711')).ref).toBe('4711')
    expect((await psa.fetchTicket('4711')).ref).toBe('4711')
    expect(asked.map(({ path }) => path)).toEqual([
      `${base}/service/tickets/4711`,
      '/login/companyinfo/northbeam',
      '/v2025_16/apis/3.0/service/tickets/4711',
      '/v2025_16/apis/3.0/service/tickets/4711',
    ])
    expect(asked[1]?.headers.authorization).toBeUndefined()
  })

  test('finds the Codebase for several questions at once', async () => {
    const { psa } = await connected(({ path }) => {
      if (path === '/login/companyinfo/northbeam') return { body: { Codebase: 'v2025_16/' } }
      return path.startsWith('/v2025_16/') ? ticket : { status: 404, text: '<html>' }
    })
    const tickets = await Promise.all(['4711', '4711', '4711'].map((ref) => psa.fetchTicket(ref)))
    expect(tickets.map(({ ref }) => ref)).toEqual(['4711', '4711', '4711'])
  })

  test('is asked again when the Codebase was found while it was on its way', async () => {
    let late = () => {}
    const { psa } = await connected(({ path, query }) => {
      if (path.startsWith('/login/')) return { body: { Codebase: 'v2025_16/' } }
      if (path.startsWith('/v2025_16/')) return path.endsWith('/statuses') ? { body: [] } : ticket
      const missing = { status: 404, text: '<html>' }
      return query.get('fields')?.includes('closedStatus')
        ? { ...missing, after: new Promise<void>((go) => (late = go)) }
        : missing
    })
    const statuses = psa.listStatuses('3')
    expect((await psa.fetchTicket('4711')).ref).toBe('4711')
    late()
    expect(await statuses).toEqual([])
  })

  test.each(['../../evil', 'a/b', '//evil.test', '..', 'x?y', ''])(
    'never goes to the Codebase “%s”',
    async (Codebase) => {
      const { psa, asked } = await connected(({ path }) =>
        path.startsWith('/login/') ? { body: { Codebase } } : { status: 404, body: {} },
      )
      await failureOf(psa.fetchTicket('4711'))
      expect(asked.filter(({ path }) => !path.startsWith(base) && !path.startsWith('/login/'))).toEqual([])
    },
  )

  test('tells a ticket that does not exist from keys that nothing is shown to', async () => {
    const missing = await connected(({ path }) => (path.endsWith('/info') ? { body: {} } : { status: 404, body: {} }))
    expect(await failureOf(missing.psa.fetchTicket('4711'))).toMatchObject({
      code: 'not_found',
      message: 'ConnectWise has no ticket 4711.',
    })
    const wrong = await connected(() => ({ status: 404, body: {} }))
    expect(await failureOf(wrong.psa.fetchTicket('4711'))).toMatchObject({ code: 'keys_refused' })
    expect(await failureOf(wrong.psa.probe())).toMatchObject({ code: 'keys_refused' })
  })

  test('is never made for what can be no number', async () => {
    const { psa, asked } = await connected(() => ticket)
    const refs = [
      '',
      '0',
      '-1',
      '1.5',
      '1e3',
      '0x10',
      ' 1',
      '4711/notes',
      '../boards',
      '99999999999',
      '2147483648',
      '٣',
    ]
    for (const ref of refs) {
      const attempts: Promise<unknown>[] = [
        psa.fetchTicket(ref),
        psa.listNotes(ref),
        psa.postNote(ref, note),
        psa.prefill(ref),
      ]
      attempts.push(psa.setStatus('4711', ref), psa.setStatus(ref, '1'), psa.listStatuses(ref))
      for (const attempt of attempts) {
        expect(await failureOf(attempt)).toMatchObject({ code: 'not_found', may_have_arrived: false })
      }
    }
    expect(asked).toEqual([])
  })
})

describe('an answer', () => {
  test.each([
    [401, 'keys_refused'],
    [403, 'keys_refused'],
    [400, 'not_accepted'],
    [409, 'in_use'],
    [415, 'not_accepted'],
    [500, 'broken'],
    [502, 'broken'],
  ])('of %s is %s', async (status, code) => {
    const { psa } = await connected(() => ({ status, body: { code: 'X', message: 'Said so' } }))
    expect(await failureOf(psa.fetchTicket('4711'))).toMatchObject({ code })
  })

  test.each([
    ['HTML', '<html>We are down for maintenance</html>'],
    ['nothing', ''],
    ['half of JSON', '{"id": 47'],
    ['null', 'null'],
    ['another record', '{"id": "4711"}'],
  ])('that is %s is broken', async (_, text) => {
    const { psa } = await connected(() => ({ text }))
    expect(await failureOf(psa.fetchTicket('4711'))).toMatchObject({ code: 'broken' })
  })

  test('is shown in ConnectWise’s own words, without the keys', async () => {
    const login = Buffer.from('northbeam+Qm7dNorthbeamPub1:x4TnorthbeamPriv9').toString('base64')
    const message = `No: Basic ${login} or x4TnorthbeamPriv9 or Qm7dNorthbeamPub1, ${settings.client_id}\u0000`
    const { psa } = await connected(() => ({ status: 400, body: { message, errors: null } }))
    const failure = await failureOf(psa.fetchTicket('4711'))
    expect(failure.message).toBe('ConnectWise did not accept this for ticket 4711: No: Basic … or … or …, … ')
  })
})

describe('what reads', () => {
  test.each([['drop' as const], [{ status: 503, body: {} }]])('is asked once more after %o', async (first) => {
    const { psa, asked } = await connected((_, count) => (count === 1 ? first : ticket))
    expect((await psa.fetchTicket('4711')).summary).toBe('Printer offline')
    expect(asked).toHaveLength(2)
  })

  test('is not asked a third time', async () => {
    const { psa, asked } = await connected(() => 'drop')
    expect(await failureOf(psa.fetchTicket('4711'))).toMatchObject({ code: 'unreachable' })
    expect(asked).toHaveLength(2)
  })

  test('waits as long as a 429 asks, twice at the most', async () => {
    const busy = { status: 429, headers: { 'retry-after': '7' }, body: {} }
    const { psa, asked, waits } = await connected((_, count) => (count <= 2 ? busy : ticket))
    expect((await psa.fetchTicket('4711')).ref).toBe('4711')
    expect([asked.length, waits]).toEqual([3, [7000, 7000]])
    const always = await connected(() => busy)
    expect(await failureOf(always.psa.fetchTicket('4711'))).toMatchObject({
      code: 'rate_limited',
      retry_after_seconds: 7,
    })
    expect(always.asked).toHaveLength(3)
  })

  test('does not wait for longer than an engineer would', async () => {
    const { psa, asked, waits } = await connected(() => ({ status: 429, headers: { 'retry-after': '30' }, body: {} }))
    expect(await failureOf(psa.fetchTicket('4711'))).toMatchObject({ code: 'rate_limited', retry_after_seconds: 30 })
    expect([asked.length, waits]).toEqual([1, []])
  })

  test('reads every page that the Link header announces, and follows no address in it', async () => {
    const elsewhere = { link: '<http://127.0.0.1:1/evil?page=2>; rel="next", <http://127.0.0.1:1/evil>; rel="last"' }
    const { psa, asked } = await connected(({ query }) => {
      const page = Number(query.get('page'))
      const dateCreated = `2026-05-0${4 - page}T10:00:00Z`
      return { headers: page < 3 ? elsewhere : {}, body: [{ id: page, text: `${page}`, dateCreated }] }
    })
    expect((await psa.listNotes('4711')).map(({ text }) => text)).toEqual(['3', '2', '1'])
    expect(asked.map(({ query }) => query.get('page'))).toEqual(['1', '2', '3'])
  })

  test('fails rather than leave notes out of a list without end', async () => {
    const body = [{ id: 1, text: 'x', dateCreated: '2026-05-01T10:00:00Z' }]
    const { psa, asked } = await connected(() => ({ headers: { link: '<x>; rel="next"' }, body }))
    expect(await failureOf(psa.listNotes('4711'))).toMatchObject({ code: 'broken' })
    expect(asked).toHaveLength(40)
  })
})
