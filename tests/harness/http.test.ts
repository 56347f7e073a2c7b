import { expect, test } from 'vitest'
import { openBrowser, signUp } from './http.ts'

test('a browser sends back the cookies it was given, until they are taken back', async () => {
  const seen: (string | null)[] = []
  const answers = ['sid=a=1; Path=/; HttpOnly', 'sid=; Max-Age=0; Path=/', '']
  const browser = openBrowser({
    fetch(request) {
      seen.push(request.headers.get('cookie'))
      return Response.json({}, { headers: { 'set-cookie': answers[seen.length - 1] ?? '' } })
    },
  })
  for (const _ of answers) await browser.get('/me')
  expect(seen.map((cookie) => cookie ?? '')).toEqual(['', 'sid=a=1', ''])
})

test('a browser says where it comes from, and speaks JSON', async () => {
  const browser = openBrowser({
    fetch: async (request) =>
      Response.json({ origin: request.headers.get('origin'), url: request.url, said: await request.json() }),
  })
  const { body } = await browser.post('/facts', { text: 'MTU is 1400' })
  const url = 'http://flowpilot.test/api/v1/facts'
  expect(body).toEqual({ origin: 'http://flowpilot.test', url, said: { text: 'MTU is 1400' } })
})

test('a stream is read as its events, in order, with their numbers', async () => {
  const text =
    ': heartbeat\n\nid: 1\nevent: text\ndata: {"delta":"é"}\n\nid: 2\nevent: done\ndata: {"state_version":4}\n\n'
  const browser = openBrowser({
    fetch: () => new Response(text, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
  })
  expect(await Array.fromAsync(browser.stream('/messages', { content: 'hi' }))).toEqual([
    { id: 1, event: 'text', data: { delta: 'é' } },
    { id: 2, event: 'done', data: { state_version: 4 } },
  ])
})

test('an answer that is no stream, and a sign-up that is refused, are reported with what they say', async () => {
  const server = { fetch: () => Response.json({ code: 'turn_in_progress' }, { status: 409 }) }
  await expect(openBrowser(server).stream('/messages', {}).next()).rejects.toThrow('turn_in_progress')
  await expect(signUp(server, { name: 'Mara Reyes', account_name: 'Northbeam IT' })).rejects.toThrow('409')
})
