import { createSignal } from 'solid-js'
import { ApiProblem, messageOf } from './api-problem.ts'

/** One act at a time that can fail: whether it runs, and what was wrong with the last one. */
export function createAttempt() {
  const [running, setRunning] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()

  /** Runs the act unless one is running; what it throws is kept, not thrown. */
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    if (running()) return
    setRunning(true)
    setFailure(undefined)
    await act().catch((thrown: unknown) => setFailure(thrown ?? new Error('It failed without a reason.')))
    setRunning(false)
  }
  /** What is wrong with one field. */
  const errorAt = (path: string): string | null => {
    const thrown = failure()
    return thrown instanceof ApiProblem ? thrown.errorAt(path) : null
  }
  /** What is wrong with the whole, when no field that is shown says it already. */
  const errorBeside = (shown: string[]): string | null =>
    failure() === undefined || shown.some((path) => errorAt(path)) ? null : messageOf(failure())

  return { running, attempt, errorAt, errorBeside }
}
