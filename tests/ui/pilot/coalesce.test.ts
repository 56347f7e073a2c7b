import { expect, test } from 'vitest'
import { coalesce } from '../../../ui/pilot/coalesce.ts'

/** Work and rests that last until the test ends them. */
function held() {
  const waiting: { what: string; end: (error?: Error) => void }[] = []
  const begun: string[] = []
  const hold = (what: string) => {
    begun.push(what)
    return new Promise<void>((resolve, reject) => {
      waiting.push({ what, end: (error) => (error ? reject(error) : resolve()) })
    })
  }
  return {
    begun,
    ask: coalesce(
      () => hold('work'),
      (failures) => hold(`rest ${failures}`),
    ),
    async endNext(error?: Error) {
      waiting.shift()?.end(error)
      await new Promise((resolve) => setTimeout(resolve))
    },
  }
}

test('any number of askings while it works and rests are one more', async () => {
  const { ask, begun, endNext } = held()
  ask()
  ask()
  await endNext()
  ask()
  ask()
  await endNext()
  expect(begun).toEqual(['work', 'rest 0', 'work'])
  await endNext()
  await endNext()
  expect(begun).toEqual(['work', 'rest 0', 'work', 'rest 0'])
})

test('an asking after the rest is answered at once', async () => {
  const { ask, begun, endNext } = held()
  ask()
  await endNext()
  await endNext()
  ask()
  expect(begun).toEqual(['work', 'rest 0', 'work'])
})

test('work that fails is done again, after a rest that knows how often it failed', async () => {
  const { ask, begun, endNext } = held()
  ask()
  await endNext(new Error('away'))
  await endNext()
  await endNext(new Error('away'))
  await endNext()
  expect(begun).toEqual(['work', 'rest 1', 'work', 'rest 2', 'work'])
})

test('nothing is done any more once the rest is refused', async () => {
  const { ask, begun, endNext } = held()
  ask()
  await endNext(new Error('away'))
  await endNext(new Error('the page is gone'))
  ask()
  expect(begun).toEqual(['work', 'rest 1'])
})
