import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import type { ticketSchema } from '../../../api/tickets/schemas.ts'
import type { Kind } from '../artifacts/artifacts.ts'
import { type Person, signUpColleague, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'
import { post, previewOf, settle } from './posting.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
let lee: Person
beforeAll(async () => {
  mara = await signUpMara(product)
  lee = await signUpColleague(product, mara, 'engineer')
})

type Ticket = z.infer<typeof ticketSchema>

async function open(kind: Kind = 'resolution-note') {
  const { body: ticket } = await mara.post<Ticket>('/tickets', { summary: 'VPN drops', company: 'Acme Dental' })
  const { id } = await openSession(mara, { title: 'VPN drops', ticket_ref: ticket.ref })
  await mara.post(`/ai-sessions/${id}/facts`, { text: 'NPS01 logs reason code 22' })
  return { ticket: ticket.ref, id, seen: await previewOf(mara, id, kind) }
}
const read = async (ref: string) => (await mara.get<Ticket>(`/tickets/${ref}`)).body

describe.concurrent('on the built-in board', () => {
  test.each([
    ['resolution-note', 'resolved', 'resolution', 'Resolved'],
    ['escalation-package', 'escalated', 'internal', 'Escalated'],
  ] as const)('a %s is posted as it was previewed, and the ticket is moved', async (kind, result, reader, status) => {
    const it = await open(kind)
    const answer = await post(mara, it, { kind })
    expect(answer).toMatchObject({ status: 200, body: { result, ticket_status: { name: status, verified: true } } })
    const ticket = await read(it.ticket)
    expect(ticket.status.name).toBe(status)
    expect(ticket.notes).toMatchObject([{ id: answer.body.external_id, text: it.seen.posted_as, kind: reader }])
    expect((await post(mara, it, { kind })).status).toBe(409)
  })

  test('twenty clicks post one note', async () => {
    const it = await open()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => post(at % 2 ? mara : lee, it)))
    expect(new Set(answers.map(({ status, body }) => (status === 200 ? 200 : body.code)))).toEqual(
      new Set([200, 'already_resolved']),
    )
    expect((await read(it.ticket)).notes).toHaveLength(1)
  })

  test('a status of one’s own choice is set, and an unknown one refused', async () => {
    const it = await open()
    expect((await post(mara, it, { ticket_status_id: 'nowhere' })).status).toBe(422)
    expect((await post(mara, it, { ticket_status_id: 'waiting' })).body.ticket_status?.name).toBe(
      'Waiting for customer',
    )
    expect((await read(it.ticket)).notes).toHaveLength(1)
  })

  test('an over-long note is split, and every part is there once', async () => {
    const it = await open()
    const words = Array.from({ length: 6500 }, (_, at) => `word-${at}`)
    expect((await post(mara, it, { markdown: words.join('\n') })).status).toBe(422)
    const fitting = words.slice(0, 5500)
    expect((await post(mara, it, { markdown: fitting.join('\n') })).status).toBe(200)
    const { notes } = await read(it.ticket)
    expect(notes.flatMap(({ text }) => text.match(/word-\d+/g) ?? [])).toEqual(fitting)
  })

  test('a ticket that moved stops the post', async () => {
    const it = await open()
    const other = await open()
    await mara.patch(`/ai-sessions/${it.id}`, { ticket_ref: other.ticket })
    expect(await post(mara, it)).toMatchObject({ status: 409, body: { code: 'ticket_moved' } })
    expect((await read(other.ticket)).notes).toEqual([])
  })

  test('a session is read-only until it is reopened, and then resolved again with another note', async () => {
    const it = await open()
    await post(mara, it)
    expect((await mara.post(`/ai-sessions/${it.id}/facts`, { text: 'Late' })).body).toMatchObject({
      code: 'already_resolved',
    })
    await mara.patch(`/ai-sessions/${it.id}`, { status: 'active' })
    const seen = await previewOf(mara, it.id)
    expect((await post(mara, { id: it.id, seen })).body).toMatchObject({ code: 'ticket_moved' })
    expect((await post(mara, { id: it.id, seen }, { accept_moved: true })).status).toBe(200)
    expect(new Set((await read(it.ticket)).notes.map(({ text }) => text)).size).toBe(2)
  })

  test('there is nothing to settle where nothing stopped', async () => {
    const it = await open()
    expect(await settle(mara, it, 'check_again')).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})
