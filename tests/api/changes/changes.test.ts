import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerEvent } from '../../harness/http.ts'
import { say } from '../chat/turns.ts'
import { type Person, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let dario: Person
beforeAll(async () => {
  mara = await signUpMara(product)
  dario = await signUpDario(product)
})

const watch = (who: Person, ids: string[]) => who.stream(`/changes?sessions=${ids.join()}`)
const idOf = ({ data }: ServerEvent) => data.session_id

async function next(events: AsyncGenerator<ServerEvent>): Promise<ServerEvent> {
  const { value } = await events.next()
  if (!value) throw new Error('The stream has ended')
  return value
}

test('whoever names sessions is told the version of each, then every change of any, and of no other', async () => {
  const [one, two, other] = [await openSession(mara), await openSession(mara), await openSession(mara)]
  const events = watch(mara, [one.id, two.id])
  const first = [await next(events), await next(events)]
  expect(new Set(first.map(({ event }) => event))).toEqual(new Set(['changed']))
  expect(new Set(first.map(idOf))).toEqual(new Set([one.id, two.id]))
  for (const changed of [two, one]) {
    await mara.patch(`/ai-sessions/${other.id}`, { title: randomUUID() })
    await mara.patch(`/ai-sessions/${changed.id}`, { title: 'VPN drops after MFA' })
    const { session } = await readPage(mara, changed.id)
    expect((await next(events)).data).toEqual({
      session_id: changed.id,
      state_version: session.state_version,
      updated_at: session.updated_at,
    })
  }
  await events.return(undefined)
})

test('a session of another account, of nobody, or no id at all is as if it were not named', async () => {
  const [mine, his] = [await openSession(mara), await openSession(dario)]
  const named = [his.id, randomUUID(), 'no-id', "'; drop table ai_sessions; --", '', mine.id.toUpperCase(), mine.id]
  const events = watch(mara, named.map(encodeURIComponent))
  expect(idOf(await next(events))).toBe(mine.id)
  await dario.patch(`/ai-sessions/${his.id}`, { title: 'Not hers' })
  await mara.patch(`/ai-sessions/${mine.id}`, { title: 'Hers' })
  expect(idOf(await next(events))).toBe(mine.id)
  await events.return(undefined)
})

test('fifty can be named at once, and no more', async () => {
  const { id } = await openSession(mara)
  const others = Array.from({ length: 49 }, () => randomUUID())
  const events = watch(mara, [...others, id])
  expect(idOf(await next(events))).toBe(id)
  await events.return(undefined)
  const refused = await mara.get(`/changes?sessions=${[...others, id, id].join()}`)
  expect(pathsOf(expectProblem(refused, 422, 'invalid'))).toEqual(['sessions'])
})

test('a turn whose writer is gone is told of as a change of its session', async () => {
  const { id } = await openSession(mara)
  product.model.reply({ text: 'Hm.' })
  await say(mara, id, 'It drops.')
  const events = watch(mara, [id])
  const before = await next(events)
  // As a crash leaves it.
  await product.admin`update ai_turns set status = 'streaming', ended_at = null, failure = null,
    lease_expires_at = now() - interval '1 second' where session_id = ${id}`
  expect((await next(events)).data.updated_at).not.toBe(before.data.updated_at)
  expect((await readPage(mara, id)).turn).toBeNull()
  await events.return(undefined)
})
