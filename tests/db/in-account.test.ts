import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Access,
  batchInAccount,
  inAccount,
  inSignIn,
  RoleRefused,
  SignInOver,
  type Tx,
} from '../../db/in-account.ts'
import { accountSettings } from '../../db/schema/account-settings.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { aiSessions } from '../../db/schema/ai-sessions.ts'
import { newAccount, openEveryDatabase } from './every-database.ts'

const { every, close } = await openEveryDatabase()
afterAll(close)

describe.each(every)('on $name', ({ database }) => {
  let access: Access
  beforeEach(async () => {
    access = { account_id: (await newAccount(database, 'Northbeam IT')).account_id }
  })

  const insertSession = (tx: Tx, title: string) =>
    tx.insert(aiSessions).values({ account_id: access.account_id, title })
  const selectTitles = (tx: Tx) => tx.select({ title: aiSessions.title }).from(aiSessions).orderBy(aiSessions.title)
  const divideByZero = (tx: Tx) => tx.execute(sql`select 1 / 0`)
  const readTitles = async () => {
    const [rows] = await batchInAccount(database, access, (tx) => [selectTitles(tx)])
    return rows.map(({ title }) => title)
  }
  const readSession = () =>
    database.use(async (connection) => {
      const asked = `select pg_backend_pid(), current_user, coalesce(current_setting('app.current_account_id', true), '')`
      const [answer] = await connection.send([{ sql: asked, params: [] }])
      return answer?.rows[0]
    })

  describe('a batch', () => {
    test('runs its statements in their order, whatever their kinds, and answers each with its own', async () => {
      const answers = await batchInAccount(database, access, (tx) => [
        tx.execute(sql`select 'first', ${1}::int`),
        selectTitles(tx),
        insertSession(tx, 'Acme Dental').returning({ title: aiSessions.title, version: aiSessions.state_version }),
        selectTitles(tx),
        tx.update(aiSessions).set({ title: 'Harbor Legal', state_version: 7 }),
        tx.update(aiSessions).set({ problem: 'VPN' }).returning({ version: aiSessions.state_version }),
        tx.execute(sql`select title from ai_sessions where account_id = ${access.account_id}`),
        tx.delete(aiSessions).returning({ title: aiSessions.title, problem: aiSessions.problem }),
        selectTitles(tx),
      ])
      expect(answers).toEqual([
        [['first', '1']],
        [],
        [{ title: 'Acme Dental', version: 0 }],
        [{ title: 'Acme Dental' }],
        [],
        [{ version: 7 }],
        [['Harbor Legal']],
        [{ title: 'Harbor Legal', problem: 'VPN' }],
        [],
      ])
    })

    test('of no statement at all still checks the sign-in and its role', async () => {
      const { account_id, ...who } = await newAccount(database, 'Northbeam IT', 'viewer')
      const enter = (sign_in: Access['sign_in']) => batchInAccount(database, { account_id, sign_in }, () => [])
      expect(await enter({ ...who, roles: ['engineer', 'viewer'] })).toEqual([])
      await expect(enter({ ...who, roles: ['owner'] })).rejects.toBeInstanceOf(RoleRefused)
      await expect(enter({ ...who, login_id: randomUUID(), roles: ['viewer'] })).rejects.toBeInstanceOf(SignInOver)
    })

    test('with an error in its middle writes nothing and rejects with that error, not with COMMIT’s', async () => {
      const failing = batchInAccount(database, access, (tx) => [
        insertSession(tx, 'before'),
        divideByZero(tx),
        insertSession(tx, 'after'),
      ])
      await expect(failing).rejects.toMatchObject({ code: '22012' })
      expect(await readTitles()).toEqual([])
    })

    test('with a parameter that has no text writes nothing', async () => {
      const failing = batchInAccount(database, access, (tx) => [
        insertSession(tx, 'before'),
        insertSession(tx, { not: 'text' } as never),
        insertSession(tx, 'after'),
      ])
      await expect(failing).rejects.toThrow("A statement's parameter is [object Object], which has no text")
      expect(await readTitles()).toEqual([])
    })

    test('with more parameters than the protocol can count writes nothing and leaves the connection usable', async () => {
      const many = sql.join(
        Array.from({ length: 65_534 }, (_, at) => sql`${at}`),
        sql`, `,
      )
      const failing = batchInAccount(database, access, (tx) => [
        insertSession(tx, 'before'),
        tx.execute(sql`select 1 where '1' in (${many})`),
      ])
      await expect(failing).rejects.toThrow('A statement has 65534 parameters')
      expect(await readTitles()).toEqual([])
    })

    test('takes no atCommit, since all of it goes with COMMIT', async () => {
      const failing = batchInAccount(database, access, (tx) => {
        tx.atCommit(insertSession(tx, 'lost'))
        return []
      })
      await expect(failing).rejects.toThrow('return the statement')
    })
  })

  describe('a transaction', () => {
    test('asks, then writes by what it heard, and commits both', async () => {
      const value = await inAccount(database, access, async (tx) => {
        await insertSession(tx, 'Acme Dental')
        const [found] = await selectTitles(tx)
        await insertSession(tx, `${found?.title} again`)
        return found
      })
      expect(value).toEqual({ title: 'Acme Dental' })
      expect(await readTitles()).toEqual(['Acme Dental', 'Acme Dental again'])
    })

    test('is flowpilot_app in its account, and leaves neither behind after COMMIT or ROLLBACK', async () => {
      const before = await readSession()
      expect(before?.slice(1)).toEqual(['flowpilot_api', ''])
      const inside = sql`select pg_backend_pid(), current_user, current_setting('app.current_account_id')`
      const committed = await inAccount(database, access, (tx) => tx.execute(inside))
      expect(committed).toEqual([[before?.[0], 'flowpilot_app', access.account_id]])
      expect(await readSession()).toEqual(before)
      const thrown = inAccount(database, access, async (tx) => {
        await tx.execute(inside)
        throw new Error('no')
      })
      await expect(thrown).rejects.toThrow('no')
      expect(await readSession()).toEqual(before)
      await expect(inAccount(database, access, divideByZero)).rejects.toMatchObject({ code: '22012' })
      expect(await readSession()).toEqual(before)
      await inSignIn(database).select().from(accounts).limit(1)
      expect(await readSession()).toEqual(before)
    })

    test('that throws writes nothing, and rejects with what it threw, its cause still inside', async () => {
      const thrown = new Error('the model refused', { cause: new Error('overloaded') })
      const failing = inAccount(database, access, async (tx) => {
        await insertSession(tx, 'before')
        tx.atCommit(insertSession(tx, 'with COMMIT'))
        throw thrown
      })
      await expect(failing).rejects.toBe(thrown)
      expect(await readTitles()).toEqual([])
    })

    test('with an SQL error writes nothing and rejects with that error', async () => {
      const failing = inAccount(database, access, async (tx) => {
        await insertSession(tx, 'before')
        await divideByZero(tx)
      })
      await expect(failing).rejects.toMatchObject({ code: '22012' })
      expect(await readTitles()).toEqual([])
    })

    test('that swallows an SQL error does not pass for committed', async () => {
      const failing = inAccount(database, access, async (tx) => {
        await insertSession(tx, 'before')
        await divideByZero(tx).catch(() => {})
      })
      await expect(failing).rejects.toThrow('The transaction was rolled back')
      expect(await readTitles()).toEqual([])
    })

    test('with a parameter that has no text writes nothing', async () => {
      const failing = inAccount(database, access, async (tx) => {
        await insertSession(tx, 'before')
        await insertSession(tx, new Uint8Array(2) as never)
      })
      await expect(failing).rejects.toThrow('which has no text')
      expect(await readTitles()).toEqual([])
    })

    test('sends what was left for COMMIT in its order, after all that was asked', async () => {
      await inAccount(database, access, async (tx) => {
        tx.atCommit(insertSession(tx, 'Acme Dental'))
        expect(await selectTitles(tx)).toEqual([{ title: 'Acme Dental' }])
        tx.atCommit(tx.update(aiSessions).set({ title: sql`${aiSessions.title} || ${', then Harbor Legal'}` }))
        tx.atCommit(tx.update(aiSessions).set({ title: sql`${aiSessions.title} || ${', then Coastline CPA'}` }))
      })
      expect(await readTitles()).toEqual(['Acme Dental, then Harbor Legal, then Coastline CPA'])
    })

    test('writes what was left for COMMIT although it asked nothing', async () => {
      await inAccount(database, access, async (tx) => tx.atCommit(insertSession(tx, 'alone')))
      expect(await readTitles()).toEqual(['alone'])
    })

    test('rejects with the error of a write that was left for COMMIT, and writes nothing', async () => {
      const failing = inAccount(database, access, async (tx) => {
        await insertSession(tx, 'before')
        for (const _ of ['first', 'again']) tx.atCommit(tx.insert(accountSettings).values(access))
      })
      await expect(failing).rejects.toMatchObject({ code: '23505' })
      expect(await readTitles()).toEqual([])
    })

    test('can’t be used after its end, in whoever’s transaction the connection is by then', async () => {
      let forgotten: Tx | undefined
      await inAccount(database, access, async (tx) => {
        forgotten = tx
      })
      const rival = await newAccount(database, 'Southgate MSP')
      await inAccount(database, { account_id: rival.account_id }, async (tx) => {
        await tx.select().from(accounts)
        const late = forgotten?.select().from(accounts).where(eq(accounts.id, rival.account_id))
        await expect(late).rejects.toMatchObject({ cause: new Error('This transaction is over') })
        expect(() => forgotten?.atCommit(tx.delete(aiSessions))).toThrow('This transaction is over')
      })
    })
  })

  test('more users than connections are all served, in turn, and who fails gives the connection back', async () => {
    const served = await Promise.allSettled(
      Array.from({ length: 30 }, async (_, at) => {
        if (at % 3 === 0) return await batchInAccount(database, access, (tx) => [divideByZero(tx)])
        return await inAccount(database, access, async (tx) => {
          await insertSession(tx, `${at}`.padStart(2, '0'))
          if (at % 3 === 1) throw new Error('changed his mind')
        })
      }),
    )
    expect(served.map(({ status }) => status)).toEqual(
      Array.from({ length: 30 }, (_, at) => (at % 3 === 2 ? 'fulfilled' : 'rejected')),
    )
    expect(await readTitles()).toEqual(['02', '05', '08', '11', '14', '17', '20', '23', '26', '29'])
  })

  describe('sign-in’s own handle', () => {
    test('is flowpilot_auth, which sees every account and nothing of what is in them', async () => {
      const handle = inSignIn(database)
      expect(await handle.execute(sql`select current_user`)).toEqual([['flowpilot_auth']])
      const other = await newAccount(database, 'Southgate MSP')
      const found = await handle.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, other.account_id))
      expect(found).toEqual([{ id: other.account_id }])
      await expect(handle.select().from(aiSessions)).rejects.toMatchObject({ cause: { code: '42501' } })
    })

    test('makes a transaction of each statement: the one before an error stays, the one after it works', async () => {
      const handle = inSignIn(database)
      const rename = (name: string) => handle.update(accounts).set({ name }).where(eq(accounts.id, access.account_id))
      await rename('kept')
      await expect(handle.execute(sql`select 1 / 0`)).rejects.toMatchObject({ cause: { code: '22012' } })
      const read = handle.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, access.account_id))
      expect(await read).toEqual([{ name: 'kept' }])
    })
  })
})
