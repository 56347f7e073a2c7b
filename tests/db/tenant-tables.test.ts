import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDatabase } from '../harness/database.ts'
import { insertOf, type Row, readTables, rowMaker } from './tenant-rows.ts'

const database = await createDatabase(inject('postgres'), 'template')
const admin = postgres(database.admin_url, { max: 1 })
const api = postgres(database.api_url, { max: 1 })
const owner = postgres(database.owner_url, { max: 1 })
const tables = await readTables(admin)
const { makeRow, insertRow, tableOf } = rowMaker(admin, tables)
const tenant_tables = tables.filter(({ account_column }) => account_column)

// What triggers add to a table would be counted with the rows that a test adds.
for (const { name } of tables) await admin.unsafe(`alter table ${name} disable trigger user`)

afterAll(async () => {
  await Promise.all([admin.end(), api.end(), owner.end()])
  await database.drop()
})

async function openAccount() {
  const id = randomUUID()
  await admin`insert into accounts (id, name, slug) values (${id}, 'Northbeam IT', ${id})`
  return id
}

/** Runs one statement as `flowpilot_app` in this account, or in none; answers how many rows it met. */
async function inAccount(account_id: string | null, sql: string, params: string[] = []): Promise<number> {
  const result = await api.begin(async (tx) => {
    await tx`select set_config('role', 'flowpilot_app', true)`
    if (account_id !== null) await tx`select set_config('app.current_account_id', ${account_id}, true)`
    return await tx.unsafe(sql, params)
  })
  return result.count
}

const refused = { code: '42501' }

describe.each(tenant_tables)('$name', (table) => {
  const { name, account_column } = table
  // better-auth makes and removes accounts, as flowpilot_auth: of its own, an account may only change the name.
  const is_accounts = name === 'accounts'
  // What was done stays as it was told.
  const is_kept = name === 'audit_events'
  const change = is_accounts ? 'name = name' : 'account_id = account_id'
  let mine = ''
  let rivals = ''
  let rivals_row: unknown

  const readRivals = async () =>
    (await admin.unsafe(`select to_jsonb(t) as row from ${name} t where ${account_column} = $1`, [rivals])).map(
      ({ row }) => row,
    )

  beforeAll(async () => {
    mine = await openAccount()
    rivals = await openAccount()
    if (!is_accounts) await insertRow(table, rivals)
    rivals_row = await readRivals()
    expect(rivals_row).toHaveLength(1)
  })

  test('the account’s own row can be written, read, changed and deleted', async () => {
    const row = is_accounts ? { id: mine } : await makeRow(table, mine)
    if (is_accounts) await expect(inAccount(mine, insertOf(table, row), [mine])).rejects.toMatchObject(refused)
    else expect(await inAccount(mine, insertOf(table, row), Object.values(row))).toBe(1)
    expect(await inAccount(mine, `select * from ${name} where ${account_column} = $1`, [mine])).toBe(1)
    if (is_kept) await expect(inAccount(mine, `update ${name} set ${change}`)).rejects.toMatchObject(refused)
    else expect(await inAccount(mine, `update ${name} set ${change}`)).toBe(1)
    if (is_accounts || is_kept) await expect(inAccount(mine, `delete from ${name}`)).rejects.toMatchObject(refused)
    else expect(await inAccount(mine, `delete from ${name}`)).toBe(1)
  })

  test('another account’s row can’t be read, changed or deleted', async () => {
    expect(await inAccount(mine, `select * from ${name} where ${account_column} = $1`, [rivals])).toBe(0)
    const changing = inAccount(mine, `update ${name} set ${change} where ${account_column} = $1`, [rivals])
    if (is_kept) await expect(changing).rejects.toMatchObject(refused)
    else expect(await changing).toBe(0)
    const deleting = inAccount(mine, `delete from ${name} where ${account_column} = $1`, [rivals])
    if (is_accounts || is_kept) await expect(deleting).rejects.toMatchObject(refused)
    else expect(await deleting).toBe(0)
    expect(await readRivals()).toEqual(rivals_row)
  })

  test('a row can’t be written into another account, nor be moved there', async () => {
    const other = await openAccount()
    const row: Row = is_accounts ? { id: randomUUID(), name: 'x', slug: randomUUID() } : await makeRow(table, other)
    await expect(inAccount(mine, insertOf(table, row), Object.values(row))).rejects.toMatchObject(refused)
    if (is_accounts) return
    expect(await inAccount(other, insertOf(table, row), Object.values(row))).toBe(1)
    const moving = inAccount(other, `update ${name} set account_id = $1`, [mine])
    await expect(moving).rejects.toMatchObject(refused)
  })

  test.each([
    ['no setting', null],
    ['an empty setting', ''],
  ])('with %s nothing is seen or written', async (_, none) => {
    expect(await inAccount(none, `select * from ${name}`)).toBe(0)
    if (!is_kept) expect(await inAccount(none, `update ${name} set ${change}`)).toBe(0)
    if (!is_accounts && !is_kept) expect(await inAccount(none, `delete from ${name}`)).toBe(0)
    const row: Row = is_accounts ? { id: randomUUID() } : await makeRow(table, await openAccount())
    const inserting = inAccount(none, insertOf(table, row), Object.values(row))
    await expect(inserting).rejects.toMatchObject(refused)
    expect(await readRivals()).toEqual(rivals_row)
  })

  test('row-level security is on, for its owner too', async () => {
    const [state] = await admin`
      select relrowsecurity, relforcerowsecurity from pg_class where oid = ${name}::regclass`
    expect(state).toEqual({ relrowsecurity: true, relforcerowsecurity: true })
  })

  test('flowpilot_app is under one policy, of the account, for reading and for writing', async () => {
    const policies = await admin`
      select policyname, permissive, cmd, qual, with_check from pg_policies
      where tablename = ${name} and roles && '{flowpilot_app, public}'`
    const rule = `(${account_column} = ( SELECT (NULLIF(current_setting('app.current_account_id'::text, true), ''::text))::uuid AS "nullif"))`
    expect(policies).toEqual([
      { policyname: 'tenant', permissive: 'PERMISSIVE', cmd: 'ALL', qual: rule, with_check: rule },
    ])
  })

  test('an index begins with the account', async () => {
    const indexes = await admin`
      select from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where indrelid = ${name}::regclass and attname = ${account_column} and indisvalid and indpred is null`
    expect(indexes.count).toBeGreaterThan(0)
  })

  test('its owner sees no row, but of what its two functions look up', async () => {
    expect((await owner.unsafe(`select * from ${name}`)).count > 0).toBe(['members', 'write_backs'].includes(name))
    expect((await owner.unsafe(`update ${name} set ${change}`)).count).toBe(0)
    expect((await owner.unsafe(`delete from ${name}`)).count).toBe(0)
    expect(await readRivals()).toEqual(rivals_row)
  })

  test.each(table.foreign_keys.filter(({ parent }) => parent !== 'accounts' && tableOf(parent).account_column))(
    'its row can’t point at another account’s row of $parent by $columns',
    async ({ parent, columns, parent_columns }) => {
      expect([columns[0], parent_columns[0]]).toEqual(['account_id', 'account_id'])
      const their_parent = await insertRow(tableOf(parent), rivals)
      const own_row = await makeRow(table, mine)
      const stolen = columns.slice(1).map((column, at) => [column, their_parent[parent_columns[at + 1] ?? ''] ?? ''])
      const row = { ...own_row, ...Object.fromEntries(stolen) }
      const inserting = inAccount(mine, insertOf(table, row), Object.values(row))
      await expect(inserting).rejects.toMatchObject({ code: '23503' })
      expect(await inAccount(mine, insertOf(table, own_row), Object.values(own_row))).toBe(1)
    },
  )
})

