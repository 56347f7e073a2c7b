import type postgres from 'postgres'
import type { Ledger } from './ledger.ts'

/** What the database holds against what the server said it took: each loss in a sentence. */
export async function findLosses(admin: postgres.Sql, { taken }: Ledger): Promise<string[]> {
  const rows = await admin<{ kind: string; id: string; text: string }[]>`
    select 'message' as kind, id::text, content as text from ai_messages
    union all select 'fact', id::text, text from session_facts where deleted_at is null
    union all select 'answer', item ->> 'id', coalesce(item ->> 'answer', item ->> 'result') from ai_sessions,
      jsonb_array_elements((pending_task_lane -> 'questions') || (pending_task_lane -> 'checks')) item`
  const kept = new Map(rows.map(({ kind, id, text }) => [`${kind} ${id}`, text]))
  const notes = await admin<{ id: string }[]>`
    select id from ai_sessions where resolution_note_markdown is not null or escalation_package_markdown is not null`
  const with_note = new Set(notes.map(({ id }) => id))
  return taken.flatMap(({ kind, id, text, session_id }) => {
    const is_kept = kind === 'note' ? with_note.has(session_id) : kept.get(`${kind} ${id}`) === text
    return is_kept ? [] : [`${kind} ${id} of session ${session_id} is gone or changed`]
  })
}

/** What must not grow without end, and where it stands. */
export async function findUnbounded(admin: postgres.Sql): Promise<{ table: string; rows: number; most: number }[]> {
  const [found] = await admin`
    select
      (select count(*) from ai_turn_events join ai_turns on ai_turns.id = turn_id
        where ended_at < now() - interval '1 day')::int as events_of_ended_turns,
      (select coalesce(max(held), 0) from (select count(*) as held from artifact_previews group by session_id, kind) of_each)::int
        as previews_of_a_session,
      (select count(*) from idempotency_keys where created_at < now() - interval '3 days')::int as old_keys,
      (select count(*) from ticket_sightings where seen_at < now() - interval '30 days')::int as old_sightings,
      (select count(*) from logins where expires_at < now())::int as ended_logins,
      (select count(*) from ai_turns where status = 'streaming' and lease_expires_at < now() - interval '10 seconds')::int
        as turns_without_end,
      (select count(*) from (select 1 from ai_turn_events group by turn_id, id having count(*) > 1) doubled)::int as doubled_events`
  const most: Record<string, number> = { previews_of_a_session: 10 }
  return Object.entries(found ?? {}).map(([table, rows]) => ({ table, rows: Number(rows), most: most[table] ?? 0 }))
}

/** As if two days had passed for what is over, so that an hour's pruning has something to do in a minute. */
export async function makeOlder(admin: postgres.Sql): Promise<void> {
  await admin`update ai_turns set ended_at = ended_at - interval '2 days' where ended_at < now() - interval '1 minute'
    and ended_at > now() - interval '1 day'`
  await admin`update idempotency_keys set created_at = created_at - interval '4 days'
    where created_at < now() - interval '2 minutes' and created_at > now() - interval '1 day'`
}
