import { expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../ui/api-problem.ts'
import { type ChangesLine, followChanges } from '../../../ui/pilot/session-changes.ts'

const OFFLINE = new ApiProblem(0, 'offline', '')
const told = (...versions: number[]) =>
  new Response(
    versions.map((state_version) => `event: changed\ndata: {"state_version":${state_version}}\n\n: here\n\n`).join(''),
  )

/** Follows a session whose server gives each line the next answer, until there is none left. */
async function follow(answers: (Response | ApiProblem)[], change: Partial<ChangesLine> = {}) {
  const page = new AbortController()
  const open = async () => {
    const next = answers.shift()
    if (!next) page.abort()
    if (!next || next instanceof ApiProblem) throw next ?? OFFLINE
    return next
  }
  const line = { pause: async () => {}, seen: async () => {}, signal: page.signal, ...change }
  const versions: number[] = []
  const end = await (async () => {
    for await (const { state_version } of followChanges(open, line)) versions.push(state_version)
  })().catch((thrown) => thrown)
  return { versions, end }
}

test('a session is followed through as many lines as it takes', async () => {
  const { versions } = await follow([told(1, 2), OFFLINE, told(2, 5), new ApiProblem(503, 'unavailable', ''), told(6)])
  expect(versions).toEqual([1, 2, 2, 5, 6])
})

test('a line that ends and opens again is not worth a word, one that does not open again is', async () => {
  const onConnected = vi.fn()
  await follow([told(1), told(1), OFFLINE, told(2)], { onConnected })
  expect(onConnected.mock.calls.flat()).toEqual([true, true, false, true])
})

test('no line is opened while nobody sees the page', async () => {
  const page = new AbortController()
  const seen = () => Promise.reject(new Error('nobody came'))
  const { versions, end } = await follow([told(1)], { seen, signal: page.signal })
  expect(versions).toEqual([])
  expect(end).toMatchObject({ message: 'nobody came' })
})

test('a session that is gone is not asked for again', async () => {
  const { end } = await follow([told(1), new ApiProblem(404, 'not_found', ''), told(2)])
  expect(end).toMatchObject({ code: 'not_found' })
})
