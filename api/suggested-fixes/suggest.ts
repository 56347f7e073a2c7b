import type { Tx } from '../../db/in-account.ts'
import type { ParametersSchema } from '../../db/schema/script-templates.ts'
import type { FixScript, OutcomeProposal } from '../../db/schema/session-suggested-fixes.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession, updateState } from '../ai-sessions/rows.ts'
import { found } from '../errors.ts'
import { isUuid } from '../http/validate.ts'
import { markedValues } from '../redaction/marked-values.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { saysSecret } from '../redaction/secret-names.ts'
import { insertAppliedFix, insertFix, selectSchema, supersedeActiveFix, updateOutcomeProposal } from './rows.ts'
import type { OwnFix, SuggestedFix } from './schemas.ts'

type Session = { account_id: string; session_id: string }

export type Suggestion = {
  title: string
  description: string
  confidence: number
  facts?: number[] | undefined
  script?: FixScript | undefined
  script_template_id?: string | undefined
  parameters?: Record<string, unknown> | undefined
}

/**
 * Makes this the session's one active fix, without its secrets; the one before it is superseded in the same transaction.
 * Only the parameters that are marked as secret keep their values, which are known by that wherever they reappear.
 */
export async function suggestFix(
  tx: Tx,
  { account_id, session_id }: Session,
  { script_template_id, parameters = {}, ...said }: Suggestion,
  secrets: readonly string[],
): Promise<SuggestedFix> {
  tx.atCommit(updateState(tx, account_id, session_id))
  tx.atCommit(supersedeActiveFix(tx, account_id, session_id))
  const template = isUuid(script_template_id) ? script_template_id : null
  const schema = template ? ((await selectSchema(tx, account_id, template))[0]?.parameters_schema ?? null) : null
  const known = [...secrets, ...markedValues(parameters, schema)]
  const kept = { ...redactDeep(said, known), parameters: redactUnmarked(parameters, schema, known) }
  const [fix] = await insertFix(tx, { account_id, session_id, ...kept, script_template_id: template })
  return found(fix)
}

/** Keeps what the engineer did himself: it worked, and supersedes the active fix, which may still be judged where it was run. */
export async function addOwnFix(
  tx: Tx,
  { account_id, session_id }: Session,
  user_id: string,
  { title, cause }: OwnFix,
): Promise<SuggestedFix> {
  mustBeOpen(found((await lockSession(tx, account_id, session_id))[0]))
  tx.atCommit(updateState(tx, account_id, session_id))
  tx.atCommit(supersedeActiveFix(tx, account_id, session_id))
  const [fix] = await insertAppliedFix(tx, {
    account_id,
    session_id,
    title: title.trim(),
    description: '',
    cause: cause?.trim() || null,
    created_by: user_id,
    status: 'worked',
  })
  return found(fix)
}

/** Notes how the model thinks that the active fix went; only an engineer sets it. Answers its id, or nothing where no fix is active. */
export async function proposeOutcome(
  tx: Tx,
  { account_id, session_id }: Session,
  proposal: OutcomeProposal,
): Promise<string | undefined> {
  const [fix] = await updateOutcomeProposal(tx, account_id, session_id, proposal)
  if (fix) tx.atCommit(updateState(tx, account_id, session_id))
  return fix?.id
}

function redactUnmarked(
  parameters: Record<string, unknown>,
  schema: ParametersSchema | null,
  known: readonly string[],
): Record<string, unknown> {
  const marked = new Set(schema?.parameters.filter(({ type }) => type === 'secret').map(({ key }) => key))
  const isMarked = (key: string) => marked.has(key) || saysSecret(key)
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [key, isMarked(key) ? value : redactDeep(value, known)]),
  )
}
