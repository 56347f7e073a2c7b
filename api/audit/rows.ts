import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { auditEvents } from '../../db/schema/audit-events.ts'
import { users } from '../../db/schema/users.ts'
import type { Position } from '../http/page.ts'

export type NewAuditEvent = Omit<typeof auditEvents.$inferInsert, 'id' | 'created_at'>

export const insertEvent = (tx: Tx, event: NewAuditEvent) => tx.insert(auditEvents).values(event)

/** What was done in the account, from `from` back, newest first. Who has left the account has no name there any more. */
export const selectEvents = (tx: Tx, account_id: string, from: Position | undefined, limit: number) =>
  tx
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      user_id: auditEvents.user_id,
      user_name: users.name,
      session_id: auditEvents.session_id,
      ticket_ref: auditEvents.ticket_ref,
      detail: auditEvents.detail,
      created_at: auditEvents.created_at,
    })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.user_id))
    .where(
      and(
        eq(auditEvents.account_id, account_id),
        from
          ? sql`(${auditEvents.created_at}, ${auditEvents.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(auditEvents.created_at), desc(auditEvents.id))
    .limit(limit)
