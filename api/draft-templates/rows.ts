import type { Tx } from '../../db/in-account.ts'
import { draftTemplates } from '../../db/schema/draft-templates.ts'

/** Keeps a script that is to be run now, to be asked about as a template when the session is resolved. */
export const insertDraft = (tx: Tx, draft: typeof draftTemplates.$inferInsert) =>
  tx.insert(draftTemplates).values(draft)
