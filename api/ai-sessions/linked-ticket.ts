import type { LinkedTicket } from '../../db/schema/ai-sessions.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { PsaFailure } from '../psa/provider.ts'
import type { Psa } from '../psa/registry.ts'
import { withTimeout } from '../psa/with-timeout.ts'
import { redactDeep } from '../redaction/redact-deep.ts'

const patience_ms = 5000

/**
 * What a session keeps of the ticket that it is linked to, without its secrets, asked of the PSA while no transaction is open. A ticket that
 * is not there, or can't be read within 5 s, is linked by its number alone. Undefined where no link was named.
 */
export async function lookUpTicket(
  psa: Psa,
  account: AccountAccess,
  named: string | null | undefined,
): Promise<LinkedTicket | null | undefined> {
  if (!named) return named === null ? null : undefined
  const ref = named.trim()
  try {
    return await withTimeout(patience_ms, async () => {
      const { provider } = await psa.connectAs(account)
      const ticket = await provider.fetchTicket(ref)
      const { summary, url } = ticket
      return { ref: ticket.ref, ...redactDeep({ summary, company: ticket.company?.name ?? null }), url }
    })
  } catch (error) {
    if (!(error instanceof PsaFailure)) throw error
    return { ref, summary: null, company: null, url: null }
  }
}
