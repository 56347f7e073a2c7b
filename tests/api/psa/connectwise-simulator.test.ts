import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectWise } from '../../../api/psa/connectwise/connectwise.ts'
import { createOutbound } from '../../../api/psa/outbound/outbound.ts'
import type { NoteKind } from '../../../api/psa/provider.ts'
import { type OwnConnectWise, startConnectWise } from '../../harness/connectwise/connectwise.ts'
import { failureOf } from './connectwise-server.ts'

let there: OwnConnectWise
beforeAll(async () => {
  there = await startConnectWise()
})
afterAll(() => there.close())
beforeEach(() => there.reset())

const connect = (keys: Partial<typeof there.keys> = {}) =>
  connectWise({ ...there.keys, site: there.host, ...keys }, createOutbound({ allowed_hosts: [there.host] }), {
    timeout_ms: 500,
    wait: async () => {},
  })

const post_note = 'POST /service/tickets/{id}/notes'

describe('against ConnectWise', () => {
  test('the connection is proven, whatever the Codebase is', async () => {
    expect(await connect().probe()).toBe(`ConnectWise v2026.4.12345 answered at ${there.host}.`)
    await there.configure({ codebase: 'v2026_4/' })
    expect(await connect().probe()).toContain('answered')
  })

  test.each([401, 404] as const)(
    'wrong keys are wrong keys, also where they are answered with %s',
    async (wrong_keys_status) => {
      await there.configure({ wrong_keys_status })
      const psa = connect({ private_key: 'another' })
      for (const attempt of [
        psa.probe(),
        psa.findTickets('scan'),
        psa.postNote('48221', { text: 'x', kinds: ['internal'] }),
      ]) {
        expect(await failureOf(attempt)).toMatchObject({ code: 'keys_refused' })
      }
    },
  )

  test('a ticket is found by its words and by its number, and read', async () => {
    const psa = connect()
    const byWords = await psa.findTickets('scan mfp')
    expect(byWords.map(({ ref }) => ref)).toContain('48221')
    expect((await psa.findTickets('48221')).map(({ ref }) => ref)).toContain('48221')
    expect(await psa.findTickets('" or id > 0 or summary = "')).toEqual([])
    const ticket = await psa.fetchTicket('48221')
    expect(ticket).toMatchObject({ ref: '48221', company: { name: 'Acme Dental' }, status: { closed: false } })
    expect(ticket.description).not.toBeNull()
    const open = await psa.findTickets('')
    expect(open.length).toBeGreaterThan(1)
    expect(open.every(({ status }) => !status.closed)).toBe(true)
  })

  test('a ticket is moved to a status of its board', async () => {
    const psa = connect()
    const { board, status } = await psa.fetchTicket('48221')
    expect(await psa.listBoards()).toContainEqual(board)
    const closed = (await psa.listStatuses(board.id)).find((each) => each.closed)
    expect(closed && closed.id !== status.id).toBe(true)
    await psa.setStatus('48221', closed?.id ?? '')
    expect((await psa.fetchTicket('48221')).status).toEqual(closed)
  })

  test.each<NoteKind>(['resolution', 'internal', 'discussion'])(
    'a note is posted as %s and read back as that',
    async (kind) => {
      const psa = connect()
      const [text = ''] = psa.renderNote(
        '## Resolution\nReplaced the cable.',
        'Resolution note',
        'FP-7K3M9Q',
        (note) => note,
      )
      const { id } = await psa.postNote('48221', { text, kinds: [kind] })
      expect((await psa.listNotes('48221')).find((note) => note.id === id)).toMatchObject({ text, kind })
      expect(await there.mails()).toEqual([])
    },
  )

  test.each([
    ['drop_before', 0],
    ['hang_before', 0],
    ['drop_after', 1],
    ['hang_after', 1],
    ['truncated', 1],
    ['500', 0],
    ['502', 0],
    ['not_json', 0],
  ] as const)('a note that is posted into %s is in doubt, and there %s times', async (kind, times) => {
    await there.fault({ at: post_note, kind })
    const failure = await failureOf(connect().postNote('48221', { text: 'Once.', kinds: ['internal'] }))
    expect(failure.may_have_arrived).toBe(true)
    expect((await there.notesOf(48221)).filter(({ text }) => text === 'Once.')).toHaveLength(times)
    expect((await there.requests()).filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test.each(['409', '429'] as const)('a note that is refused by %s is not there', async (kind) => {
    await there.fault({ at: post_note, kind })
    const failure = await failureOf(connect().postNote('48221', { text: 'Once.', kinds: ['internal'] }))
    expect(failure.may_have_arrived).toBe(false)
    expect((await there.notesOf(48221)).some(({ text }) => text === 'Once.')).toBe(false)
  })

  test('a redirect is refused', async () => {
    await there.fault({ at: 'GET /service/tickets/{id}', kind: 'redirect', to: 'http://169.254.169.254/' })
    expect(await failureOf(connect().fetchTicket('48221'))).toMatchObject({ code: 'address_refused' })
  })

  test('a script is filled in with the ticket’s company and contact', async () => {
    const values = await connect().prefill('48221')
    expect(values).toContainEqual({ key: 'company_name', value: 'Acme Dental', origin_ref: 'ticket 48221, company' })
    expect(values.map(({ key }) => key)).toContain('contact_email')
  })
})