test('the tables of the tenants are the ones that the product knows', () => {
  // Those that belong to no account: people and their sign-in.
  const without_account = tables.filter(({ account_column }) => !account_column).map(({ name }) => name)
  expect(without_account).toEqual(['credentials', 'logins', 'sign_in_attempts', 'users', 'verifications'])
  expect(tenant_tables.length).toBeGreaterThan(14)
})

test('what names a session is bound to one of the same account, but for the calls and events that outlive theirs', () => {
  const unbound = tenant_tables.filter(({ columns, foreign_keys }) => {
    const session_column = columns.find(({ name }) => name === 'session_id' || name === 'ai_session_id')?.name
    return session_column && !foreign_keys.some((key) => key.columns.join() === `account_id,${session_column}`)
  })
  expect(unbound.map(({ name }) => name)).toEqual(['ai_calls', 'audit_events'])
})

test('every other table is under row-level security too, and flowpilot_app sees of it only its members’ names', async () => {
  const others = tables.filter(({ account_column }) => !account_column)
  for (const { name } of others) {
    const [state] =
      await admin`select relrowsecurity and relforcerowsecurity as on from pg_class where oid = ${name}::regclass`
    expect({ name, ...state }).toEqual({ name, on: true })
    await expect(inAccount(randomUUID(), `select * from ${name}`)).rejects.toMatchObject(refused)
  }
  const [mine, rivals] = [await openAccount(), await openAccount()]
  const my_member = await insertRow(tableOf('members'), mine)
  await insertRow(tableOf('members'), rivals)
  expect(await inAccount(mine, 'select id, name, email from users')).toBe(1)
  expect(await inAccount(mine, 'select id from users where id = $1', [my_member.user_id ?? ''])).toBe(1)
})

test('an own session takes with it all that belongs to it, and nothing of another account', async () => {
  const [mine, rivals] = [await openAccount(), await openAccount()]
  await insertRow(tableOf('ai_messages'), mine)
  await insertRow(tableOf('ai_messages'), rivals)
  expect(await inAccount(mine, 'delete from ai_sessions')).toBe(1)
  const left = await admin`select account_id from ai_messages where account_id in ${admin([mine, rivals])}`
  expect(left).toEqual([{ account_id: rivals }])
})

test('flowpilot_api can read and write nothing before it becomes a role, and can’t become the owner', async () => {
  for (const { name } of tables) {
    await expect(api.unsafe(`select from ${name}`)).rejects.toMatchObject(refused)
    await expect(api.unsafe(`delete from ${name}`)).rejects.toMatchObject(refused)
  }
  await expect(api`set role flowpilot_owner`).rejects.toMatchObject(refused)
})

test('no role of the product is a superuser, goes around row-level security or inherits another', async () => {
  const roles = await admin`
    select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as may_too_much
    from pg_roles where rolname like 'flowpilot%' order by rolname`
  const names = ['flowpilot_api', 'flowpilot_app', 'flowpilot_auth', 'flowpilot_owner']
  expect(roles).toEqual(names.map((rolname) => ({ rolname, may_too_much: false })))
  const memberships = await admin`
    select roleid::regrole::text as role, member::regrole::text as member, inherit_option from pg_auth_members
    where member::regrole::text like 'flowpilot%' order by 1`
  expect(memberships).toEqual([
    { role: 'flowpilot_app', member: 'flowpilot_api', inherit_option: false },
    { role: 'flowpilot_auth', member: 'flowpilot_api', inherit_option: false },
  ])
})
