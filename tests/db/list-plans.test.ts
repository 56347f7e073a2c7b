import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idsOf, type Person, signUpMara } from '../api/people.ts'
import { startApp, type TestApp } from '../harness/app.ts'
import { createDatabase } from '../harness/database.ts'

const rows = 20_000

const database = await createDatabase(inject('postgres'), 'template')
const admin = postgres(database.admin_url, { max: 1, onnotice: () => {} })
afterAll(async () => {
  await admin.end()
  await database.drop()
})

let mara: Person
let app: TestApp & { fetch: (request: Request) => Promise<Response> }
let session_id = ''
const restart = () => {
  app = startApp({ database_url: database.api_url, connections: 1 }) as typeof app
}

beforeAll(async () => {
  restart()
  mara = await signUpMara({ fetch: (request) => app.fetch(request) })
  const { account_id, user_id } = await idsOf(mara)
  const [session] = await admin`
    insert into ai_sessions (id, account_id, user_id, title, problem, status, session_type, ticket, updated_at)
    select gen_random_uuid(), ${account_id}, case when n % 100 = 0 then ${user_id}::uuid end, 'Printer ' || n,
      case when n = 777 then 'error 0x8007000e' end, case when n % 500 = 0 then 'paused' else 'resolved' end,
      case when n % 400 = 0 then 'guided' else 'chat' end, jsonb_build_object('ref', (40000 + n)::text),
      now() - make_interval(mins => n)
    from generate_series(1, ${rows}) n returning id`
  session_id = session?.id
  await admin`
    insert into session_facts (id, account_id, session_id, ordinal, text, source_type, status)
    select gen_random_uuid(), account_id, id, 1, title, 'manual', 'confirmed' from ai_sessions`
  await admin`
    insert into session_suggested_fixes (id, account_id, session_id, title, description, confidence, status)
    select gen_random_uuid(), account_id, id, title, title, 80, 'worked' from ai_sessions`
  await admin`
    insert into ai_messages (id, account_id, session_id, role, content, status)
    select gen_random_uuid(), account_id, id, 'user', title, 'complete' from ai_sessions`
  await admin`
    insert into write_backs (id, account_id, session_id, kind, reference, provider, ticket_ref, markdown, parts, note_kinds,
      state, closed_at)
    select gen_random_uuid(), account_id, id, 'resolution_note', id::text, 'builtin', '1', '', '[]', '[]', 'confirmed', now()
    from ai_sessions`
  await admin`
    insert into tickets (id, account_id, number, summary, status_id)
    select gen_random_uuid(), ${account_id}, n, 'Scanner ' || n, case when n % 500 = 0 then 'new' else 'closed' end
    from generate_series(1, ${rows}) n`
  await admin`
    insert into audit_events (id, account_id, user_id, action, session_id, detail, created_at)
    select gen_random_uuid(), ${account_id}, ${user_id}, 'note.previewed', gen_random_uuid(), '{}',
      now() - make_interval(mins => n)
    from generate_series(1, ${rows}) n`
  await admin`analyze`
})

/** How many rows of each table were read since `before`, those that are small apart. */
async function readSince(before: Map<string, number>): Promise<Map<string, number>> {
  const read = await admin<{ name: string; total: number }[]>`
    select relname as name, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int + coalesce((
      select sum(idx_tup_read)::int from pg_stat_user_indexes indexes where indexes.relid = tables.relid), 0) as total
    from pg_stat_user_tables tables where n_live_tup >= ${rows / 2}`
  return new Map(read.map(({ name, total }) => [name, total - (before.get(name) ?? 0)]))
}

// Each of the fifty sessions of a page is met a few times over: in its index, as a row, in what it waits for.
const most_read = 1000
// The rarest of a search’s trigrams is found by counting up to a thousand holders of each.
const most_terms_read = 25_000

test.each([
  ['/ai-sessions', 50],
  ['/ai-sessions?status=resolved', 50],
  ['/ai-sessions?status=paused', 40],
  ['/ai-sessions?session_type=guided', 50],
  ['/ai-sessions?owner=me', 50],
  ['/ai-sessions?q=printer', 50],
  ['/ai-sessions?q=0x8007000e', 1],
  ['/ai-sessions?q=printer%2019777', 1],
  ['/ai-sessions?q=facsimile', 0],
  ['/ai-sessions?status=abandoned', 0],
  ['/tickets', 40],
  ['/tickets?q=scanner', 25],
  ['/tickets?q=scanner%2019777', 1],
  ['/tickets?q=facsimile', 0],
  ['/audit-events', 50],
])('%s reads as many rows as it shows, however many there are', async (path, items) => {
  await app.close()
  const before = await readSince(new Map())
  restart()
  const page = await mara.get<{ items: unknown[] }>(path)
  expect(page.body.items.length).toBeGreaterThanOrEqual(Math.min(items, 25))
  // A connection tells what it read when it ends.
  await app.close()
  const read = await readSince(before)
  const most = (table: string) => (table.endsWith('_terms') ? most_terms_read : most_read)
  expect(Object.fromEntries([...read].filter(([table, count]) => count > most(table)))).toEqual({})
})

test('the page of a session reads that session’s rows and no others', async () => {
  await app.close()
  const before = await readSince(new Map())
  restart()
  expect((await mara.get(`/ai-sessions/${session_id}`)).status).toBe(200)
  await app.close()
  expect(Math.max(...(await readSince(before)).values())).toBeLessThan(50)
})
