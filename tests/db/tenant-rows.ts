import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'

export type Table = {
  name: string
  /** The column with the account: `id` in `accounts`, nothing in a table that belongs to no account. */
  account_column: 'account_id' | 'id' | null
  columns: { name: string; type: string; required: boolean }[]
  foreign_keys: { parent: string; columns: string[]; parent_columns: string[] }[]
}
export type Row = Record<string, string>

/** Every table of the product, as the catalog has it. */
export async function readTables(admin: postgres.Sql): Promise<Table[]> {
  const tables = await admin<Table[]>`
    select relname as name,
      case when relname = 'accounts' then 'id' when exists (
        select from pg_attribute where attrelid = pg_class.oid and attname = 'account_id' and not attisdropped
      ) then 'account_id' end as account_column,
      (select json_agg(json_build_object(
        'name', attname, 'type', format_type(atttypid, null),
        'required', attnotnull and not atthasdef and attidentity = '') order by attnum)
        from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      coalesce((select json_agg(json_build_object(
        'parent', confrelid::regclass::text,
        'columns', (select json_agg(attname order by at) from unnest(conkey) with ordinality as key (number, at)
          join pg_attribute on attrelid = conrelid and attnum = number),
        'parent_columns', (select json_agg(attname order by at) from unnest(confkey) with ordinality as key (number, at)
          join pg_attribute on attrelid = confrelid and attnum = number)))
        from pg_constraint where conrelid = pg_class.oid and contype = 'f'), '[]') as foreign_keys
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations'
    order by relname`
  return [...tables]
}

/**
 * Makes rows that a table accepts, from the catalog alone: what is required is filled, what it refers to is inserted
 * first, in the same account. A table with a type that no example is known for throws, and so fails its tests.
 */
export function rowMaker(admin: postgres.Sql, tables: Table[]) {
  async function makeRow(table: Table, account_id: string): Promise<Row> {
    const row: Row = table.account_column ? { [table.account_column]: account_id } : {}
    const required = table.columns.filter((column) => column.required)
    for (const { parent, columns, parent_columns } of table.foreign_keys) {
      if (parent === 'accounts' || !required.some(({ name }) => columns.includes(name))) continue
      const parent_row = await insertRow(tableOf(parent), account_id)
      for (const [at, column] of columns.entries()) row[column] ??= parent_row[parent_columns[at] ?? ''] ?? ''
    }
    for (const { name, type } of required) row[name] ??= exampleOf(type)
    return row
  }
  async function insertRow(table: Table, account_id: string): Promise<Row> {
    const row = await makeRow(table, account_id)
    await admin.unsafe(insertOf(table, row), Object.values(row))
    return row
  }
  function tableOf(name: string): Table {
    const table = tables.find((each) => each.name === name)
    if (!table) throw new Error(`There is no table ${name}`)
    return table
  }
  return { makeRow, insertRow, tableOf }
}

/** The statement that inserts such a row; its parameters are the row's values. */
export function insertOf({ name }: Table, row: Row): string {
  const columns = Object.keys(row)
  return `insert into ${name} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`
}

// A number may be unique in its account.
let last_number = 0

function exampleOf(type: string): string {
  if (type === 'uuid') return randomUUID()
  if (type === 'text') return `VPN drops after MFA ${randomUUID()}`
  if (type === 'integer') return String(++last_number)
  if (type === 'jsonb') return '{}'
  if (type === 'date') return '2026-11-22'
  if (type === 'double precision') return '0.5'
  if (type === 'timestamp with time zone') return new Date().toISOString()
  throw new Error(`No example of the type ${type}`)
}
