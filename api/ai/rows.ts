import { and, count, eq, gte, lt, sum } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/in-account.ts'
import { aiCalls } from '../../db/schema/ai-calls.ts'
import { inUtc } from '../http/period.ts'

export type AiCallRow = typeof aiCalls.$inferInsert

export const insertAiCall = (tx: Tx, call: AiCallRow) => tx.insert(aiCalls).values(call)

/** The account's calls between two moments, added up by purpose and model. A sum of unknowns is null. */
export const selectUsage = (tx: Tx, account_id: string, from: string | undefined, to: string | undefined) =>
  tx
    .select({
      purpose: aiCalls.purpose,
      model: aiCalls.model,
      calls: count(),
      input_tokens: total(aiCalls.input_tokens),
      output_tokens: total(aiCalls.output_tokens),
      cache_creation_input_tokens: total(aiCalls.cache_creation_input_tokens),
      cache_read_input_tokens: total(aiCalls.cache_read_input_tokens),
      cost_cents: total(aiCalls.cost_cents),
    })
    .from(aiCalls)
    .where(
      and(
        eq(aiCalls.account_id, account_id),
        from ? gte(aiCalls.created_at, inUtc(from)) : undefined,
        to ? lt(aiCalls.created_at, inUtc(to)) : undefined,
      ),
    )
    .groupBy(aiCalls.purpose, aiCalls.model)
    .orderBy(aiCalls.purpose, aiCalls.model)

const total = (column: PgColumn) => sum(column).mapWith(Number)
