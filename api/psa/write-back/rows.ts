import { and, count, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/in-account.ts'
import { writeBacks } from '../../../db/schema/write-backs.ts'

export type WriteBack = typeof writeBacks.$inferSelect
export type NewWriteBack = Omit<typeof writeBacks.$inferInsert, 'lease_expires_at'>
/** What an attempt is about; its reference stays the session's own. */
export type Intent = Pick<
  WriteBack,
  | 'user_id'
  | 'kind'
  | 'provider'
  | 'ticket_ref'
  | 'markdown'
  | 'parts'
  | 'note_kinds'
  | 'target_status'
  | 'status_skipped_reason'
  | 'lease_id'
>
export type WriteBackChange = Partial<
  Pick<
    WriteBack,
    | 'markdown'
    | 'parts'
    | 'note_ids'
    | 'state'
    | 'target_status'
    | 'status_set_at'
    | 'actual_status'
    | 'failure'
    | 'steps'
    | 'closed_at'
  >
>

/** Longer than the longest wait for the PSA; after so many seconds without a word, whoever worked on it is gone. */
const lease_s = 25
const leaseEnd = sql`now() + make_interval(secs => ${sql.raw(String(lease_s))})`

const is_leased = sql<boolean>`coalesce(${writeBacks.lease_expires_at} > now(), false)`

/** The session's attempt that is not over, whoever works on it. `is_leased` tells whether somebody does. */
export const selectOpenWriteBack = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select({ write_back: writeBacks, is_leased })
    .from(writeBacks)
    .where(
      and(eq(writeBacks.account_id, account_id), eq(writeBacks.session_id, session_id), isNull(writeBacks.closed_at)),
    )

/** The session's last attempt: the one that is not over, else the newest. */
export const selectLastWriteBack = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select({ write_back: writeBacks, is_leased })
    .from(writeBacks)
    .where(and(eq(writeBacks.account_id, account_id), eq(writeBacks.session_id, session_id)))
    .orderBy(desc(isNull(writeBacks.closed_at)), desc(writeBacks.created_at))
    .limit(1)

/** How many attempts a session has had that are over: the next one is another. */
export const countClosedWriteBacks = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select({ closed: count() })
    .from(writeBacks)
    .where(
      and(
        eq(writeBacks.account_id, account_id),
        eq(writeBacks.session_id, session_id),
        sql`${writeBacks.closed_at} is not null`,
      ),
    )

/** Begins an attempt, leased to who begins it. Refused by `one_open_write_back` where the session has one already. */
export const insertWriteBack = (tx: Tx, write_back: NewWriteBack) =>
  tx
    .insert(writeBacks)
    .values({ ...write_back, lease_expires_at: leaseEnd as never })
    .returning()

/**
 * Makes an attempt of which nothing is on any ticket again, leased to who does: it may be about something else then.
 * Answers nothing where it is no such attempt any more, or somebody works on it.
 */
export const restartWriteBack = (tx: Tx, account_id: string, id: string, intent: Intent) =>
  tx
    .update(writeBacks)
    .set({
      ...intent,
      actual_status: null,
      failure: null,
      lease_expires_at: leaseEnd as never,
      updated_at: sql`now()` as never,
    })
    .where(and(isOpen(account_id, id), isFailed, isFree))
    .returning()

/** Ends the session's attempt of which nothing is on any ticket: the session is closed without one. */
export const endFailedWriteBack = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .update(writeBacks)
    .set({ closed_at: sql`now()` as never, lease_id: null, lease_expires_at: null })
    .where(
      and(
        eq(writeBacks.account_id, account_id),
        eq(writeBacks.session_id, session_id),
        isNull(writeBacks.closed_at),
        isFailed,
        isFree,
      ),
    )

/** Takes an attempt up that nobody works on. Answers nothing where somebody does, or it is over. */
export const takeLease = (tx: Tx, account_id: string, id: string, lease_id: string) =>
  tx
    .update(writeBacks)
    .set({ lease_id, lease_expires_at: leaseEnd as never })
    .where(and(isOpen(account_id, id), isFree))
    .returning()

/** Keeps what happened, as long as the lease is still one's own, and renews it. */
export const updateWriteBack = (tx: Tx, account_id: string, id: string, lease_id: string, change: WriteBackChange) =>
  tx
    .update(writeBacks)
    .set({ ...change, lease_expires_at: leaseEnd as never, updated_at: sql`now()` as never })
    .where(and(isOpen(account_id, id), eq(writeBacks.lease_id, lease_id)))
    .returning()

/** Who waits for the PSA is still at it. */
export const renewLease = (tx: Tx, account_id: string, id: string, lease_id: string) =>
  tx
    .update(writeBacks)
    .set({ lease_expires_at: leaseEnd as never })
    .where(and(isOpen(account_id, id), eq(writeBacks.lease_id, lease_id)))

/** Leaves an attempt to the next; why it stopped is kept where nothing is known of that yet. */
export const releaseLease = (
  tx: Tx,
  account_id: string,
  id: string,
  lease_id: string,
  failure: WriteBack['failure'] = null,
) =>
  tx
    .update(writeBacks)
    .set({
      lease_id: null,
      lease_expires_at: null,
      ...(failure ? { failure: sql`coalesce(${writeBacks.failure}, ${JSON.stringify(failure)}::jsonb)` as never } : {}),
    })
    .where(and(eq(writeBacks.account_id, account_id), eq(writeBacks.id, id), eq(writeBacks.lease_id, lease_id)))

const isFailed = eq(writeBacks.state, 'failed')
const isFree = or(isNull(writeBacks.lease_expires_at), sql`${writeBacks.lease_expires_at} <= now()`)
const isOpen = (account_id: string, id: string): SQL | undefined =>
  and(eq(writeBacks.account_id, account_id), eq(writeBacks.id, id), isNull(writeBacks.closed_at))
