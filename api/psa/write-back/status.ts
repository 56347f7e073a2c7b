import type { StatusName } from '../../../db/schema/write-backs.ts'
import { PsaFailure } from '../provider.ts'
import type { WriteBack } from './rows.ts'
import { lookUntil, recordFailure, recordStep, status, type Writing } from './write-back-context.ts'

/** A status counts as kept when it still stands so long after it was set: workflow rules move it back. */
const kept_ms = 3000
const status_looks_ms = [kept_ms, 4500, 6000]

/** Asks for the status, where one is picked, and looks whether the ticket keeps it. */
export async function moveStatus(writing: Writing, noted: WriteBack, again = false): Promise<WriteBack> {
  if (!noted.target_status) return await writing.save({ state: 'confirmed', failure: null })
  let asked = noted
  if (again || noted.status_set_at === null) {
    try {
      await writing.provider.setStatus(noted.ticket_ref, noted.target_status.id)
    } catch (error) {
      if (!(error instanceof PsaFailure)) throw error
      if (!error.may_have_arrived) {
        const kept = await recordStep(writing, noted, status(false, error.message))
        throw await recordFailure(
          writing,
          kept,
          'psa_failed',
          `The note is on the ticket; its status was not changed. ${error.message}`,
        )
      }
    }
    asked = await recordStep(writing, noted, status(true, `Asked for the status ${noted.target_status.name}.`), {
      status_set_at: new Date(writing.now()).toISOString(),
    })
  }
  return await checkStatus(writing, asked)
}

/** Looks whether the ticket has the status, now or as soon as it counts. */
export async function checkStatus(writing: Writing, asked: WriteBack): Promise<WriteBack> {
  const { target_status: target } = asked
  if (!target) return await writing.save({ state: 'confirmed', failure: null })
  const since_ms = writing.now() - Date.parse(asked.status_set_at ?? '')
  const waits = status_looks_ms.map((ms) => Math.max(0, ms - since_ms))
  let actual: StatusName | undefined
  const { value, failure } = await lookUntil(writing, waits, async () => {
    const { status: found } = await writing.provider.fetchTicket(asked.ticket_ref)
    actual = { id: found.id, name: found.name }
    return actual.id === target.id ? actual : undefined
  })
  if (value) {
    const detail = `The status is ${value.name}.`
    return await recordStep(
      writing,
      asked,
      { ...status(true, detail), step: 'check' },
      { actual_status: value, state: 'confirmed', failure: null },
    )
  }
  if (!actual) {
    const why = failure?.message ?? ''
    throw await recordFailure(
      writing,
      asked,
      'psa_failed',
      `The note is on the ticket; its status could not be read. ${why}`,
    )
  }
  const detail = `The status is ${actual.name}, not ${target.name}.`
  const seen = { actual_status: actual, state: 'sent' } as const
  const kept = await recordStep(writing, asked, { ...status(false, detail), step: 'check' }, seen)
  throw await recordFailure(
    writing,
    kept,
    'status_not_verified',
    `The note is on the ticket, but it did not keep the status ${target.name}: it is ${actual.name}.`,
  )
}
