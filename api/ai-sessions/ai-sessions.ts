import type { Tx } from '../../db/in-account.ts'
import type { LinkedTicket } from '../../db/schema/ai-sessions.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { Failure, found } from '../errors.ts'
import { readCursor, toPage } from '../http/page.ts'
import { redact } from '../redaction/redact.ts'
import { splitLines } from '../text/line-breaks.ts'
import { selectSessions } from './list-rows.ts'
import { insertSession, lockSession, type SessionRow, updateSession } from './rows.ts'
import type { NewSession, SessionChange, SessionQuery } from './schemas.ts'

type Owner = { account_id: string; user_id: string }

/** Opens a session. It is named by its title, else by its problem's first line, without its secrets. The model is asked nothing yet. */
export async function startSession(
  tx: Tx,
  { account_id, user_id }: Owner,
  { title, problem, session_type }: NewSession,
  ticket: LinkedTicket | null | undefined,
) {
  const named = title?.trim() ?? nameOf(problem === undefined ? undefined : redact(problem).text)
  const [session] = await insertSession(tx, {
    account_id,
    user_id,
    title: named,
    problem: problem ?? null,
    ticket: ticket ?? null,
    session_type: session_type ?? 'chat',
  })
  return found(session)
}

/** A page of the account's sessions, the last changed first, those of everybody or of who asks. */
export async function listSessions(
  { account_id, user_id, batch }: AccountAccess,
  { limit, cursor, owner, ...filter }: SessionQuery,
) {
  const [rows] = await batch((tx) => [
    selectSessions(
      tx,
      account_id,
      { ...filter, user_id: owner === 'me' ? user_id : undefined },
      readCursor(cursor),
      limit + 1,
    ),
  ])
  return toPage(rows, limit, ({ updated_at, id }) => ({ at: updated_at, id }))
}

/** Renames, links, pauses, abandons or reopens. A session that was resolved or escalated has to be reopened first. */
export async function changeSession(
  tx: Tx,
  account_id: string,
  id: string,
  { title, status }: SessionChange,
  ticket: LinkedTicket | null | undefined,
) {
  const session = found((await lockSession(tx, account_id, id))[0])
  if (status && status !== 'active') mustBeOpen(session)
  const [changed] = await updateSession(tx, account_id, id, {
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(status === undefined ? {} : { status }),
    ...(status === 'active' ? { resolved_at: null } : {}),
    ...(ticket === undefined ? {} : { ticket }),
  })
  return found(changed)
}

/** Throws where the session is closed: it takes no more messages, facts, answers or fixes until it is reopened. */
export function mustBeOpen({ status }: Pick<SessionRow, 'status'>): void {
  if (status === 'resolved') throw new Failure('already_resolved', 'This session is resolved. Reopen it to go on.')
  if (status === 'escalated') throw new Failure('already_escalated', 'This session is escalated. Reopen it to go on.')
}

export const isClosed = ({ status }: Pick<SessionRow, 'status'>): boolean =>
  status === 'resolved' || status === 'escalated'

const longestName = 120

function nameOf(problem: string | undefined): string {
  const line = splitLines(problem ?? '')
    .find((each) => each.trim() !== '')
    ?.trim()
    .replace(/\s+/g, ' ')
  if (!line) return 'New session'
  const letters = [...line]
  return letters.length <= longestName
    ? line
    : `${letters
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`
}
