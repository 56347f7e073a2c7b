import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { accountSettings } from '../../db/schema/account-settings.ts'
import { accounts } from '../../db/schema/accounts.ts'

/** Gives the account another name. */
export const updateName = (tx: Tx, account_id: string, name: string) =>
  tx
    .update(accounts)
    .set({ name })
    .where(eq(accounts.id, account_id))
    .returning({ id: accounts.id, name: accounts.name })

/** What the account has changed; no row where it has changed nothing yet. */
export const selectPreferences = (tx: Tx, account_id: string) =>
  tx
    .select({ preferences: accountSettings.preferences })
    .from(accountSettings)
    .where(eq(accountSettings.account_id, account_id))

/** Merges these into what there is, key by key, in one statement: of two changes at once both are kept. */
export const mergePreferences = (tx: Tx, account_id: string, preferences: Record<string, unknown>) =>
  tx
    .insert(accountSettings)
    .values({ account_id, preferences: withoutNulls(sql`${JSON.stringify(preferences)}::jsonb`) })
    .onConflictDoUpdate({
      target: accountSettings.account_id,
      set: {
        preferences: withoutNulls(sql`${accountSettings.preferences} || ${JSON.stringify(preferences)}::jsonb`),
        updated_at: sql`now()`,
      },
    })
    .returning({ preferences: accountSettings.preferences })

const withoutNulls = (preferences: ReturnType<typeof sql>) => sql`jsonb_strip_nulls(${preferences})` as never
