import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { openEmbedded } from '../../db/embedded.ts'
import { openPostgres } from '../../db/postgres.ts'
import { createDatabase } from '../harness/database.ts'
import { newAccount } from './every-database.ts'

const test_database = await createDatabase(inject('postgres'), 'template')
const admin = postgres(test_database.admin_url, { max: 1 })
const api = openPostgres({ url: test_database.api_url, connections: 1 })
const embedded = await openEmbedded()
afterAll(async () => {
  await Promise.all([api.close(), embedded.close(), admin.end()])
  await test_database.drop()
})

type Ask = (sql: string, params?: string[]) => Promise<unknown[][]>
const asking =
  (database: typeof api): Ask =>
  (sql, params = []) =>
    database.use(async (connection) => (await connection.send([{ sql, params }]))[0]?.rows ?? [])
const asAdmin: Ask = async (sql) => [...(await admin.unsafe(sql).values())]
const asEmbedded = asking(embedded)

const ways: { way: string; ask: Ask; asOwnerOfAll: (sql: string) => Promise<unknown> }[] = [
  { way: 'PostgreSQL', ask: asking(api), asOwnerOfAll: asAdmin },
  {
    way: 'the embedded database',
    ask: asEmbedded,
    async asOwnerOfAll(sql) {
      await asEmbedded('set session authorization postgres')
      await asEmbedded(sql)
      await asEmbedded('set session authorization flowpilot_api')
    },
  },
]

const our_functions = `
  select oid::regprocedure::text as signature, prosecdef, coalesce(array_to_string(proconfig, ';'), '') as settings, prosrc
  from pg_proc where pronamespace = 'public'::regnamespace order by 1`
const our_tables = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`

test('every function of ours has a search path of its own, in which what is temporary comes last', async () => {
  const functions = await asAdmin(our_functions)
  expect(functions.length).toBeGreaterThan(4)
  for (const [signature, , settings] of functions) {
    expect(settings, String(signature)).toMatch(/^search_path=(pg_catalog|pg_catalog, public), pg_temp$/)
  }
})

test('a function that runs as its owner names every table with its schema, and is not for everyone', async () => {
  const tables = (await asAdmin(our_tables)).flat().join('|')
  const definers = (await asAdmin(our_functions)).filter(([, is_definer]) => is_definer)
  expect(definers.length).toBeGreaterThan(1)
  for (const [signature, , , source] of definers) {
    const unnamed = String(source).match(new RegExp(`(from|join|into|update|only|,)\\s+"?(${tables})\\b(?!\\.)`, 'gi'))
    expect(unnamed, String(signature)).toBe(null)
  }
  const for_everyone = `select oid::regprocedure::text from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
    and has_function_privilege('public', oid, 'execute')`
  expect(await asAdmin(for_everyone)).toEqual([])
})

test('roles that are not given, empty, or of no name open no account', async () => {
  const mara = await newAccount(api, 'Mara Reyes')
  const enter = (roles: string) =>
    asking(api)(`select enter_account($1, $2, $3, ${roles})`, [mara.login_id, mara.user_id, mara.account_id])
  expect(await enter(`'{owner}'`)).toEqual([[mara.account_id]])
  for (const none of ['null', `'{}'`, `'{null}'`, `'{""}'`, `'{null,admin}'`]) {
    await expect(enter(none), none).rejects.toMatchObject({ code: 'FP403' })
  }
  await admin`update members set role = '' where user_id = ${mara.user_id}`
  await expect(enter(`'{""}'`)).rejects.toMatchObject({ code: 'FP403' })
  const strangers = asking(api)(`select enter_account(null, null, $1, '{owner}')`, [randomUUID()])
  await expect(strangers).rejects.toMatchObject({ code: 'FP401' })
})

describe.each(ways)('on $way', ({ ask, asOwnerOfAll }) => {
  test('flowpilot_api can make nothing of its own, neither temporary nor lasting', async () => {
    for (const made of ['temp table x (y int)', 'temp view x as select 1', 'table x (y int)', 'schema x']) {
      await expect(ask(`create ${made}`), made).rejects.toMatchObject({ code: '42501' })
    }
    const function_of_its_own = `create function x() returns int language sql as 'select 1'`
    await expect(ask(function_of_its_own)).rejects.toMatchObject({ code: '42501' })
  })

  test('where it may make temporary views all the same, none of them runs as the owner of a function', async () => {
    await asOwnerOfAll(`do $$ begin execute format('grant temporary on database %I to flowpilot_api', current_database());
      grant usage on language plpgsql to flowpilot_api; end $$`)
    await ask(`create function pg_temp.who() returns text language plpgsql as $$
      begin raise exception 'ran as %', current_user; end $$`)
    const columns = `select table_name, string_agg(format('pg_temp.who()::%s as %I', case data_type when 'ARRAY' then 'text[]'
      else data_type end, column_name), ', ') from information_schema.columns where table_schema = 'public' group by 1`
    await asOwnerOfAll('grant select on all tables in schema public to flowpilot_api')
    for (const [table, shape] of await ask(columns)) {
      await ask(`create temp view ${table} as select ${shape}`)
      await ask(`grant select on pg_temp.${table} to public`)
    }
    // The views do stand in front of the tables for whoever names them without their schema.
    await expect(ask('select * from logins')).rejects.toThrow('ran as flowpilot_api')
    for (const [signature, is_definer] of await ask(our_functions)) {
      if (!is_definer) continue
      const [name = '', types = ''] = String(signature).replace(')', '').split('(')
      const values = types ? types.split(',').map((type) => exampleOf(type)) : []
      const called = await ask(`select ${name}(${values.join(', ')})`).catch(String)
      expect(String(called), String(signature)).not.toContain('ran as')
    }
  })
})

function exampleOf(type: string): string {
  const examples: Record<string, string> = { uuid: 'gen_random_uuid()', text: `'owner'`, 'text[]': `'{owner}'` }
  return examples[type] ?? `null::${type}`
}
