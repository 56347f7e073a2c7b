import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { inSignIn, Tx } from '../../db/in-account.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { logins } from '../../db/schema/logins.ts'
import { ticketSightings } from '../../db/schema/ticket-sightings.ts'
import { verifications } from '../../db/schema/verifications.ts'
import { writeBacks } from '../../db/schema/write-backs.ts'

type Handle = ReturnType<typeof inSignIn>

export const selectAccountIds = (handle: Handle) => handle.select({ id: accounts.id }).from(accounts)

export const deleteEndedLogins = (handle: Handle) => handle.delete(logins).where(lt(logins.expires_at, sql`now()`))

export const deleteEndedVerifications = (handle: Handle) =>
  handle.delete(verifications).where(lt(verifications.expires_at, sql`now()`))

/** Takes the account's maintenance for this transaction; answers false where another process has it. */
export const lockMaintenance = (tx: Tx, account_id: string) =>
  tx
    .select({
      is_ours: sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${`maintenance of ${account_id}`}, 0))`,
    })
    .from(sql`(select) as once`)

/** Deletes the events of at most `limit` turns that ended a day ago, and marks these turns; answers how many. */
export const pruneTurnEvents = (tx: Tx, account_id: string, limit: number) =>
  counted(
    tx,
    sql`
    with ended as (
      update ai_turns set events_pruned_at = now()
      where account_id = ${account_id} and id in (
        select id from ai_turns
        where account_id = ${account_id} and events_pruned_at is null and ended_at < now() - interval '1 day'
        order by ended_at limit ${limit}
      )
      returning id
    ), deleted as (
      delete from ai_turn_events using ended
      where ai_turn_events.account_id = ${account_id} and ai_turn_events.turn_id = ended.id
    )
    select count(*) from ended`,
  )

export const deleteOldSightings = (tx: Tx, account_id: string) =>
  tx
    .delete(ticketSightings)
    .where(
      and(
        eq(ticketSightings.account_id, account_id),
        lt(ticketSightings.seen_at, sql`now() - interval '30 days'` as never),
      ),
    )

/** Adds at most `limit` calls that are older than 90 days to their days, and deletes them; answers how many. */
export const rollUpCalls = (tx: Tx, account_id: string, limit: number) =>
  counted(
    tx,
    sql`
    with old as (
      delete from ai_calls where account_id = ${account_id} and id in (
        select id from ai_calls
        where account_id = ${account_id} and created_at < date_trunc('day', now(), 'UTC') - interval '90 days'
        order by created_at limit ${limit}
      )
      returning *
    ), added as (
    insert into ai_usage_days as kept (account_id, day, purpose, model, calls, ${sql.raw(counters.join(', '))})
    select account_id, (created_at at time zone 'UTC')::date, purpose, model, count(*),
      ${sql.raw(counters.map((name) => `sum(${name})`).join(', '))}
    from old group by 1, 2, 3, 4
    on conflict (account_id, day, purpose, model) do update set calls = kept.calls + excluded.calls,
      ${sql.raw(counters.map(added).join(', '))}
    )
    select count(*) from old`,
  )

const counters = [
  'input_tokens',
  'output_tokens',
  'cache_creation_input_tokens',
  'cache_read_input_tokens',
  'cost_cents',
]
// A sum in which nothing was known stays unknown.
const added = (name: string) =>
  `${name} = case when kept.${name} is null then excluded.${name} else kept.${name} + coalesce(excluded.${name}, 0) end`

/** Deletes at most `limit` sessions that were closed or abandoned so many days ago, with all that is theirs; answers how many. */
export const deleteClosedSessions = (tx: Tx, account_id: string, days: number, limit: number) => {
  const closed_at = sql`case ${aiSessions.status} when 'resolved' then coalesce(${aiSessions.resolved_at}, ${aiSessions.updated_at})
    when 'escalated' then coalesce(${aiSessions.escalation_package_posted_at}, ${aiSessions.updated_at})
    else ${aiSessions.updated_at} end`
  const is_settled = sql`not exists (select from ${writeBacks} where ${and(
    eq(writeBacks.account_id, aiSessions.account_id),
    eq(writeBacks.session_id, aiSessions.id),
    isNull(writeBacks.closed_at),
  )})`
  const is_closed = or(
    ...(['resolved', 'escalated', 'abandoned'] as const).map((status) => eq(aiSessions.status, status)),
  )
  const old: SQL = sql`(select ${aiSessions.id} from ${aiSessions} where ${and(
    eq(aiSessions.account_id, account_id),
    is_closed,
    sql`${closed_at} < now() - make_interval(days => ${days})`,
    is_settled,
  )} order by ${aiSessions.updated_at} limit ${limit})`
  return counted(
    tx,
    sql`
    with old as materialized ${old}, scripts as (
      delete from script_generations where account_id = ${account_id} and ai_session_id in (select id from old)
    ), deleted as (
      delete from ai_sessions where account_id = ${account_id} and id in (select id from old) returning id
    )
    select count(*) from deleted`,
  )
}

async function counted(tx: Tx, statement: SQL): Promise<number> {
  const [row] = await tx.execute(statement)
  return Number((row as unknown as [string])[0])
}
