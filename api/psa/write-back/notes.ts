import { Failure } from '../../errors.ts'
import { PsaFailure } from '../provider.ts'
import type { WriteBack } from './rows.ts'
import { lookUntil, note, recordFailure, recordStep, retry_schedule_ms, type Writing } from './write-back-context.ts'

// A refusal is an answer: the ticket is looked at all the same, since it is the ticket that counts, but not waited for.
const look_once = [0]
/**
 * What was sent may arrive long after its sender has stopped waiting: until then it is looked for, and not sent again.
 * Who stopped had waited and looked for a while; who was cut off had not.
 */
const late_ms = { stopped: 20_000, cut_off: 30_000 }

/** Finds each part that may be there, and sends nothing. Throws `WriteBackStopped` where one is not there. */
export async function findNotes(writing: Writing, write_back: WriteBack): Promise<WriteBack> {
  let now = write_back
  while (now.note_ids.length < now.parts.length) {
    const there =
      now.state === 'unknown' || now.state === 'failed' ? await findPart(writing, now, now.note_ids.length) : undefined
    if (there === undefined)
      throw await recordFailure(
        writing,
        now,
        'psa_failed',
        'The note is not on the ticket. Post it again, or close the session here.',
      )
    now = await keepPart(writing, now, there)
  }
  return now
}

/** Posts each part that is not there yet, once. */
export async function postNotes(writing: Writing, write_back: WriteBack): Promise<WriteBack> {
  let now = write_back
  while (now.note_ids.length < now.parts.length) now = await postNextPart(writing, now)
  return now
}

async function postNextPart(writing: Writing, before: WriteBack): Promise<WriteBack> {
  const at = before.note_ids.length
  if (before.state === 'unknown' || before.state === 'failed') {
    const there = await findPart(writing, before, at, waitsBefore(writing, before))
    if (there !== undefined) return await keepPart(writing, before, there)
  }
  if (at === 0) await lookFirst(writing, before)
  // Committed before anything is sent: who finds it so after a crash looks at the ticket first.
  const sending = await writing.save({ state: 'unknown', failure: null, ...(at === 0 ? writing.fresh : {}) })
  const text = sending.parts[at] ?? ''
  try {
    const { id } = await writing.provider.postNote(sending.ticket_ref, { text, kinds: sending.note_kinds })
    return await keepPart(writing, sending, id)
  } catch (error) {
    if (!(error instanceof PsaFailure)) throw error
    const there = await findPart(writing, sending, at, error.may_have_arrived ? retry_schedule_ms : look_once)
    if (there !== undefined) return await keepPart(writing, sending, there)
    if (!error.may_have_arrived) {
      const kept = await recordStep(writing, sending, note(false, error.message), {
        state: at === 0 ? 'failed' : 'pending',
      })
      throw await recordFailure(writing, kept, 'psa_failed', `The note was not posted. ${error.message}`)
    }
    const kept = await recordStep(writing, sending, note(false, error.message))
    throw await recordFailure(
      writing,
      kept,
      'psa_failed',
      `${error.message} Whether the note arrived is not known: it is not on the ticket yet. Try again: the ticket is read first, and nothing is posted twice.`,
    )
  }
}

function waitsBefore({ now }: Writing, { state, failure, updated_at }: WriteBack): number[] {
  if (state === 'failed') return look_once
  const whole_ms = failure ? late_ms.stopped : late_ms.cut_off
  const rest_ms = Math.min(whole_ms, whole_ms - (now() - Date.parse(updated_at)))
  const last_ms = Math.max(retry_schedule_ms.at(-1) ?? 0, rest_ms)
  return [...[...retry_schedule_ms, 10_000, 15_000, 20_000].filter((ms) => ms < last_ms), last_ms]
}

/** Where the ticket has changed since, nothing of the note is there, and that is kept: it is posted as if anew then. */
async function lookFirst(writing: Writing, before: WriteBack): Promise<void> {
  try {
    await writing.lookFirst?.()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const failure = { code: 'psa_failed', detail: error.detail } as const
    await recordStep(writing, before, note(false, error.detail), { state: 'failed', failure })
    throw error
  }
}

async function keepPart(writing: Writing, before: WriteBack, id: string): Promise<WriteBack> {
  const note_ids = [...before.note_ids, id]
  const all = note_ids.length === before.parts.length
  const detail =
    before.parts.length > 1 ? `Part ${note_ids.length} of ${before.parts.length} is posted.` : 'The note is posted.'
  return await recordStep(writing, before, note(true, detail), { note_ids, state: all ? 'sent' : 'pending' })
}

/**
 * The id of a part that is on the ticket, by the reference that no other note carries. Where the ticket can't be read
 * nobody knows, and nothing may be sent: throws `WriteBackStopped`.
 */
async function findPart(
  writing: Writing,
  before: WriteBack,
  at: number,
  waits_ms = before.state === 'failed' ? look_once : retry_schedule_ms,
): Promise<string | undefined> {
  const { ticket_ref, reference, parts, note_ids } = before
  const first_line = (parts[at] ?? '').split('\n', 1)[0] ?? reference
  const found = await lookUntil(writing, waits_ms, async () => {
    const notes = await writing.provider.listNotes(ticket_ref)
    const ours = notes.filter(({ id, text }) => text.includes(reference) && !note_ids.includes(id))
    return ours.find(({ text }) => parts.length === 1 || text.startsWith(first_line.trimEnd()))?.id
  })
  // A ticket that does not exist has no note.
  if (found.failure && found.failure.code !== 'not_found') {
    const detail = `The ticket can’t be read, so it is not known whether the note is there. ${found.failure.message} Nothing is posted before that is known.`
    throw await recordFailure(writing, before, 'psa_failed', detail)
  }
  return found.value
}

/** Sees each part on the ticket, whole. */
export async function checkNotes(writing: Writing, noted: WriteBack): Promise<WriteBack> {
  if (noted.state === 'confirmed') return noted
  const { value: missing = noted.note_ids, failure } = await lookUntil(writing, retry_schedule_ms, async () => {
    const notes = await writing.provider.listNotes(noted.ticket_ref)
    const wrong = noted.note_ids.filter(
      (id, at) => !isSame(notes.find((each) => each.id === id)?.text, noted.parts[at]),
    )
    return wrong.length === 0 ? wrong : undefined
  })
  if (missing.length === 0) return noted
  const why = failure ? failure.message : 'The ticket does not show it as it was sent.'
  throw await recordFailure(writing, noted, 'psa_failed', `The note was posted, but could not be verified. ${why}`)
}

const isSame = (found: string | undefined, sent: string | undefined) =>
  found !== undefined && sent !== undefined && fold(found) === fold(sent)
// Some PSAs keep no line breaks.
const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
