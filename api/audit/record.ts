import type { Tx } from '../../db/in-account.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { insertEvent, type NewAuditEvent } from './rows.ts'

/**
 * The write that keeps for good who did what, for `tx.atCommit`. `action` is the concept and what became of it:
 * `psa_connection.saved`. `detail` names what changed, with no text of a customer, and is kept without secrets.
 */
export const recordEvent = (tx: Tx, event: NewAuditEvent) =>
  insertEvent(tx, { ...event, detail: redactDeep(event.detail) })
