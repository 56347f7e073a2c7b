import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { sessionFacts } from '../../db/schema/session-facts.ts'

export type FactRow = typeof sessionFacts.$inferSelect
type NewFact = Omit<typeof sessionFacts.$inferInsert, 'ordinal'>
type FactChange = Partial<Pick<FactRow, 'text' | 'status'>> & { is_deleted?: boolean }

const shown = {
  id: sessionFacts.id,
  ordinal: sessionFacts.ordinal,
  text: sessionFacts.text,
  source_type: sessionFacts.source_type,
  source_ref: sessionFacts.source_ref,
  status: sessionFacts.status,
  // The words of a question's or a check's fact follow their item.
  editable: sql<boolean>`${sessionFacts.source_type} in ('manual', 'ai_synthesis')`,
  created_by: sessionFacts.created_by,
  created_at: sessionFacts.created_at,
  updated_at: sessionFacts.updated_at,
}

/** What the session knows, by ordinal, without what was deleted. */
export const selectFacts = (tx: Tx, account_id: string, session_id: string) =>
  tx
    .select(shown)
    .from(sessionFacts)
    .where(and(inSession(account_id, session_id), isNull(sessionFacts.deleted_at)))
    .orderBy(asc(sessionFacts.ordinal))

/** One fact, also one that was deleted. */
export const selectFact = (tx: Tx, account_id: string, session_id: string, id: string) =>
  tx
    .select({ ...shown, deleted_at: sessionFacts.deleted_at })
    .from(sessionFacts)
    .where(and(inSession(account_id, session_id), eq(sessionFacts.id, id)))

/** The confirmed fact that stands for an item of the lane. */
export const selectFactOfItem = (tx: Tx, account_id: string, session_id: string, item_id: string) =>
  tx
    .select(shown)
    .from(sessionFacts)
    .where(
      and(
        inSession(account_id, session_id),
        eq(sessionFacts.source_ref, item_id),
        eq(sessionFacts.status, 'confirmed'),
        isNull(sessionFacts.deleted_at),
      ),
    )

/** Adds a fact under the session's next ordinal; one that was deleted keeps its own for ever. Needs the session's lock. */
export const insertFact = (tx: Tx, fact: NewFact) => {
  const next: SQL<number> = sql`(select coalesce(max(ordinal), 0) + 1 from session_facts where ${inSession(fact.account_id, fact.session_id)})`
  return tx
    .insert(sessionFacts)
    .values({ ...fact, ordinal: next as never })
    .returning(shown)
}

export const updateFact = (
  tx: Tx,
  account_id: string,
  session_id: string,
  id: string,
  { is_deleted, ...change }: FactChange,
) =>
  tx
    .update(sessionFacts)
    .set({
      ...change,
      ...(is_deleted === undefined ? {} : { deleted_at: is_deleted ? (sql`now()` as never) : null }),
      updated_at: sql`now()` as never,
    })
    .where(and(inSession(account_id, session_id), eq(sessionFacts.id, id)))
    .returning(shown)

const inSession = (account_id: string, session_id: string) =>
  and(eq(sessionFacts.account_id, account_id), eq(sessionFacts.session_id, session_id))
