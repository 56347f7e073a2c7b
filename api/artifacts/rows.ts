import { and, desc, eq, notInArray } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { artifactPreviews } from '../../db/schema/artifact-previews.ts'

export type ArtifactKind = typeof artifactPreviews.$inferSelect.kind

/** As many as an engineer goes back and forth between: what was drafted before those is drafted again. */
const remembered = 10

/** The newest drafts of a session's note or package, each with the fingerprint of what it was drafted from. */
export const selectDrafts = (tx: Tx, account_id: string, session_id: string, kind: ArtifactKind) =>
  tx
    .select({ fingerprint: artifactPreviews.fingerprint, draft: artifactPreviews.draft })
    .from(artifactPreviews)
    .where(
      and(
        eq(artifactPreviews.account_id, account_id),
        eq(artifactPreviews.session_id, session_id),
        eq(artifactPreviews.kind, kind),
      ),
    )
    .orderBy(desc(artifactPreviews.created_at))
    .limit(remembered)

/** Forgets the drafts that are behind the newest ones. */
export const pruneDrafts = (tx: Tx, account_id: string, session_id: string, kind: ArtifactKind) => {
  const isOfSession = and(
    eq(artifactPreviews.account_id, account_id),
    eq(artifactPreviews.session_id, session_id),
    eq(artifactPreviews.kind, kind),
  )
  const newest = tx
    .select({ fingerprint: artifactPreviews.fingerprint })
    .from(artifactPreviews)
    .where(isOfSession)
    .orderBy(desc(artifactPreviews.created_at), desc(artifactPreviews.fingerprint))
    .limit(remembered)
  return tx.delete(artifactPreviews).where(and(isOfSession, notInArray(artifactPreviews.fingerprint, newest)))
}

/** Keeps a draft; where another process drafted from the same evidence at the same time, its draft stays. */
export const insertDraft = (tx: Tx, preview: typeof artifactPreviews.$inferInsert) =>
  tx.insert(artifactPreviews).values(preview).onConflictDoNothing()
