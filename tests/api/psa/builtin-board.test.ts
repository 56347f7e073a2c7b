import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { longest_note, renderNote } from '../../../api/psa/builtin/note-text.ts'
import type { PsaProvider } from '../../../api/psa/provider.ts'
import { idsOf, type Person, signUpDario, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { failureOf } from './connectwise-server.ts'

const product = await startProduct()
afterAll(product.close)

const boardOf = async (who: Person): Promise<PsaProvider> =>
  (await product.deps.psa.connect((await idsOf(who)).account_id)).provider
const addTicket = async (who: Person, summary: string, more: object = {}) =>
  (await who.post<{ ref: string }>('/tickets', { summary, ...more })).body.ref

let mara: Person
let board: PsaProvider
beforeAll(async () => {
  mara = await signUpMara(product)
  board = await boardOf(mara)
})

describe('numbers', () => {
  test('begin at 1001 in each account, and of twenty tickets at once none has another’s', async () => {
    const dario = await signUpDario(product)
    const made = await Promise.all(Array.from({ length: 20 }, (_, at) => addTicket(dario, `Ticket ${at}`)))
    expect(made.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => 1001 + at))
    expect(await addTicket(mara, 'VPN drops after MFA prompt')).toBe('1001')
  })

  test.each(['0', '-1', '1e3', '01001', ' 1001', '1001.0', '9999999999', '2147483648', 'VPN', '', 'ⅷ'])(
    '“%s” is no ticket’s',
    async (ref) => {
      const calls = [
        board.fetchTicket(ref),
        board.listNotes(ref),
        board.prefill(ref),
        board.setStatus(ref, 'resolved'),
        board.postNote(ref, { text: 'x', kinds: ['internal'] }),
      ]
      for (const call of calls)
        expect(await failureOf(call)).toMatchObject({ code: 'not_found', may_have_arrived: false })
    },
  )

  test('of another account are not found, whatever is done with them', async () => {
    const rival = await boardOf(await signUpDario(product))
    const ref = await addTicket(mara, 'Acme Dental: printer')
    expect(await failureOf(rival.fetchTicket(ref))).toMatchObject({ code: 'not_found' })
    expect(await failureOf(rival.setStatus(ref, 'closed'))).toMatchObject({ code: 'not_found' })
    expect(await failureOf(rival.postNote(ref, { text: 'x', kinds: ['internal'] }))).toMatchObject({
      code: 'not_found',
    })
    expect(await rival.findTickets('printer')).toEqual([])
    expect(await board.fetchTicket(ref)).toMatchObject({ status: { id: 'new' } })
    expect(await board.listNotes(ref)).toEqual([])
  })
})

test('tickets are found by number and by all words of the summary, the newest first; without words those that are open', async () => {
  const owner = await signUpMara(product)
  const own = await boardOf(owner)
  const vpn = await addTicket(owner, 'VPN drops at 100 %_')
  const printer = await addTicket(owner, 'Printer drops jobs')
  const refs = async (words: string) => (await own.findTickets(words)).map(({ ref }) => ref)
  expect(await refs('drops')).toEqual([printer, vpn])
  expect(await refs(' JOBS   printer ')).toEqual([printer])
  expect(await refs(`#${vpn}`)).toEqual([vpn])
  expect(await refs('%_')).toEqual([vpn])
  expect(await refs("'; drop table tickets")).toEqual([])
  await own.setStatus(vpn, 'closed')
  expect(await refs('')).toEqual([printer])
  expect(await refs('vpn')).toEqual([vpn])
})

test('at most 25 are found', async () => {
  const owner = await signUpMara(product)
  for (let at = 0; at < 27; at++) await addTicket(owner, `Ticket ${at}`)
  const found = await (await boardOf(owner)).findTickets('ticket')
  expect(found.map(({ ref }) => ref)).toEqual(Array.from({ length: 25 }, (_, at) => `${1027 - at}`))
})

