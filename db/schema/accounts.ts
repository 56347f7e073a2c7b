import { pgTable, text } from 'drizzle-orm/pg-core'
import { id, signInMoment } from '../columns.ts'
import { signInPolicy, tenantPolicy } from '../tenant-policy.ts'

/** An MSP: the tenant. better-auth calls it an organization. */
export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull().unique(),
    logo: text(),
    metadata: text(),
    created_at: signInMoment().notNull().defaultNow(),
  },
  () => [tenantPolicy('id'), signInPolicy()],
)
