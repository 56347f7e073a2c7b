import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { auditEvents } from '../../db/schema/audit-events.ts'
import { users } from '../../db/schema/users.ts'
import type { Position } from '../http/page.ts'
import { inUtc } from '../http/period.ts'
import type { EventFilter } from './schemas.ts'

export type NewAuditEvent = Omit<typeof auditEvents.$inferInsert, 'id' | 'created_at'>

export const insertEvent = (tx: Tx, event: NewAuditEvent) => tx.insert(auditEvents).values(event)

/**
 * What was done in the account, from `before` back, newest first, as far as it is asked for. Who has left the account has
 * no name there any more.
 */
export const selectEvents = (
  tx: Tx,
  account_id: string,
  { action, user_id, from, to }: EventFilter,
  before: Position | undefined,
  limit: number,
) =>
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
        // A concept, or one act of it.
        action
          ? or(eq(auditEvents.action, action), sql`starts_with(${auditEvents.action}, ${`${action}.`})`)
          : undefined,
        user_id ? eq(auditEvents.user_id, user_id) : undefined,
        from ? gte(auditEvents.created_at, inUtc(from)) : undefined,
        to ? lt(auditEvents.created_at, inUtc(to)) : undefined,
        before
          ? sql`(${auditEvents.created_at}, ${auditEvents.id}) < (${before.at}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(auditEvents.created_at), desc(auditEvents.id))
    .limit(limit)
