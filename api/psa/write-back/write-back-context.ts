import type { WriteBackStep } from '../../../db/schema/write-backs.ts'
import { PsaFailure, type PsaProvider } from '../provider.ts'
import type { WriteBack, WriteBackChange } from './rows.ts'

/** What a run needs from around it. */
export type Writing = {
  provider: PsaProvider
  /** What the note says by now, where nothing of it is on the ticket yet. */
  fresh?: Pick<WriteBack, 'markdown' | 'parts'>
  /** A last look at the ticket before the note is sent, where the attempt was left for a while. Throws a `Failure`. */
  lookFirst?: () => Promise<void>
  /** Keeps what happened and answers the attempt as it is then. Throws `LeaseLost` where somebody else has taken it up. */
  save: (change: WriteBackChange) => Promise<WriteBack>
  now: () => number
  /** Milliseconds. */
  pause: (ms: number) => Promise<void>
}

/** Somebody else works on the attempt: what this one does would happen behind his back. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/** The attempt did not get to its end. What is known of it is in the row. */
export class WriteBackStopped extends Error {
  override name = 'WriteBackStopped'
  constructor(
    readonly code: 'psa_failed' | 'status_not_verified',
    message: string,
    readonly write_back: WriteBack,
  ) {
    super(message)
  }
}

/** When the ticket is looked at again, in milliseconds: what was just written may be listed late. */
export const retry_schedule_ms = [0, 700, 1500, 3000, 6000]
/** A PSA that answers slowly is not looked at for minutes: beyond this only the last look is made. */
const overtime_ms = 6000

/** Looks after each of these waits until there is something; what the PSA answers wrongly meanwhile is told at the end. */
export async function lookUntil<Value>(
  { now, pause }: Writing,
  waits_ms: number[],
  look: () => Promise<Value | undefined>,
): Promise<{ value?: Value; failure?: PsaFailure }> {
  const start = now()
  const last_ms = waits_ms.at(-1) ?? 0
  let failure: PsaFailure | undefined
  for (const wait_ms of waits_ms) {
    if (wait_ms < last_ms && now() - start > last_ms + overtime_ms) continue
    await pause(Math.max(0, start + wait_ms - now()))
    try {
      const value = await look()
      failure = undefined
      if (value !== undefined) return { value }
    } catch (error) {
      if (!(error instanceof PsaFailure)) throw error
      failure = error
    }
  }
  return failure ? { failure } : {}
}

export type Told = Omit<WriteBackStep, 'at'>
export const note = (done: boolean, detail: string): Told => ({ step: 'note', done, detail })
export const status = (done: boolean, detail: string): Told => ({ step: 'status', done, detail })

export async function recordStep(writing: Writing, { steps }: WriteBack, step: Told, change: WriteBackChange = {}) {
  const at = new Date(writing.now()).toISOString()
  return await writing.save({ ...change, steps: [...steps, { ...step, at }] })
}

export async function recordFailure(writing: Writing, at: WriteBack, code: WriteBackStopped['code'], detail: string) {
  const write_back = await writing.save({ failure: { code, detail } })
  return new WriteBackStopped(code, detail, write_back.id === at.id ? write_back : at)
}
