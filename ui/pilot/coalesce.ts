/**
 * A way to ask for `work`: done at once, one at a time and with a `rest` after each, so that any number of askings in
 * between are one more. Work that fails is done again. It ends when `rest`, which is told of the failures in a row, rejects.
 */
export function coalesce(work: () => Promise<void>, rest: (failures: number) => Promise<void>): () => void {
  let wanted = false
  let working = false
  async function workOff() {
    for (let failures = 0; wanted; ) {
      wanted = false
      try {
        await work()
        failures = 0
      } catch {
        wanted = true
        failures++
      }
      await rest(failures)
    }
    working = false
  }
  return () => {
    wanted = true
    if (working) return
    working = true
    workOff().catch(() => {})
  }
}
