import { inAccount } from '../../db/in-account.ts'
import { recordEvent } from '../audit/record.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Deps } from '../deps.ts'
import { type Evidence, fingerprintOf } from '../evidence/evidence.ts'
import { evidenceQueries, gathered } from '../evidence/gather.ts'
import { countClosedWriteBacks } from '../psa/write-back/rows.ts'
import { note, redact } from '../redaction/redact.ts'
import type { Artifact } from './artifact.ts'
import { compose, toMarkdown } from './compose.ts'
import { type Drafted, draftArtifact } from './draft.ts'
import type { Previewing } from './posting-schemas.ts'
import { insertDraft, pruneDrafts, selectDrafts } from './rows.ts'
import type { ArtifactPreview } from './schemas.ts'
import { ticketView } from './ticket-view.ts'

/**
 * What the artifact would say now, and what the linked ticket would receive, for which the ticket system is asked beside
 * the model. Without a ticket it is one round trip where its evidence was drafted from before; otherwise the model is asked, with no transaction open, and what holds of its draft is kept for every
 * process. What comes from the state alone is not kept: the next preview asks again. An engineer's own words are shown as
 * they would be posted, and ask no model.
 */
export async function previewArtifact(
  deps: Deps,
  account: AccountAccess,
  session_id: string,
  artifact: Artifact,
  { markdown: own }: Previewing,
): Promise<ArtifactPreview> {
  const { account_id, batch } = account
  const [drafts, [attempts], ...answers] = await batch((tx) => [
    selectDrafts(tx, account_id, session_id, artifact.kind),
    countClosedWriteBacks(tx, account_id, session_id),
    ...evidenceQueries(tx, account_id, session_id),
  ])
  const { session, evidence, redacted, secrets } = gathered(answers)
  const fingerprint = await fingerprintOf(evidence)
  const known = drafts.find((each) => each.fingerprint === fingerprint)
  const [drafted, asPosted] = await Promise.all([
    known ??
      (own === undefined
        ? draftNow(deps, account, session_id, artifact, { evidence, fingerprint, secrets })
        : ownWords),
    // Who looks how his own words would be posted has not looked at the ticket again.
    ticketView(deps, account, session, artifact, attempts?.closed ?? 0, own === undefined, secrets),
  ])
  const draft = 'draft' in drafted ? drafted.draft : null
  const sections = compose(artifact, evidence, draft)
  // The third gate, as when it is posted: what is shown is what would go out.
  const { text: markdown, taken } = redact(own ?? toMarkdown(artifact, sections), secrets)
  for (const { kind, count } of taken) note(redacted, kind, count)
  return {
    markdown,
    posted_as: asPosted(markdown),
    sections,
    fingerprint,
    from_cache: known !== undefined,
    written_by: draft ? 'model' : 'state',
    state_reason: 'failure' in drafted ? drafted.failure : null,
    dropped: draft?.dropped ?? [],
    redacted,
  }
}

const ownWords: Drafted = { failure: 'These are your own words.' }

async function draftNow(
  { ai, database }: Deps,
  { account_id, user_id }: AccountAccess,
  session_id: string,
  artifact: Artifact,
  { evidence, fingerprint, secrets }: { evidence: Evidence; fingerprint: string; secrets: readonly string[] },
): Promise<Drafted> {
  const drafted = await draftArtifact(ai, { account_id, session_id, secrets }, artifact, evidence)
  const kind = artifact.kind
  const detail = { fingerprint, written_by: 'draft' in drafted ? 'model' : 'state' }
  // No longer the reader's act: he may have gone while the model wrote.
  await inAccount(database, { account_id }, async (tx) => {
    if ('draft' in drafted) {
      tx.atCommit(insertDraft(tx, { account_id, session_id, kind, fingerprint, draft: drafted.draft }))
      tx.atCommit(pruneDrafts(tx, account_id, session_id, kind))
    }
    tx.atCommit(
      recordEvent(tx, { account_id, user_id, action: `${kind}.previewed`, session_id, ticket_ref: null, detail }),
    )
  })
  return drafted
}
