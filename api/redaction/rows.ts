import { and, eq } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/in-account.ts'
import { scriptGenerations } from '../../db/schema/script-generations.ts'
import { scriptTemplates } from '../../db/schema/script-templates.ts'
import { sessionSuggestedFixes } from '../../db/schema/session-suggested-fixes.ts'

/** The parameters of a session's fixes and scripts, with the schema that marks the secret ones, where a template has one. */
export const selectParameters = (tx: Tx, account_id: string, session_id: string) =>
  unionAll(
    tx
      .select({
        parameters: sessionSuggestedFixes.parameters,
        parameters_schema: scriptTemplates.parameters_schema,
      })
      .from(sessionSuggestedFixes)
      .leftJoin(scriptTemplates, isTemplate(sessionSuggestedFixes))
      .where(and(eq(sessionSuggestedFixes.account_id, account_id), eq(sessionSuggestedFixes.session_id, session_id))),
    tx
      .select({
        parameters: scriptGenerations.parameters,
        parameters_schema: scriptTemplates.parameters_schema,
      })
      .from(scriptGenerations)
      .leftJoin(scriptTemplates, isTemplate(scriptGenerations))
      .where(and(eq(scriptGenerations.account_id, account_id), eq(scriptGenerations.ai_session_id, session_id))),
  )

const isTemplate = (source: typeof sessionSuggestedFixes | typeof scriptGenerations) =>
  and(eq(scriptTemplates.account_id, source.account_id), eq(scriptTemplates.id, source.script_template_id))
