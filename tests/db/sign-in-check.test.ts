import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  type Access,
  batchInAccount,
  inAccount,
  inSignIn,
  type Role,
  RoleRefused,
  SignInOver,
} from '../../db/in-account.ts'
import { openPostgres } from '../../db/postgres.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { logins } from '../../db/schema/logins.ts'
import { members } from '../../db/schema/members.ts'
import { createDatabase } from '../harness/database.ts'
import { newAccount } from './every-database.ts'

const test_database = await createDatabase(inject('postgres'), 'template')
const database = openPostgres({ url: test_database.api_url, connections: 2 })
const handle = inSignIn(database)
afterAll(async () => {
  await database.close()
  await test_database.drop()
})

type Person = Awaited<ReturnType<typeof newAccount>>
let mara: Person
beforeEach(async () => {
  mara = await newAccount(database, 'Mara Reyes', 'engineer')
})

const writers: Role[] = ['owner', 'admin', 'engineer']
const accessOf = ({ account_id, ...who }: Person, roles: Role[] = writers): Access => ({
  account_id,
  sign_in: { ...who, roles },
})
const insertIn = (access: Access) => ({ account_id: access.account_id, title: 'VPN drops after MFA' })

/** Both ways into an account, each with a write, which `admitted` then looks for. */
const ways: { way: string; enter: (access: Access) => Promise<unknown> }[] = [
  {
    way: 'a batch',
    enter: (access) => batchInAccount(database, access, (tx) => [tx.insert(aiSessions).values(insertIn(access))]),
  },
  {
    way: 'a transaction',
    enter: (access) => inAccount(database, access, (tx) => tx.insert(aiSessions).values(insertIn(access)).execute()),
  },
]

async function admitted(account_id: string) {
  const [rows] = await batchInAccount(database, { account_id }, (tx) => [tx.select().from(aiSessions)])
  return rows.length
}

const setRole = ({ account_id, user_id }: Person, role: Role) =>
  handle
    .update(members)
    .set({ role })
    .where(and(eq(members.account_id, account_id), eq(members.user_id, user_id)))

describe.each(ways)('$way', ({ enter }) => {
  test('lets in who is signed in and has one of the roles', async () => {
    await enter(accessOf(mara))
    expect(await admitted(mara.account_id)).toBe(1)
  })

  test('refuses a sign-in that was revoked a moment ago', async () => {
    await enter(accessOf(mara))
    await handle.delete(logins).where(eq(logins.id, mara.login_id))
    await expect(enter(accessOf(mara))).rejects.toBeInstanceOf(SignInOver)
    expect(await admitted(mara.account_id)).toBe(1)
  })

  test('refuses a sign-in that has expired', async () => {
    const a_second_ago = new Date(Date.now() - 1000)
    await handle.update(logins).set({ expires_at: a_second_ago }).where(eq(logins.id, mara.login_id))
    await expect(enter(accessOf(mara))).rejects.toBeInstanceOf(SignInOver)
    expect(await admitted(mara.account_id)).toBe(0)
  })

  test('refuses who was removed from the account a moment ago', async () => {
    await enter(accessOf(mara))
    await handle.delete(members).where(eq(members.user_id, mara.user_id))
    await expect(enter(accessOf(mara))).rejects.toBeInstanceOf(SignInOver)
    expect(await admitted(mara.account_id)).toBe(1)
  })

  test('refuses somebody else’s sign-in, in either account', async () => {
    const dario = await newAccount(database, 'Dario Wells')
    const borrowed = { ...mara, login_id: dario.login_id }
    await expect(enter(accessOf(borrowed))).rejects.toBeInstanceOf(SignInOver)
    await expect(enter(accessOf({ ...borrowed, account_id: dario.account_id }))).rejects.toBeInstanceOf(SignInOver)
    expect(await admitted(mara.account_id)).toBe(0)
    expect(await admitted(dario.account_id)).toBe(0)
  })

  test('refuses who is signed in well, but is no member of this account', async () => {
    const dario = await newAccount(database, 'Dario Wells')
    const strayed = accessOf({ ...mara, account_id: dario.account_id })
    await expect(enter(strayed)).rejects.toBeInstanceOf(SignInOver)
    expect(await admitted(dario.account_id)).toBe(0)
  })

  test('refuses a sign-in that never was', async () => {
    await expect(enter(accessOf({ ...mara, login_id: randomUUID() }))).rejects.toBeInstanceOf(SignInOver)
  })

  test('refuses a role that is not asked for, and one of no role where none is', async () => {
    await expect(enter(accessOf(mara, ['owner', 'admin']))).rejects.toBeInstanceOf(RoleRefused)
    await expect(enter(accessOf(mara, []))).rejects.toBeInstanceOf(RoleRefused)
    expect(await admitted(mara.account_id)).toBe(0)
  })

  test('counts a changed role at once, down and up', async () => {
    await enter(accessOf(mara))
    await setRole(mara, 'viewer')
    await expect(enter(accessOf(mara))).rejects.toBeInstanceOf(RoleRefused)
    await setRole(mara, 'admin')
    await enter(accessOf(mara))
    expect(await admitted(mara.account_id)).toBe(2)
  })

  test('takes the role of this account, not one that the user has elsewhere', async () => {
    const harbor = await newAccount(database, 'Harbor Legal')
    await handle.insert(members).values({ account_id: harbor.account_id, user_id: mara.user_id, role: 'viewer' })
    await expect(enter(accessOf({ ...mara, account_id: harbor.account_id }))).rejects.toBeInstanceOf(RoleRefused)
    await enter(accessOf(mara))
    expect(await admitted(harbor.account_id)).toBe(0)
  })
})

test('who is refused can’t go on by swallowing it', async () => {
  const swallowing = inAccount(database, accessOf(mara, ['owner']), async (tx) => {
    const read = () => tx.select().from(aiSessions).execute()
    await read().catch(() => {})
    return await read()
  })
  await expect(swallowing).rejects.toMatchObject({ code: '25P02' })
})
