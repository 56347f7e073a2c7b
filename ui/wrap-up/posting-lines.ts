import type { WriteBack } from '../pilot/session-page.ts'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import type { Doing } from './posting-action.ts'

/** A step of a posting: done, under way, or not done. */
export type Line = { text: string; state: 'done' | 'now' | 'failed' }

/** The steps of a posting that is under way, the one that somebody is at last. */
export function linesOf(kind: ArtifactKind, doing: Doing | undefined, write_back: WriteBack | null): Line[] {
  const { short } = artifacts[kind]
  const noted = write_back?.state === 'sent' || write_back?.state === 'confirmed'
  if (!noted) {
    const looks = doing?.act === 'check_again' || doing?.act === 'retry_status'
    return [{ text: looks ? `Looking for the ${short} on the ticket…` : `Posting the ${short}…`, state: 'now' }]
  }
  const posted: Line = { text: `${short.charAt(0).toUpperCase()}${short.slice(1)} posted`, state: 'done' }
  return [posted, statusLine(doing, write_back)]
}

function statusLine(doing: Doing | undefined, { target_status, steps, state }: WriteBack): Line {
  if (!target_status) return { text: 'The status stays as it is. Closing the session…', state: 'now' }
  if (state === 'confirmed') return { text: `The status is ${target_status.name}`, state: 'done' }
  const last = steps.at(-1)
  const is_asked = last?.step === 'status' ? last.done : last?.step === 'check' && doing?.act !== 'retry_status'
  return is_asked
    ? { text: `Checking that the status is ${target_status.name}…`, state: 'now' }
    : { text: `Setting the status to ${target_status.name}…`, state: 'now' }
}
