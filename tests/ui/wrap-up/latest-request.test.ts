import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLatestRequest, QUIET } from '../../../ui/wrap-up/latest-request.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Questions that the test answers, in the order that it likes. */
function createAsked() {
  const asked: { answer: (text: string) => void; refuse: (why: Error) => void; signal: AbortSignal }[] = []
  const heard: string[] = []
  const newest = createLatestRequest<string>({
    ask: (signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      asked.push({ answer: resolve, refuse: reject, signal })
      return promise
    },
    onAnswer: (text) => heard.push(text),
    onFailure: (thrown) => heard.push(`failed: ${(thrown as Error).message}`),
  })
  return { newest, asked, heard }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('changes in a row are asked about once, half a second after the last', async () => {
  const { newest, asked } = createAsked()
  for (let change = 0; change < 5; change++) {
    newest.after(QUIET)
    await vi.advanceTimersByTimeAsync(QUIET - 1)
  }
  expect(asked).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(asked).toHaveLength(1)
})

test('a newer question aborts the older, whose answer is not heard, whenever it comes', async () => {
  const { newest, asked, heard } = createAsked()
  newest.after(0)
  await settle()
  newest.after(0)
  await settle()
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false])
  asked[1]?.answer('the newer')
  await settle()
  asked[0]?.answer('the older')
  await settle()
  expect(heard).toEqual(['the newer'])
})

test('an older question that fails takes nothing from the newer', async () => {
  const { newest, asked, heard } = createAsked()
  newest.after(0)
  await settle()
  newest.after(0)
  await settle()
  asked[0]?.refuse(new Error('aborted'))
  await settle()
  expect(newest.running()).toBe(true)
  asked[1]?.answer('the newer')
  await settle()
  expect(heard).toEqual(['the newer'])
})

test('a failure is heard, and the next question is answered', async () => {
  const { newest, asked, heard } = createAsked()
  newest.after(0)
  await settle()
  asked[0]?.refuse(new Error('away'))
  await settle()
  newest.after(0)
  await settle()
  asked[1]?.answer('there')
  await settle()
  expect(heard).toEqual(['failed: away', 'there'])
})

test('at rest it asks nothing more, and still hears what is on its way; stopped it hears nothing', async () => {
  const { newest, asked, heard } = createAsked()
  newest.after(0)
  await settle()
  newest.after(QUIET)
  newest.rest()
  await vi.advanceTimersByTimeAsync(QUIET)
  asked[0]?.answer('on its way')
  await settle()
  newest.after(0)
  await settle()
  newest.stop()
  asked[1]?.answer('too late')
  await settle()
  expect(asked).toHaveLength(2)
  expect(heard).toEqual(['on its way'])
})
