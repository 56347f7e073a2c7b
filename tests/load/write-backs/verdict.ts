import { ourNotes } from '../../api/write-back/our-notes.ts'
import type { Note } from '../../harness/connectwise/records.ts'
import type { Office } from './office.ts'
import type { Run } from './run.ts'

/** How a run ended, and in what it broke a promise. */
export type Verdict = {
  run: Run
  /** posted: the note is there, and what was asked of the ticket; here: closed without that; else what the attempt says. */
  end: 'posted' | 'here' | 'failed' | 'unknown' | 'sent' | 'pending' | 'not begun'
  /** How often the note is on the ticket: in part, where ConnectWise cut it off or some of its parts are missing. */
  there: 'once' | 'in part' | 'not' | 'more than once'
  broken: string[]
}

type Attempt = {
  state: 'pending' | 'sent' | 'unknown' | 'confirmed' | 'failed'
  parts: string[]
  note_ids: string[]
  target_status: { id: string } | null
  actual_status: { id: string } | null
  closed_at: Date | null
}
type Kept = { status: string; external_id: string | null; posted_at: Date | null }

/** Holds what the product says of a run against what is on the ticket. */
export async function judge(office: Office, run: Run): Promise<Verdict> {
  const { there: connectwise, admin } = office
  const column = run.plan.kind === 'resolution-note' ? 'resolution_note' : 'escalation_package'
  const [session] = await admin<Kept[]>`
    select status, ${admin(`${column}_external_id`)} external_id, ${admin(`${column}_posted_at`)} posted_at
    from ai_sessions where id = ${run.id}`
  const attempts = await admin<Attempt[]>`
    select state, parts, note_ids, target_status, actual_status, closed_at from write_backs where session_id = ${run.id}`
  const [attempt] = attempts
  const notes = ourNotes(await connectwise.notesOf(run.ticket))
  const ticket = await connectwise.ticketOf(run.ticket)
  const is_closed = session?.status === (run.plan.kind === 'resolution-note' ? 'resolved' : 'escalated')
  const is_posted = is_closed && attempt?.state === 'confirmed'
  const broken = [
    ...(attempts.length > 1 ? ['it was attempted more than once'] : []),
    ...wrongTimes(notes, attempt, run),
    ...wrongReaders(notes, run),
    ...(session ? wrongSession(session, is_closed, notes, attempt) : ['the session is gone']),
    ...wrongAnswers(run, is_closed, notes),
  ]
  const there = howOften(notes, attempt)
  if (is_posted && there !== 'once') broken.push(`posted, and it is there ${there}`)
  const is_other = attempt?.target_status && `${ticket?.status.id}` !== attempt.target_status.id
  if (is_posted && is_other && !isMovedUnseen(run)) broken.push(`confirmed, and the ticket is ${ticket?.status.name}`)
  const mails = (await connectwise.mails()).filter(({ ticket_id }) => ticket_id === run.ticket)
  if (mails.length > 0) broken.push('the customer was mailed')
  const end = is_posted ? 'posted' : is_closed ? 'here' : attempt ? endOf(attempt) : 'not begun'
  return { run, end, there, broken }
}

/** Somebody else may move or delete a ticket right after it was looked at for the last time. */
const isMovedUnseen = ({ plan: { trouble } }: Run) =>
  (trouble.kind === 'closed_meanwhile' || trouble.kind === 'ticket_deleted') && trouble.when === 'after'

const endOf = ({ state }: Attempt) => (state === 'confirmed' ? 'sent' : state)

function howOften(notes: Note[], attempt: Attempt | undefined): Verdict['there'] {
  const parts = attempt?.parts ?? []
  if (notes.length === 0) return 'not'
  if (notes.length > parts.length) return 'more than once'
  return parts.every((part) => notes.some(({ text }) => text === part)) ? 'once' : 'in part'
}

function wrongTimes(notes: Note[], attempt: Attempt | undefined, { plan }: Run): string[] {
  const texts = notes.map(({ text }) => text)
  const broken = new Set(texts).size < texts.length ? ['a note is there twice'] : []
  const parts = attempt?.parts ?? []
  // What was cut off in ConnectWise is the beginning of what was sent.
  const strange = texts.filter((text) => !parts.some((part) => part.startsWith(text)))
  if (strange.length > 0) broken.push('a note says something else than was sent')
  if (notes.length > Math.max(1, parts.length)) broken.push(`${notes.length} notes are there`)
  if (parts.length > 1 && !plan.is_long) broken.push('a short note was split')
  if (attempt?.state === 'failed' && notes.length > 0) broken.push('failed, and a note is there')
  if (attempt?.state === 'pending' && notes.length > attempt.note_ids.length)
    broken.push('pending, and a note is there')
  if (attempt?.state === 'sent' && notes.length !== parts.length) broken.push(`sent, and ${notes.length} are there`)
  return broken
}

function wrongReaders(notes: Note[], { plan }: Run): string[] {
  const is_internal = plan.kind === 'escalation-package'
  const wrong = notes.filter(
    (note) =>
      note.internalAnalysisFlag !== is_internal ||
      note.resolutionFlag === is_internal ||
      note.detailDescriptionFlag ||
      note.processNotifications ||
      note.customerUpdatedFlag,
  )
  return wrong.length > 0 ? ['a note has other readers than it should'] : []
}

function wrongSession(
  { external_id, posted_at }: Kept,
  is_closed: boolean,
  notes: Note[],
  attempt: Attempt | undefined,
): string[] {
  const broken: string[] = []
  if (is_closed && attempt && attempt.closed_at === null) broken.push('closed, and its attempt is not over')
  if (!is_closed && attempt?.closed_at) broken.push('open, and its attempt is over')
  if (external_id !== null && !notes.some(({ id }) => `${id}` === external_id)) broken.push('its note is not there')
  if ((external_id === null) !== (posted_at === null)) broken.push('posted without a note, or the other way around')
  return broken
}

function wrongAnswers({ answers }: Run, is_closed: boolean, notes: Note[]): string[] {
  const broken: string[] = []
  const done = answers.filter(({ status }) => status === 200)
  if (done.length > 0 && !is_closed) broken.push('told that it is closed, and it is not')
  for (const { body } of done) {
    const is_local = body.result.endsWith('_local')
    if (!is_local && notes.length === 0) broken.push('told that it is posted, and nothing is there')
    if (!is_local && body.ticket_status?.verified === false) broken.push('told of a success that is not verified')
    if (body.external_id && !notes.some(({ id }) => `${id}` === body.external_id))
      broken.push('told of a note that is not there')
  }
  const strange = answers.filter(({ status }) => ![200, 409, 502].includes(status))
  for (const { status, body } of strange) broken.push(`answered ${status}: ${body.detail}`)
  return broken
}
