import { setTimeout as sleep } from 'node:timers/promises'
import { type Outcome, post, settle } from '../../api/write-back/posting.ts'
import type { Office } from './office.ts'
import type { Run } from './run.ts'

/** So long an engineer clicks until he leaves it. */
const patience_ms = 110_000
const most_clicks = 14
const between_clicks_ms = 300

/**
 * Posts like an engineer without patience: whatever happens he clicks again, and accepts whatever he is asked; in the end
 * he closes the session here, or leaves it as it is. Keeps every answer that he got.
 */
export async function insist(office: Office, run: Run): Promise<void> {
  const deadline = Date.now() + patience_ms
  while (Date.now() < deadline && run.answers.length < most_clicks) {
    const answers = await click(office, run)
    if (answers.some(isEnd)) return
    await sleep(between_clicks_ms)
  }
  // One in three leaves it as it is: that has to be true, too.
  if (run.plan.number % 3 !== 0)
    run.answers.push(...(await answersOf([settle(office.mara, run, 'keep_local', run.plan.kind)])))
}

/** Whether the engineer sees his session closed. */
const isEnd = ({ status, body }: Outcome) =>
  status === 200 || body.code === 'already_resolved' || body.code === 'already_escalated'

/** One click, from each of his tabs: what a look at the last answer tells him to do. */
export async function click(office: Office, run: Run): Promise<Outcome[]> {
  const answers = await answersOf(nextAct(office, run))
  run.answers.push(...answers)
  return answers
}

function nextAct(office: Office, run: Run): Promise<Outcome>[] {
  const { kind, tabs } = run.plan
  const last = run.answers.at(-1)
  const clicks = run.answers.length
  if (last?.body.code === 'status_not_verified') {
    return [settle(office.mara, run, nextActs[clicks % nextActs.length] ?? 'check_again', kind)]
  }
  // A note that is there and can't be seen whole: he looks twice, and then lets it be.
  if (last?.body.code === 'psa_failed' && last.body.external_id && clicks >= 3) {
    return [settle(office.lee, run, clicks < 5 ? 'check_again' : 'keep_local', kind)]
  }
  const accepting = {
    ...(last?.body.code === 'ticket_moved' ? { accept_moved: true } : {}),
    ...(last?.body.code === 'stale_preview' ? { accept_stale: true } : {}),
  }
  const asked = { kind, ...run.posting, ...accepting }
  const people = tabs === 2 ? [office.mara, office.lee] : [office.mara]
  return people.map((who) => post(who, run, asked))
}

const nextActs = ['check_again', 'retry_status', 'retry_status', 'keep_local'] as const

/** The answers that came; a server that went away gives none. */
async function answersOf(asked: Promise<Outcome>[]): Promise<Outcome[]> {
  const answers = await Promise.allSettled(asked)
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}
