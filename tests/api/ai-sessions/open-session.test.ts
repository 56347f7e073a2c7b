import { afterAll, beforeAll, expect, test } from 'vitest'
import { aiSessionSchema } from '../../../api/ai-sessions/schemas.ts'
import { vpn_problem } from '../../harness/world.ts'
import { idsOf, type Person, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { expectShape } from '../shapes.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

test('a session with nothing said of it is active, a chat, unlinked and hers', async () => {
  const session = expectShape(aiSessionSchema, (await mara.post('/ai-sessions', {})).body)
  expect(session).toMatchObject({
    ...(await idsOf(mara)),
    title: 'New session',
    problem: null,
    session_type: 'chat',
    status: 'active',
    ticket: null,
    resolution_note_markdown: null,
    escalation_package_markdown: null,
    state_version: 0,
    resolved_at: null,
  })
})

test('what is given is kept, the problem to the letter', async () => {
  const given = {
    title: ' Acme Dental: VPN ',
    problem: `\n ${vpn_problem} \n`,
    ticket_ref: ' 48213 ',
    session_type: 'guided',
  }
  expect(await openSession(mara, given)).toMatchObject({
    title: 'Acme Dental: VPN',
    problem: given.problem,
    session_type: 'guided',
    ticket: { ref: '48213', summary: null, company: null, url: null },
  })
})

test('a session without a title is named by the first words of its problem', async () => {
  const { title } = await openSession(mara, { problem: '\n\n  VPN  drops\tafter MFA \nsince Monday' })
  expect(title).toBe('VPN drops after MFA')
})

test('a problem that is long names the session in 120 characters, none of them cut in half', async () => {
  const { title } = await openSession(mara, { problem: '🖨️'.repeat(200) })
  expect([...title]).toHaveLength(120)
  expect(title.isWellFormed()).toBe(true)
  expect(title.endsWith('…')).toBe(true)
  const exact = 'x'.repeat(120)
  expect((await openSession(mara, { problem: exact })).title).toBe(exact)
})

test('opening a session asks the model nothing', async () => {
  const { id } = await openSession(mara, { problem: vpn_problem })
  expect(await readPage(mara, id)).toMatchObject({ messages: [], turn: null })
  expect(product.model.requests()).toEqual([])
})

test('a problem of 100,000 characters is kept to the last of them, and one more is refused', async () => {
  const problem = `${'ü'.repeat(99_999)}\n`
  expect((await openSession(mara, { problem })).problem).toBe(problem)
  const refused = await mara.post('/ai-sessions', { problem: `${problem}x` })
  expect(pathsOf(expectProblem(refused, 422, 'invalid'))).toEqual(['problem'])
})

const refusals: [what: string, path: string, value: unknown][] = [
  ['an empty title', 'title', ''],
  ['a blank title', 'title', '   '],
  ['a title of 201 characters', 'title', 'x'.repeat(201)],
  ['a title that is a number', 'title', 7],
  ['a title that is null', 'title', null],
  ['a problem with a NUL', 'problem', 'a\0b'],
  ['a problem with half a character', 'problem', 'half \ud83d'],
  ['a ticket number of 101 characters', 'ticket_ref', 'x'.repeat(101)],
  ['a kind that there is not', 'session_type', 'assistant'],
  ['a status of its own', 'status', 'resolved'],
  ['an id of its own', 'id', '11111111-1111-4111-8111-111111111111'],
  ['another account', 'account_id', '11111111-1111-4111-8111-111111111111'],
]
test.each(refusals)('%s is refused, and the answer says where', async (_, path, value) => {
  const refused = await mara.post('/ai-sessions', { title: 'VPN', [path]: value })
  expect(pathsOf(expectProblem(refused, 422, 'invalid'))).toEqual([path])
})

test.each([[[]], ['text'], [7], [null]])('a body that is %j is refused', async (body) => {
  expectProblem(await mara.post('/ai-sessions', body), 422, 'invalid')
})