test('notes stand in the order in which they came, each for those whom it was for', async () => {
  const ref = await addTicket(mara, 'Notes')
  const kinds = [['internal'], ['resolution'], ['discussion'], ['discussion', 'resolution']] as const
  const ids: string[] = []
  for (const [at, each] of kinds.entries()) ids.push((await board.postNote(ref, { text: `${at}`, kinds: each })).id)
  const notes = await board.listNotes(ref)
  expect(notes.map(({ id, kind, text, author }) => [id, kind, text, author])).toEqual([
    [ids[0], 'internal', '0', 'FlowPilot'],
    [ids[1], 'resolution', '1', 'FlowPilot'],
    [ids[2], 'discussion', '2', 'FlowPilot'],
    [ids[3], 'resolution', '3', 'FlowPilot'],
  ])
  expect(new Set(notes.map(({ created_at }) => created_at)).size).toBe(4)
})

test('a note of ten at once is kept once each', async () => {
  const ref = await addTicket(mara, 'At once')
  const texts = Array.from({ length: 10 }, (_, at) => `Note ${at}`)
  await Promise.all(texts.map((text) => board.postNote(ref, { text, kinds: ['internal'] })))
  expect((await board.listNotes(ref)).map(({ text }) => text).sort()).toEqual(texts)
})

test('a note that is too long is not kept', async () => {
  const ref = await addTicket(mara, 'Long')
  const note = { text: 'x'.repeat(longest_note + 1), kinds: ['internal'] as const }
  expect(await failureOf(board.postNote(ref, note))).toMatchObject({ code: 'not_accepted', may_have_arrived: false })
  expect(await board.listNotes(ref)).toEqual([])
})

test('a ticket takes a status of its board, and no other', async () => {
  const ref = await addTicket(mara, 'Status', { company: 'Acme Dental', contact: 'Dana Whitfield' })
  for (const status of await board.listStatuses('service-desk')) {
    await board.setStatus(ref, status.id)
    expect((await board.fetchTicket(ref)).status).toEqual(status)
  }
  expect(await failureOf(board.setStatus(ref, 'done'))).toMatchObject({ code: 'not_accepted' })
  expect(await failureOf(board.listStatuses('1'))).toMatchObject({ code: 'not_found' })
  expect(await board.prefill(ref)).toEqual([
    { key: 'company_name', value: 'Acme Dental', origin_ref: `ticket ${ref}, company` },
    { key: 'contact_name', value: 'Dana Whitfield', origin_ref: `ticket ${ref}, contact` },
  ])
})

describe('the text of a note', () => {
  const reference = 'FP-8ABCD123'
  const asItIs = (text: string) => text

  test('begins with title and reference, and is the Markdown otherwise', () => {
    expect(renderNote('## Problem\n\n- It *drops*.', 'Resolution\n note', reference, asItIs)).toEqual([
      `Resolution note · ${reference}\n\n## Problem\n\n- It *drops*.`,
    ])
  })

  test('is split where it is too long, without losing a word, each part with its number in the first line', () => {
    const markdown = Array.from({ length: 400 }, (_, at) => `Line ${at} of the note.`).join('\n')
    const parts = renderNote(markdown, 'Resolution note', reference, asItIs, 1000)
    expect(parts.length).toBeGreaterThan(8)
    for (const [at, part] of parts.entries()) {
      expect(part.length).toBeLessThanOrEqual(1000)
      expect(part.split('\n')[0]).toBe(`Resolution note · ${reference} (${at + 1}/${parts.length})`)
    }
    expect(parts.map((part) => part.split('\n\n').slice(1).join('\n\n')).join('\n')).toBe(markdown)
  })

  test('is kept as it is rendered', async () => {
    const ref = await addTicket(mara, 'Rendered')
    const [text = ''] = board.renderNote('<b>“ü”</b>\n```\nGet-Service\n```', 'Resolution note', reference, asItIs)
    await board.postNote(ref, { text, kinds: ['resolution'] })
    expect((await board.listNotes(ref))[0]?.text).toBe(text)
  })
})
