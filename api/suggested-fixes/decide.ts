import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession, updateState } from '../ai-sessions/rows.ts'
import { insertDraft } from '../draft-templates/rows.ts'
import { Failure, found } from '../errors.ts'
import { markedValues } from '../redaction/marked-values.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { type FixChange, selectFix, updateFix } from './rows.ts'
import type { Decision, Outcome, SuggestedFix } from './schemas.ts'

type FixPlace = { account_id: string; session_id: string; fix_id: string }
type Decided = { suggested_fix: SuggestedFix; draft_template_id: string | null; generation_id: string | null }

/**
 * Keeps what the engineer decided about a fix. To run it once or as a draft template applies it, with the script that he
 * gives or else the fix's own. Throws `superseded` for a fix that a newer one replaced, `invalid` without a script to use.
 */
export async function decideFix(
  tx: Tx,
  place: FixPlace,
  user_id: string,
  { decision, script: given }: Decision,
): Promise<Decided> {
  const fix = await lockCurrent(tx, place)
  const script = given ?? fix.script
  const applies = decision === 'one_off' || decision === 'draft_template'
  if (applies && !script) {
    const errors = [{ path: 'script', message: 'is needed: the fix has none of its own' }]
    throw new Failure('invalid', 'script: is needed, for the fix has none of its own.', { errors })
  }
  const draft_template_id = decision === 'draft_template' && script ? keepDraft(tx, place, user_id, fix, script) : null
  const status = decision === 'dismissed' ? 'dismissed' : applies ? 'applied' : fix.status
  const suggested_fix = await change(tx, place, { user_decision: decision, status, script }, applies)
  return { suggested_fix, draft_template_id, generation_id: null }
}

/** The engineer says that he ran it. */
export async function applyFix(tx: Tx, place: FixPlace): Promise<SuggestedFix> {
  const fix = await lockCurrent(tx, place)
  return await change(tx, place, { status: fix.applied_at ? fix.status : 'applied' }, true)
}

/**
 * Keeps how the fix went; one that was not applied is, by that. What was applied may still be judged when a newer fix
 * has replaced it.
 */
export async function setOutcome(tx: Tx, place: FixPlace, { outcome, note }: Outcome): Promise<SuggestedFix> {
  const fix = await lockFix(tx, place)
  if (!fix.applied_at) mustBeCurrent(fix)
  return await change(tx, place, { status: outcome, outcome_note: note?.trim() ?? null, outcome_proposal: null }, true)
}

async function lockCurrent(tx: Tx, place: FixPlace): Promise<SuggestedFix> {
  const fix = await lockFix(tx, place)
  mustBeCurrent(fix)
  return fix
}

async function lockFix(tx: Tx, { account_id, session_id, fix_id }: FixPlace): Promise<SuggestedFix> {
  const [[session], [fix]] = await Promise.all([
    lockSession(tx, account_id, session_id),
    selectFix(tx, account_id, session_id, fix_id),
  ])
  const locked = found(session)
  const known = found(fix)
  mustBeOpen(locked)
  return known
}

function mustBeCurrent({ superseded_at, status }: SuggestedFix) {
  if (superseded_at) throw new Failure('superseded', 'A newer fix has replaced this one.')
  if (status === 'dismissed') throw new Failure('conflict', 'This fix was dismissed. Ask for another one.')
}

async function change(
  tx: Tx,
  { account_id, session_id, fix_id }: FixPlace,
  to: FixChange,
  applied: boolean,
): Promise<SuggestedFix> {
  const [fix] = await updateFix(tx, account_id, session_id, fix_id, to, applied)
  tx.atCommit(updateState(tx, account_id, session_id))
  return found(fix)
}

function keepDraft(
  tx: Tx,
  { account_id, session_id, fix_id }: FixPlace,
  user_id: string,
  { title, description, parameters }: SuggestedFix,
  script: NonNullable<SuggestedFix['script']>,
): string {
  const id = crypto.randomUUID()
  // The second gate: what is learned is used for other customers.
  const learned = redactDeep({ name: title, description, ...script }, markedValues(parameters, null))
  tx.atCommit(
    insertDraft(tx, {
      id,
      account_id,
      session_id,
      suggested_fix_id: fix_id,
      ...learned,
      category: 'From sessions',
      created_by: user_id,
    }),
  )
  return id
}
