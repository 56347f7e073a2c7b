import { sql } from 'drizzle-orm'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, json, updatedAt } from '../columns.ts'
import { tenantPolicy } from '../tenant-policy.ts'
import { accounts } from './accounts.ts'

/** Status to move a ticket to, by the board's id; both ids are the PSA's own. */
export type TargetStatuses = { resolved: Record<string, string>; escalated: Record<string, string> }

/** The account's way to its PSA; secrets are kept only encrypted. */
export const psaConnections = pgTable(
  'psa_connections',
  {
    account_id: uuid()
      .primaryKey()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    provider: text({ enum: ['connectwise', 'builtin'] }).notNull(),
    site: text(),
    company_id: text(),
    public_key: text(),
    private_key_encrypted: text(),
    client_id_encrypted: text(),
    statuses: json<TargetStatuses>().notNull().default(sql`'{"resolved": {}, "escalated": {}}'`),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  () => [tenantPolicy()],
)
