import { messageOf } from '../api-problem.ts'
import { showToast } from '../kit/toast.tsx'
import { isRefusal } from './sse-stream.ts'

/** True when it was done; else it is said why not, with a way to do it again where that may help. */
export async function runWithToast(act: Promise<unknown>, what: string, again?: () => void): Promise<boolean> {
  try {
    await act
    return true
  } catch (thrown) {
    const action = again && !isRefusal(thrown) ? { label: 'Try again', run: again } : undefined
    showToast(`${what} ${messageOf(thrown)}`, { tone: 'danger', action })
    return false
  }
}
