import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession, updateState } from '../ai-sessions/rows.ts'
import { insertDraft, selectDraftOfFix } from '../draft-templates/rows.ts'
import { Failure, found } from '../errors.ts'
import { secretsIn } from '../redaction/marked-values.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { selectParameters } from '../redaction/rows.ts'
import { type FixChange, selectFix, updateFix } from './rows.ts'
import type { Decision, Outcome, SuggestedFix } from './schemas.ts'
import { statusAfter } from './transitions.ts'

type FixPlace = { account_id: string; session_id: string; fix_id: string }
type Decided = { suggested_fix: SuggestedFix; draft_template_id: string | null; generation_id: string | null }

/**
 * Keeps what the engineer decided about a fix. To run it once or as a draft template applies it, with the script that he
 * gives or else the fix's own. The same decision again changes nothing, but a second draft is refused. Throws `superseded`,
 * `already_decided` and `conflict` as `transitions.ts` has them, `invalid` without a script to use.
 */
export async function decideFix(
  tx: Tx,
  place: FixPlace,
  user_id: string,
  { decision, script: given }: Decision,
): Promise<Decided> {
  const fix = await lockFix(tx, place)
  const status = statusAfter(fix, decision)
  const templatizes = decision === 'draft_template'
  if (fix.user_decision === decision && !templatizes) return decided(fix)
  const secrets = templatizes ? await secretsOfNewDraft(tx, place) : []
  const script = given ?? fix.script
  const applies = decision === 'one_off' || templatizes
  if (applies && !script) {
    const errors = [{ path: 'script', message: 'is needed: the fix has none of its own' }]
    throw new Failure('invalid', 'script: is needed, for the fix has none of its own.', { errors })
  }
  const draft_template_id = templatizes && script ? keepDraft(tx, place, user_id, fix, script, secrets) : null
  return decided(await change(tx, place, { user_decision: decision, status, script }, applies), draft_template_id)
}

/** The engineer says that he ran it; said before, it changes nothing. */
export async function applyFix(tx: Tx, place: FixPlace): Promise<SuggestedFix> {
  const fix = await lockFix(tx, place)
  const status = statusAfter(fix, 'apply')
  return fix.applied_at ? fix : await change(tx, place, { status }, true)
}

/**
 * Keeps how the fix went; one that was not applied is, by that. What was applied may still be judged when a newer fix
 * has replaced it, and an outcome may be corrected.
 */
export async function setOutcome(tx: Tx, place: FixPlace, { outcome, note }: Outcome): Promise<SuggestedFix> {
  const fix = await lockFix(tx, place)
  const status = statusAfter(fix, outcome)
  const outcome_note = note?.trim() ?? (fix.status === status ? fix.outcome_note : null)
  if (fix.status === status && fix.outcome_note === outcome_note && !fix.outcome_proposal) return fix
  return await change(tx, place, { status, outcome_note, outcome_proposal: null }, true)
}

const decided = (suggested_fix: SuggestedFix, draft_template_id: string | null = null): Decided => ({
  suggested_fix,
  draft_template_id,
  generation_id: null,
})

/** What a draft may not hold; throws `already_decided` where the fix has one. */
async function secretsOfNewDraft(tx: Tx, { account_id, session_id, fix_id }: FixPlace): Promise<string[]> {
  const [[draft], parameters] = await Promise.all([
    selectDraftOfFix(tx, account_id, session_id, fix_id),
    selectParameters(tx, account_id, session_id),
  ])
  if (draft) throw new Failure('already_decided', 'The script of this fix is kept as a draft already.')
  return secretsIn(parameters)
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
  { title, description }: SuggestedFix,
  script: NonNullable<SuggestedFix['script']>,
  secrets: readonly string[],
): string {
  const id = crypto.randomUUID()
  // The second gate: what is learned is used for other customers.
  const learned = redactDeep({ name: title, description, ...script }, secrets)
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
