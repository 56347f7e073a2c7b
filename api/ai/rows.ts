import { and, eq, gte, lt, sql, sum } from 'drizzle-orm'
import { type PgColumn, unionAll } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/in-account.ts'
import { aiCalls } from '../../db/schema/ai-calls.ts'
import { aiUsageDays } from '../../db/schema/ai-usage-days.ts'
import { inUtc } from '../http/period.ts'

export type AiCallRow = typeof aiCalls.$inferInsert

export const insertAiCall = (tx: Tx, call: AiCallRow) => tx.insert(aiCalls).values(call)

/**
 * What the account's calls between two moments used, by purpose and model, those of whole days that were added up
 * included. A sum of unknowns is null.
 */
export function selectUsage(tx: Tx, account_id: string, from: string | undefined, to: string | undefined) {
  const used = unionAll(
    tx
      .select({
        purpose: aiCalls.purpose,
        model: aiCalls.model,
        calls: sql<number>`1`.as('calls'),
        ...countersOf(aiCalls),
      })
      .from(aiCalls)
      .where(
        and(
          eq(aiCalls.account_id, account_id),
          from ? gte(aiCalls.created_at, inUtc(from)) : undefined,
          to ? lt(aiCalls.created_at, inUtc(to)) : undefined,
        ),
      ),
    tx
      .select({
        purpose: aiUsageDays.purpose,
        model: aiUsageDays.model,
        calls: sql<number>`${aiUsageDays.calls}`.as('calls'),
        ...countersOf(aiUsageDays),
      })
      .from(aiUsageDays)
      .where(
        and(
          eq(aiUsageDays.account_id, account_id),
          from ? gte(aiUsageDays.day, inUtc(from).slice(0, 10)) : undefined,
          to ? sql`${aiUsageDays.day} < ${inUtc(to)}::timestamptz at time zone 'UTC'` : undefined,
        ),
      ),
  ).as('used')
  return tx
    .select({
      purpose: used.purpose,
      model: used.model,
      calls: sum(used.calls).mapWith(Number),
      input_tokens: total(used.input_tokens),
      output_tokens: total(used.output_tokens),
      cache_creation_input_tokens: total(used.cache_creation_input_tokens),
      cache_read_input_tokens: total(used.cache_read_input_tokens),
      cost_cents: total(used.cost_cents),
    })
    .from(used)
    .groupBy(used.purpose, used.model)
    .orderBy(used.purpose, used.model)
}

const countersOf = (table: typeof aiCalls | typeof aiUsageDays) => ({
  input_tokens: table.input_tokens,
  output_tokens: table.output_tokens,
  cache_creation_input_tokens: table.cache_creation_input_tokens,
  cache_read_input_tokens: table.cache_read_input_tokens,
  cost_cents: table.cost_cents,
})

const total = (column: PgColumn) => sum(column).mapWith(Number)
