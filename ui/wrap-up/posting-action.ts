import { ApiProblem } from '../api-problem.ts'
import type { ArtifactKind } from './artifacts.ts'
import type { PostBody, Settling } from './posting-calls.ts'

type Act = 'post' | Settling

/** What the engineer's last click has set going. */
export type Doing = {
  kind: ArtifactKind
  act: Act
  /** The ticket that it goes to; none where it ends the session here only. */
  ticket_ref: string | undefined
  /** Its answer was lost, and the server is being asked what was done. */
  asking: boolean
}

/** A click that did not do what it should, or of which the answer was lost. */
export type Refused = { kind: ArtifactKind; act: Act; thrown: unknown; body?: PostBody | undefined }

/** Whether it can't be told from the answer, or from its absence, what was done. */
export function isLost(thrown: unknown): boolean {
  if (!(thrown instanceof ApiProblem)) return true
  return thrown.status === 0 || (thrown.status >= 500 && !['psa_failed', 'status_not_verified'].includes(thrown.code))
}
