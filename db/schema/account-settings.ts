import { sql } from 'drizzle-orm'
import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { createdAt, json, updatedAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

/** One row an account, made when a setting is first changed. */
export const accountSettings = pgTable(
  'account_settings',
  {
    account_id: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    preferences: json<Record<string, unknown>>().notNull().default(sql`'{}'`),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  () => [tenantPolicy()],
)
