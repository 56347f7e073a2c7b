import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { scriptTemplates } from '../../db/schema/script-templates.ts'
import { type OutcomeProposal, sessionSuggestedFixes } from '../../db/schema/session-suggested-fixes.ts'

type NewFix = typeof sessionSuggestedFixes.$inferInsert

const shown = {
  id: sessionSuggestedFixes.id,
  title: sessionSuggestedFixes.title,
  description: sessionSuggestedFixes.description,
  cause: sessionSuggestedFixes.cause,
  confidence: sessionSuggestedFixes.confidence,
  created_by: sessionSuggestedFixes.created_by,
  facts: sessionSuggestedFixes.facts,
  script: sessionSuggestedFixes.script,
  script_template_id: sessionSuggestedFixes.script_template_id,
  parameters: sessionSuggestedFixes.parameters,
  user_decision: sessionSuggestedFixes.user_decision,
  status: sessionSuggestedFixes.status,
  outcome_note: sessionSuggestedFixes.outcome_note,
  outcome_proposal: sessionSuggestedFixes.outcome_proposal,
  applied_at: sessionSuggestedFixes.applied_at,
  superseded_at: sessionSuggestedFixes.superseded_at,
  created_at: sessionSuggestedFixes.created_at,
}

export type FixChange = Partial<typeof sessionSuggestedFixes.$inferInsert>

/** All fixes of a session, newest first. */
export const selectFixes = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select(shown)
    .from(sessionSuggestedFixes)
    .where(inSession(account_id, session_id))
    .orderBy(desc(sessionSuggestedFixes.created_at), desc(sessionSuggestedFixes.id))

export const selectFix = (tx: Tx, account_id: string, session_id: string, id: string) =>
  tx
    .select(shown)
    .from(sessionSuggestedFixes)
    .where(and(inSession(account_id, session_id), eq(sessionSuggestedFixes.id, id)))

/** `applied` marks the fix as applied now, unless it was before. */
export const updateFix = (
  tx: Tx,
  account_id: string,
  session_id: string,
  id: string,
  change: FixChange,
  applied: boolean,
) =>
  tx
    .update(sessionSuggestedFixes)
    .set({
      ...change,
      ...(applied ? { applied_at: sql`coalesce(${sessionSuggestedFixes.applied_at}, now())` as never } : {}),
    })
    .where(and(inSession(account_id, session_id), eq(sessionSuggestedFixes.id, id)))
    .returning(shown)

/** Which parameters of a template are secret. */
export const selectSchema = (tx: Tx, account_id: string, template_id: string) =>
  tx
    .select({ parameters_schema: scriptTemplates.parameters_schema })
    .from(scriptTemplates)
    .where(and(eq(scriptTemplates.account_id, account_id), eq(scriptTemplates.id, template_id)))

export const selectActiveFix = (tx: Tx, account_id: string, session_id: string) =>
  tx.select(shown).from(sessionSuggestedFixes).where(isActive(account_id, session_id))

export const supersedeActiveFix = (tx: Tx, account_id: string, session_id: string) =>
  tx.update(sessionSuggestedFixes).set({ superseded_at: sql`now()` }).where(isActive(account_id, session_id))

export const insertFix = (tx: Tx, fix: NewFix) => tx.insert(sessionSuggestedFixes).values(fix).returning(shown)

/** As `insertFix`, of a fix that was run before it was kept. */
export const insertAppliedFix = (tx: Tx, fix: NewFix) => insertFix(tx, { ...fix, applied_at: sql`now()` as never })

export const updateOutcomeProposal = (
  tx: Tx,
  account_id: string,
  session_id: string,
  outcome_proposal: OutcomeProposal,
) =>
  tx
    .update(sessionSuggestedFixes)
    .set({ outcome_proposal })
    .where(isActive(account_id, session_id))
    .returning({ id: sessionSuggestedFixes.id })

// As the index one_active_fix has it.
const isActive = (account_id: string, session_id: string) =>
  and(
    inSession(account_id, session_id),
    isNull(sessionSuggestedFixes.superseded_at),
    ne(sessionSuggestedFixes.status, 'dismissed'),
  )

const inSession = (account_id: string, session_id: string) =>
  and(eq(sessionSuggestedFixes.account_id, account_id), eq(sessionSuggestedFixes.session_id, session_id))
