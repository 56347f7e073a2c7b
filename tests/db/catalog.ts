import type { Database } from '../../db/connection.ts'

/** What a database is made of, in PostgreSQL's own words, but for the migrations' own table: equal where the two are. */
export async function readCatalog(database: Database): Promise<Record<string, unknown[][]>> {
  return await database.use(async (connection) => {
    const catalog: Record<string, unknown[][]> = {}
    for (const [name, sql] of Object.entries(questions)) {
      const [answer] = await connection.send([{ sql, params: [] }])
      catalog[name] = answer?.rows ?? []
    }
    return catalog
  })
}

const ours = `relnamespace = 'public'::regnamespace and relname !~ '^schema_migrations'`

const questions = {
  tables: `select relname, relkind, relowner::regrole::text, relrowsecurity, relforcerowsecurity, relacl::text
    from pg_class where ${ours} order by 1`,
  columns: `select relname, attnum, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
      pg_get_expr(adbin, adrelid), attacl::text
    from pg_attribute join pg_class on pg_class.oid = attrelid
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where ${ours} and attnum > 0 order by 1, 2`,
  indexes: `select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indrelid
    where ${ours} order by 1`,
  constraints: `select relname, conname, pg_get_constraintdef(pg_constraint.oid)
    from pg_constraint join pg_class on pg_class.oid = conrelid where ${ours} order by 1, 2`,
  policies: `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies order by 1, 2`,
  triggers: `select pg_get_triggerdef(pg_trigger.oid) from pg_trigger join pg_class on pg_class.oid = tgrelid
    where ${ours} and not tgisinternal order by 1`,
  functions: `select pg_get_functiondef(oid), proowner::regrole::text, proacl::text from pg_proc
    where pronamespace = 'public'::regnamespace order by 1`,
  types: `select typname, typtype from pg_type where typnamespace = 'public'::regnamespace
    and typname !~ 'schema_migrations' order by 1`,
  default_grants: `select defaclobjtype, defaclacl::text from pg_default_acl order by 1`,
}
