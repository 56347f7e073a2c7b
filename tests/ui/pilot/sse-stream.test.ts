import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../ui/api-problem.ts'
import { backOff, type EventLine, readEvents } from '../../../ui/pilot/sse-stream.ts'

const line = (change: Partial<EventLine> = {}): EventLine => ({
  pause: async () => {},
  signal: new AbortController().signal,
  ...change,
})

/** A line on which the test speaks; it breaks when it is given up. */
function openLine() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const open = async (signal: AbortSignal) => {
    signal.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => {}))
    return new Response(readable)
  }
  return { open, speak: (text: string) => writer.write(new TextEncoder().encode(text)) }
}

async function dataOf(events: ReturnType<typeof readEvents>): Promise<string[]> {
  const seen: string[] = []
  for await (const { data } of events) seen.push(data)
  return seen
}

describe('a line', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }))
  afterEach(() => void vi.useRealTimers())

  test('that says nothing for 15 s is given up, with what it brought before', async () => {
    const { open, speak } = openLine()
    const seen = dataOf(readEvents(open, line()))
    await speak('data: one\n\n')
    await vi.advanceTimersByTimeAsync(17_000)
    expect(await seen).toEqual(['one'])
  })

  test('is held as long as it speaks, be it only in comments', async () => {
    const { open, speak } = openLine()
    const left = new AbortController()
    const seen = dataOf(readEvents(open, line({ signal: left.signal }))).catch(() => 'left')
    for (let beat = 0; beat < 8; beat++) {
      await speak(': still here\n\n')
      await vi.advanceTimersByTimeAsync(8_000)
    }
    left.abort()
    expect(await seen).toBe('left')
  })

  test('is given up at once when the browser loses its network', async () => {
    const { open, speak } = openLine()
    const network = new AbortController()
    const seen = dataOf(readEvents(open, line({ lost: () => network.signal })))
    await speak('data: one\n\n')
    await vi.advanceTimersByTimeAsync(1)
    network.abort()
    expect(await seen).toEqual(['one'])
  })
})

test('only what the server would answer again is thrown', async () => {
  const answering = (status: number) =>
    dataOf(readEvents(() => Promise.reject(new ApiProblem(status, 'code', '')), line()))
  for (const status of [0, 429, 500, 503]) expect(await answering(status)).toEqual([])
  for (const status of [401, 404, 409]) await expect(answering(status)).rejects.toMatchObject({ status })
})

test('the pause before the next attempt grows, and stays below 3 s', () => {
  expect(backOff(0)).toBeLessThan(500)
  expect(backOff(2)).toBeGreaterThan(backOff(0))
  expect(backOff(40)).toBeLessThan(3_000)
})
