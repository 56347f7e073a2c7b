import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf, internalNote, toStatus } from './caller.ts'
import { type OwnConnectWise, startConnectWise } from './connectwise.ts'
import { answerErrors, contract_is_here, contractErrors, contractOperations, without_contract } from './contract.ts'
import { operations } from './operations.ts'

let connectwise: OwnConnectWise
let caller: ReturnType<typeof callerOf>
const testWithContract = test.skipIf(!contract_is_here)

beforeAll(async () => {
  connectwise = await startConnectWise()
  caller = callerOf(connectwise)
})
afterAll(() => connectwise.close())

/** A call of every operation, in an order in which each finds what it needs. */
async function everyCall() {
  const [, in_progress] = await connectwise.statusesOf('Service Desk')
  const [first] = await connectwise.notesOf(48213)
  const board = in_progress?.board.id
  const time = { chargeToType: 'ServiceTicket', chargeToId: 48213, timeStart: '2026-03-14T09:00:00Z', notes: 'Looked.' }
  return [
    ['POST /service/tickets/{parentId}/notes', '/service/tickets/48213/notes', internalNote('Reset the policy.')],
    ['GET /service/tickets/{parentId}/notes', '/service/tickets/48213/notes'],
    ['GET /service/tickets/{parentId}/notes/{id}', `/service/tickets/48213/notes/${first?.id}`],
    [
      'PATCH /service/tickets/{parentId}/notes/{id}',
      `/service/tickets/48213/notes/${first?.id}`,
      [{ op: 'replace', path: 'text', value: 'Changed.' }],
    ],
    ['DELETE /service/tickets/{parentId}/notes/{id}', `/service/tickets/48213/notes/${first?.id}`],
    ['POST /time/entries', '/time/entries', time],
    ['GET /time/entries', '/time/entries'],
    ['GET /service/tickets/{parentId}/timeentries', '/service/tickets/48213/timeentries'],
    ['GET /service/tickets/{parentId}/configurations', '/service/tickets/48213/configurations'],
    ['PATCH /service/tickets/{id}', '/service/tickets/48213', toStatus(in_progress?.id)],
    ['GET /service/tickets/{id}', '/service/tickets/48120'],
    ['GET /service/tickets', '/service/tickets?conditions=closedFlag=false&orderBy=id%20desc&pageSize=2&page=1'],
    ['GET /service/boards', '/service/boards'],
    ['GET /service/boards/{id}', `/service/boards/${board}`],
    ['GET /service/boards/{parentId}/statuses', `/service/boards/${board}/statuses`],
    ['GET /service/boards/{parentId}/statuses/{id}', `/service/boards/${board}/statuses/${in_progress?.id}`],
    ['GET /service/priorities', '/service/priorities'],
    ['GET /company/companies', '/company/companies'],
    ['GET /company/companies/{id}', '/company/companies/250'],
    ['GET /company/companies/{parentId}/sites', '/company/companies/250/sites'],
    ['GET /company/contacts', '/company/contacts'],
    ['GET /company/contacts/{id}', '/company/contacts/400'],
    ['GET /company/configurations', '/company/configurations'],
    ['GET /company/configurations/{id}', '/company/configurations/701'],
    ['GET /system/members', '/system/members'],
  ] as [name: string, path: string, body?: unknown][]
}

testWithContract(`the simulator has every operation of the published interface${without_contract}`, async () => {
  const published = contractOperations().map(({ name }) => name)
  expect(published.filter((name) => !operations[name])).toEqual([])
  const called = (await everyCall()).map(([name]) => name)
  expect(called.sort()).toEqual(published.sort())
})

testWithContract(`every answer keeps to its published schema${without_contract}`, async () => {
  await connectwise.reset()
  const wrong: string[] = []
  for (const [name, path, body] of await everyCall()) {
    const method = name.split(' ')[0] ?? ''
    const { status, headers, body: answer } = await caller.call(path, { method, body })
    const found = answerErrors({
      method,
      path: path.split('?')[0] ?? '',
      status,
      content_type: headers.get('content-type'),
      body: answer === '' ? null : answer,
    })
    const is_empty = Array.isArray(answer) && answer.length === 0
    wrong.push(
      ...found.map((error) => `${name}: ${error}`),
      ...(status < 300 && !is_empty ? [] : [`${name}: ${status}`]),
    )
  }
  expect(wrong).toEqual([])
  expect(contractErrors(await connectwise.requests())).toEqual([])
})

testWithContract(`every error keeps to the published form${without_contract}`, async () => {
  const status = toStatus(1)
  for (const [kind, path, body] of [
    ['401', '/service/tickets/48213'],
    ['404', '/service/tickets/1'],
    ['409', '/service/tickets/48213'],
    ['429', '/service/tickets/48213'],
    ['500', '/service/tickets/48213'],
    ['400', '/service/tickets/48213', status],
  ] as const) {
    const method = body ? 'PATCH' : 'GET'
    if (kind !== '400') await connectwise.fault({ at: `* ${path}`, kind })
    const { status, headers, body: answer } = await caller.call(path, { method, body })
    expect(status).toBe(Number(kind))
    expect(answerErrors({ method, path, status, content_type: headers.get('content-type'), body: answer })).toEqual([])
  }
})

testWithContract(`a request that leaves the interface is named${without_contract}`, async () => {
  await connectwise.reset()
  await caller.get('/service/tickets/48213?field=id')
  await caller.get('/service/tickets?pageSize=many')
  await caller.get('/company/contacts?fields=firstName,password')
  await caller.get('/service/tickets?conditions=sumary="x"')
  await caller.call('/service/tickets/48213', { headers: { clientId: '' } })
  await caller.post('/service/tickets/48213/notes', { ...internalNote('x'), internalFlag: 'yes', visible: true })
  await caller.patch('/service/tickets/48213', [{ op: 'set', path: 'status', value: { id: 1 } }])
  await caller.get('/service/tickets/48213/tasks')
  await caller.get('/system/info')
  expect(contractErrors(await connectwise.requests())).toEqual([
    'GET /service/tickets/48213: ?field is not in the interface',
    'GET /service/tickets: ?pageSize: "many" is no int32',
    'GET /company/contacts: there is no field “password”',
    'GET /service/tickets: there is no field “sumary”',
    'GET /service/tickets/48213: header clientId: is missing',
    'POST /service/tickets/48213/notes: body.internalFlag: "yes" is no boolean',
    'POST /service/tickets/48213/notes: body.visible: is not in the interface',
    'PATCH /service/tickets/48213: body[0].op: “set” is none of add, replace, remove',
    'GET /service/tickets/48213/tasks: is not in the interface',
  ])
})
