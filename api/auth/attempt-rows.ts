import { eq, sql } from 'drizzle-orm'
import type { inSignIn } from '../../db/in-account.ts'
import { signInAttempts } from '../../db/schema/sign-in-attempts.ts'

type Handle = ReturnType<typeof inSignIn>

/** No limit looks further back. */
export const longestWindow_s = 60 * 60

/**
 * Notes an attempt and looks at those before it within the window, in one statement: how many there were, and in how
 * many seconds the oldest of them is forgotten. Some of those that no limit counts any more go at the same time.
 */
export async function noteAttempt(handle: Handle, address_hash: string, window_s: number) {
  const id = crypto.randomUUID()
  const window = sql`make_interval(secs => ${window_s})`
  const [row] = await handle.execute(sql`
    with noted as (
      insert into sign_in_attempts (id, address_hash) values (${id}, ${address_hash})
    ), pruned as (
      delete from sign_in_attempts where id in (
        select id from sign_in_attempts where created_at < now() - make_interval(secs => ${longestWindow_s})
        order by created_at limit 100 for update skip locked
      )
    )
    select count(*), ceil(extract(epoch from min(created_at) + ${window} - now()))
    from sign_in_attempts where address_hash = ${address_hash} and created_at > now() - ${window}`)
  const [before, free_in_s] = row as unknown as [string, string | null]
  return { id, before: Number(before), free_in_s: Number(free_in_s ?? 0) }
}

export const forgetAttempts = (handle: Handle, address_hash: string) =>
  handle.delete(signInAttempts).where(eq(signInAttempts.address_hash, address_hash))

export const forgetAttempt = (handle: Handle, id: string) =>
  handle.delete(signInAttempts).where(eq(signInAttempts.id, id))
