import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { documentedColumns } from '../harness/documented-columns.ts'

const schema = import.meta.glob<Record<string, unknown>>('../../db/schema/*.ts', { eager: true })
const tables = Object.values(schema)
  .flatMap((file) => Object.values(file))
  .filter((each) => each instanceof PgTable)
  .map((table) => getTableConfig(table))

/** What can hold a text of any kind: no number, no moment, no id, and no choice of fixed words. */
const columns = tables.flatMap(({ name, columns }) =>
  columns
    .filter((column) => /text|char|json|bytea/.test(column.getSQLType()) && !column.enumValues?.length)
    .map((column) => `${name}.${column.name}`),
)

test('SECURITY.md says of every column of text or JSON whether it may hold a secret, and for how long, once', () => {
  expect(columns.length).toBeGreaterThan(90)
  expect(documentedColumns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(columns.sort())
})

test('it says so in one of the words that it explains', () => {
  const words = ['none', 'taken out', 'as written', 'sealed', 'hashed']
  expect(documentedColumns.filter(({ secrets, kept }) => !words.includes(secrets) || kept.length < 8)).toEqual([])
})
