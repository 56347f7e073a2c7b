import type { AccountAccess } from '../auth/account-access.ts'
import type { Deps } from '../deps.ts'
import { PsaFailure } from '../psa/provider.ts'
import { referenceOf } from '../psa/write-back/reference.ts'
import type { Artifact } from './artifact.ts'
import { renderNote } from './render-note.ts'
import { seeTicket } from './ticket-conflict.ts'
import { keepSighting } from './ticket-snapshot-rows.ts'

type Session = { id: string; ticket: { ref: string } | null }

/**
 * How the linked ticket would receive a text, byte for byte; nothing where no ticket is linked. Where the engineer looks at
 * it with that (`is_seen`), notes how the ticket is now: what he posts is written with that in mind. A ticket that can't be
 * read is no reason for no preview.
 */
export async function ticketView(
  { psa, log }: Deps,
  account: AccountAccess,
  { id: session_id, ticket }: Session,
  artifact: Artifact,
  attempt: number,
  is_seen: boolean,
  secrets: readonly string[],
): Promise<(markdown: string) => string | null> {
  if (!ticket) return () => null
  const { account_id, user_id } = account
  const tell = (error: unknown) => {
    if (!(error instanceof PsaFailure)) throw error
    log.warn('ticket not seen', { code: error.code })
  }
  try {
    const { provider } = await psa.connect(account_id)
    const reference = await referenceOf(session_id, attempt)
    const seen = is_seen && (await seeTicket(provider, ticket.ref, reference, secrets).catch(tell))
    if (seen) {
      const { board_id: _, ...sighting } = seen
      const who = { account_id, session_id, user_id, kind: artifact.kind }
      await account.inAccount(async (tx) => tx.atCommit(keepSighting(tx, who, sighting)))
    }
    return (markdown) => renderNote(provider, artifact, reference, markdown, secrets).join('\n\n')
  } catch (error) {
    if (!(error instanceof PsaFailure)) throw error
    log.warn('ticket system not connected', { code: error.code })
    return () => null
  }
}
