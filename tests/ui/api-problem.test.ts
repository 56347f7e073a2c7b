import { expect, test } from 'vitest'
import { ApiProblem, messageOf, problemFrom } from '../../ui/api-problem.ts'

const refused = (status: number, body: unknown) =>
  problemFrom(new Response(JSON.stringify(body), { status, headers: { 'x-request-id': 'r-1' } }))

test('a problem keeps its code, its words and what is wrong with each field', async () => {
  const problem = await refused(422, {
    title: 'Unprocessable',
    code: 'invalid',
    detail: 'It does not fit its schema.',
    request_id: 'r-2',
    errors: [{ path: 'email', message: 'This is no e-mail address.' }],
  })
  expect(problem).toMatchObject({ status: 422, code: 'invalid', request_id: 'r-2' })
  expect(messageOf(problem)).toBe('It does not fit its schema.')
  expect(problem.errorAt('email')).toBe('This is no e-mail address.')
  expect(problem.errorAt('name')).toBeNull()
})

test('a problem keeps what only its code carries', async () => {
  const problem = await refused(409, { code: 'ticket_moved', detail: 'It moved.', changes: [{ field: 'company' }] })
  expect(problem.body.changes).toEqual([{ field: 'company' }])
})

test('an answer that is no problem document still says what came, and under which request', async () => {
  const gateway = await problemFrom(
    new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'r-3' } }),
  )
  expect(gateway).toMatchObject({ status: 502, code: 'unknown', request_id: 'r-3' })
  expect(gateway.detail).toContain('502')
  expect(await refused(500, ['not', 'a', 'problem'])).toMatchObject({ code: 'unknown', errors: [] })
})

test('errors of another shape are dropped instead of shown', async () => {
  expect((await refused(422, { code: 'invalid', errors: ['x', null, { path: 3 }] })).errors).toEqual([])
})

test('what is no problem shows nothing of itself', () => {
  expect(messageOf(new TypeError('secret detail'))).not.toContain('secret')
  expect(new ApiProblem(0, 'offline', 'No answer.')).toBeInstanceOf(Error)
})
