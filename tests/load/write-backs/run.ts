import type { Posting } from '../../../api/artifacts/posting-schemas.ts'
import { type Case, openCase } from '../../api/write-back/cases.ts'
import type { Outcome } from '../../api/write-back/posting.ts'
import type { Office } from './office.ts'
import type { Plan } from './plans.ts'
import { type Place, requestOf, setFault } from './steps.ts'

/** A plan on its way: its session and ticket, on a board of its own, and what its engineers were answered. */
export type Run = Case &
  Place & {
    plan: Plan
    posting: Partial<Posting>
    answers: Outcome[]
    /** The server was killed while ConnectWise held the request of its step. */
    was_held: boolean
  }

export async function openRun(office: Office, plan: Plan): Promise<Run> {
  const name = `Desk ${plan.number}`
  const statuses = [{ name: 'New', default: true }, { name: 'Escalated' }, { name: 'Done', closed: true }]
  const board = await office.there.board({ name, statuses })
  const target = board.statuses.find(
    (status) => status.name === (plan.kind === 'resolution-note' ? 'Done' : 'Escalated'),
  )
  const opened = await openCase(office, { board: name, mails_customer: true }, plan.kind)
  const markdown = plan.is_long ? { markdown: long_note } : {}
  return {
    ...opened,
    board_id: board.id,
    plan,
    posting: { ticket_status_id: `${target?.id}`, ...markdown },
    answers: [],
    was_held: false,
  }
}

const long_note = Array.from({ length: 1600 }, (_, at) => `word-${at}`).join('\n\n')

/** Lets go wrong what the plan says. `among` is its place among those that share the request. */
export async function setTrouble({ there }: Office, run: Run, among: number): Promise<void> {
  const { step, trouble } = run.plan
  // Not every request names the ticket that somebody else is at.
  const named = 'when' in trouble ? { ...trouble, ticket_id: run.ticket } : trouble
  await setFault(there, step, run, named, { nth: requestOf(step, run).nth + among })
}
