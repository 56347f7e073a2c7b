import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accountId, createdAt, id, instant, json, updatedAt } from '../columns.ts'
import { takeUpPolicy, tenantPolicy } from '../tenant-policy.ts'
import { aiSessions } from './ai-sessions.ts'
import type { NoteKinds } from './ticket-notes.ts'

export type StatusName = { id: string; name: string }
export type WriteBackFailure = { code: 'psa_failed' | 'status_not_verified'; detail: string }
/** One thing that was done to the ticket, or seen on it, as it happened. */
export type WriteBackStep = { step: 'note' | 'status' | 'check'; at: string; done: boolean; detail: string }

/**
 * An attempt to write a note to a ticket. It is committed before anything is sent, and every step as it happens, so that
 * whoever finds it, after a crash too, knows what may be on the ticket.
 */
export const writeBacks = pgTable(
  'write_backs',
  {
    id: id(),
    account_id: accountId(),
    session_id: uuid().notNull(),
    user_id: uuid(),
    kind: text({ enum: ['resolution_note', 'escalation_package'] }).notNull(),
    /** Stands in every part of the note, and on no other note. */
    reference: text().notNull(),
    /** Where the ticket is: the same number is another ticket elsewhere. */
    provider: text({ enum: ['connectwise', 'builtin'] }).notNull(),
    ticket_ref: text().notNull(),
    markdown: text().notNull(),
    /** The note as it is sent, byte for byte: more than one where it is too long for one. */
    parts: json<string[]>().notNull(),
    note_kinds: json<NoteKinds>().notNull(),
    /** What the PSA calls each part that is known to be there. */
    note_ids: json<string[]>().notNull().default(sql`'[]'`),
    /** pending: nothing was sent; sent: the note is there; unknown: it may be; confirmed: all was seen; failed: it is not. */
    state: text({ enum: ['pending', 'sent', 'unknown', 'confirmed', 'failed'] })
      .notNull()
      .default('pending'),
    target_status: json<StatusName>(),
    status_skipped_reason: text(),
    status_set_at: instant(),
    actual_status: json<StatusName>(),
    /** Why it went no further, for the engineer who finds it so. */
    failure: json<WriteBackFailure>(),
    steps: json<WriteBackStep[]>().notNull().default(sql`'[]'`),
    /** Who works on it now; taken over when the lease has run out. */
    lease_id: uuid(),
    lease_expires_at: instant(),
    /** It is over: what comes after it is another attempt. */
    closed_at: instant(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (table) => [
    foreignKey({
      columns: [table.account_id, table.session_id],
      foreignColumns: [aiSessions.account_id, aiSessions.id],
    }).onDelete('cascade'),
    unique().on(table.account_id, table.reference),
    index().on(table.account_id, table.session_id, table.created_at),
    uniqueIndex('one_open_write_back').on(table.account_id, table.session_id).where(sql`closed_at is null`),
    tenantPolicy(),
    takeUpPolicy(),
  ],
)
