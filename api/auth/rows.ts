import { and, asc, eq, sql } from 'drizzle-orm'
import type { inSignIn, Tx } from '../../db/in-account.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'

type Handle = ReturnType<typeof inSignIn>

export const accountsOf = (handle: Handle, user_id: string) =>
  handle.select().from(members).where(eq(members.user_id, user_id)).orderBy(asc(members.created_at)).limit(1)

/** Makes an account that the user owns, in one statement, and answers its id. Without a name it takes the user's. */
export async function addAccount(handle: Handle, user_id: string, name: string | undefined): Promise<string> {
  const account_id = crypto.randomUUID()
  await handle.execute(sql`
    with account as (
      insert into accounts (id, name, slug)
      select ${account_id}::uuid, coalesce(${name ?? null}, name), ${account_id} from users where id = ${user_id}
    )
    insert into members (id, account_id, user_id, role) values (${crypto.randomUUID()}, ${account_id}, ${user_id}, 'owner')`)
  return account_id
}

export const selectMe = (tx: Tx, account_id: string, user_id: string) =>
  tx
    .select({
      user: { id: users.id, name: users.name, email: users.email },
      account: { id: accounts.id, name: accounts.name },
      role: members.role,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.user_id))
    .innerJoin(accounts, eq(accounts.id, members.account_id))
    .where(and(eq(members.account_id, account_id), eq(members.user_id, user_id)))
