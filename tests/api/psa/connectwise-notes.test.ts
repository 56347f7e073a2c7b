import { afterEach, describe, expect, test } from 'vitest'
import { answering, base, failureOf, type OwnServer, printerTicket } from './connectwise-server.ts'

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
const note = { text: 'Replaced the cable.', kinds: ['resolution'] } as const

describe('a note', () => {
  const flags = { detailDescriptionFlag: false, internalAnalysisFlag: false, resolutionFlag: false }
  const silent = { processNotifications: false, customerUpdatedFlag: false }

  test.each([
    [['resolution'] as const, { resolutionFlag: true }],
    [['internal'] as const, { internalAnalysisFlag: true }],
    [['discussion'] as const, { detailDescriptionFlag: true }],
    [['resolution', 'discussion'] as const, { resolutionFlag: true, detailDescriptionFlag: true }],
  ])('for %s is sent with all five flags', async (kinds, set) => {
    const { psa, asked } = await connected(({ method }) =>
      method === 'POST' ? { status: 201, body: { id: 9 } } : ticket,
    )
    expect(await psa.postNote('4711', { text: 'Done.', kinds })).toEqual({ id: '9' })
    const posted = asked.filter(({ method }) => method === 'POST')
    expect(posted.map(({ path, body }) => [path, body])).toEqual([
      [`${base}/service/tickets/4711/notes`, { text: 'Done.', ...flags, ...set, ...silent }],
    ])
  })

  test('that is internal is nothing else, and one for nobody is none', async () => {
    const { psa, asked } = await connected(() => ticket)
    await expect(psa.postNote('4711', { text: 'x', kinds: ['internal', 'discussion'] })).rejects.toThrow(Error)
    await expect(psa.postNote('4711', { text: 'x', kinds: [] })).rejects.toThrow(Error)
    expect(asked).toEqual([])
  })

  test('that is too long is refused and not cut', async () => {
    const { psa, asked } = await connected(() => ticket)
    const text = 'x'.repeat(psa.capabilities.longest_note + 1)
    expect(await failureOf(psa.postNote('4711', { text, kinds: ['internal'] }))).toMatchObject({
      code: 'not_accepted',
      may_have_arrived: false,
    })
    expect(asked).toEqual([])
  })

  test.each([
    ['drop' as const, 'unreachable', true],
    [{ status: 500, body: {} }, 'broken', true],
    [{ status: 502, text: '<html>' }, 'broken', true],
    [{ status: 200, text: '<html>' }, 'broken', true],
    [{ status: 201, body: {} }, 'broken', true],
    [{ status: 302, headers: { location: '/x' }, body: {} }, 'address_refused', true],
    [{ status: 429, headers: { 'retry-after': '1' }, body: {} }, 'rate_limited', false],
    [{ status: 400, body: {} }, 'not_accepted', false],
    [{ status: 401, body: {} }, 'keys_refused', false],
    [{ status: 404, body: {} }, 'not_found', false],
    [{ status: 409, body: {} }, 'in_use', false],
  ])('is sent once, also when it is answered with %o', async (answer, code, may_have_arrived) => {
    const { psa, asked } = await connected(({ method }) => (method === 'POST' ? answer : ticket))
    expect(await failureOf(psa.postNote('4711', note))).toMatchObject({ code, may_have_arrived })
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('is not sent to a base path where nothing has answered', async () => {
    const { psa, asked } = await connected(({ path, method }) => {
      if (path.startsWith('/login/')) return { body: { Codebase: 'v2025_16/' } }
      if (!path.startsWith('/v2025_16/')) return { status: 404, text: '<html>' }
      return method === 'POST' ? { status: 201, body: { id: 9 } } : ticket
    })
    await psa.postNote('4711', note)
    const posted = asked.filter(({ method }) => method === 'POST')
    expect(posted.map(({ path }) => path)).toEqual(['/v2025_16/apis/3.0/service/tickets/4711/notes'])
  })

  test('is read back with its kind, its author and its time, the oldest first', async () => {
    const body = [
      {
        id: 2,
        text: 'b',
        resolutionFlag: true,
        detailDescriptionFlag: true,
        createdBy: 'mreyes',
        dateCreated: '2026-05-01T11:00:00Z',
      },
      {
        id: 3,
        text: 'c',
        internalAnalysisFlag: true,
        member: { name: 'Mara Reyes' },
        dateCreated: '2026-05-01T12:00:00+02:00',
      },
      { id: 4, text: null, contact: { name: 'Dana Cole' }, dateCreated: '2026-05-01T12:00:00Z' },
    ]
    const { psa } = await connected(() => ({ body }))
    expect(await psa.listNotes('4711')).toEqual([
      { id: '3', text: 'c', kind: 'internal', author: 'Mara Reyes', created_at: '2026-05-01T10:00:00.000Z' },
      { id: '2', text: 'b', kind: 'resolution', author: 'mreyes', created_at: '2026-05-01T11:00:00.000Z' },
      { id: '4', text: '', kind: 'discussion', author: 'Dana Cole', created_at: '2026-05-01T12:00:00.000Z' },
    ])
  })
})
