import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { draftTemplates } from '../../db/schema/draft-templates.ts'

/** Keeps a script that is to be run now, to be asked about as a template when the session is resolved. */
export const insertDraft = (tx: Tx, draft: typeof draftTemplates.$inferInsert) =>
  tx.insert(draftTemplates).values(draft)

/** The draft that was made of a fix's script, whatever was decided about it since. */
export const selectDraftOfFix = (tx: Tx, account_id: string, session_id: string, suggested_fix_id: string) =>
  tx
    .select({ id: draftTemplates.id })
    .from(draftTemplates)
    .where(
      and(
        eq(draftTemplates.account_id, account_id),
        eq(draftTemplates.session_id, session_id),
        eq(draftTemplates.suggested_fix_id, suggested_fix_id),
      ),
    )
    .limit(1)
