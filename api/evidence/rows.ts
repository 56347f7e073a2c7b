import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { scriptGenerations } from '../../db/schema/script-generations.ts'
import { scriptTemplates } from '../../db/schema/script-templates.ts'

/** The scripts that were made for a session, oldest first, each with the template that it was made from. */
export const selectLinkedGenerations = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select({
      template: scriptTemplates.name,
      language: scriptGenerations.language,
      script: scriptGenerations.script,
    })
    .from(scriptGenerations)
    .innerJoin(
      scriptTemplates,
      and(
        eq(scriptTemplates.account_id, scriptGenerations.account_id),
        eq(scriptTemplates.id, scriptGenerations.script_template_id),
      ),
    )
    .where(and(eq(scriptGenerations.account_id, account_id), eq(scriptGenerations.ai_session_id, session_id)))
    .orderBy(asc(scriptGenerations.created_at), asc(scriptGenerations.id))
