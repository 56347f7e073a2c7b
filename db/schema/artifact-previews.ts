import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, json } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'

export type CitedSentence = { text: string; cites: string[] }

/** What of a model's draft was kept, by section, and what was dropped, and why. */
export type KeptDraft = {
  sections: Record<string, CitedSentence[]>
  dropped: { text: string; why: string }[]
}

/** A model's draft of a note or a package, for as long as its evidence stays the same: every process finds it here. */
export const artifactPreviews = pgTable(
  'artifact_previews',
  {
    account_id: accountId(),
    session_id: uuid().notNull(),
    kind: text({ enum: ['resolution_note', 'escalation_package'] }).notNull(),
    /** Of the evidence that it was drafted from. */
    fingerprint: text().notNull(),
    draft: json<KeptDraft>().notNull(),
    created_at: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.account_id, table.session_id, table.kind, table.fingerprint] }),
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
