import type { Tx } from '../../db/in-account.ts'
import { insertEvent, type NewAuditEvent } from './rows.ts'

/**
 * The write that keeps for good who did what, for `tx.atCommit`. `action` is the concept and what became of it:
 * `psa_connection.saved`. `detail` names what changed and holds no secret and no text of a customer.
 */
export const recordEvent = (tx: Tx, event: NewAuditEvent) => insertEvent(tx, event)
