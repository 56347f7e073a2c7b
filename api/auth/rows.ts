import { and, asc, eq, sql } from 'drizzle-orm'
import type { inSignIn, Tx } from '../../db/in-account.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { members } from '../../db/schema/members.ts'
import { signInAttempts } from '../../db/schema/sign-in-attempts.ts'
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

/**
 * Notes an attempt at this address and looks at those of the last 15 minutes, in one statement: how many there were
 * before, and in how many seconds the oldest of them is forgotten.
 */
export async function noteAttempt(handle: Handle, address_hash: string) {
  const id = crypto.randomUUID()
  const [row] = await handle.execute(sql`
    with noted as (insert into sign_in_attempts (id, address_hash) values (${id}, ${address_hash}))
    select count(*), ceil(extract(epoch from min(created_at) + interval '15 minutes' - now()))
    from sign_in_attempts where address_hash = ${address_hash} and created_at > now() - interval '15 minutes'`)
  const [before, free_in_s] = row as unknown as [string, string | null]
  return { id, before: Number(before), free_in_s: Number(free_in_s ?? 0) }
}

export const forgetAttempts = (handle: Handle, address_hash: string) =>
  handle.delete(signInAttempts).where(eq(signInAttempts.address_hash, address_hash))

export const forgetAttempt = (handle: Handle, id: string) =>
  handle.delete(signInAttempts).where(eq(signInAttempts.id, id))
