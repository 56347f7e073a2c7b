import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Office, openOffice } from '../../load/write-backs/office.ts'
import { requestOf, type Step, setFault, whichAreHeld } from '../../load/write-backs/steps.ts'
import type { Kind } from '../artifacts/artifacts.ts'
import { readPage } from '../sessions.ts'
import { type Case, notesOn, openCase, statusOn } from './cases.ts'
import { expectGoodManners } from './manners.ts'
import { post } from './posting.ts'

type Moment = { step: Step; when: 'before' | 'after'; kind: Kind }

/** Where the power goes out: before ConnectWise has done what is asked, or when it has and nobody was told. */
const moments: Moment[] = (
  [
    ['proof', 'before'],
    ['note', 'before'],
    ['note', 'after'],
    ['note check', 'before'],
    ['status', 'before'],
    ['status', 'after'],
    ['status check', 'before'],
  ] as const
).flatMap(([step, when]) => [
  { step, when, kind: 'resolution-note' as const },
  { step, when, kind: 'escalation-package' as const },
])
const name = ({ step, when, kind }: Moment) => `${kind}: ${when} the ${step}`

/** Before there is an attempt there is nothing to go on with. */
const too_early: Moment[] = [
  { step: 'ticket', when: 'before', kind: 'resolution-note' },
  { step: 'notes', when: 'after', kind: 'escalation-package' },
]
const nothing_there: Moment[] = [
  { step: 'proof', when: 'before', kind: 'resolution-note' },
  { step: 'note', when: 'before', kind: 'escalation-package' },
]

let office: Office
beforeAll(async () => {
  office = await openOffice(inject('postgres'))
})
afterAll(async () => {
  await expectGoodManners(office.there)
  await office.close()
})

/** Brings a session to each moment, and kills the server when all of them are there. */
async function crashAt(chosen: Moment[]): Promise<Map<Moment, Case>> {
  const cases = new Map<Moment, Case>()
  for (const moment of chosen) cases.set(moment, await openCase(office, {}, moment.kind))
  const clicks = [...cases].map(async ([{ step, when, kind }, it]) => {
    await setFault(office.there, step, placeOf(it), { kind: `hang_${when}` })
    await expect(post(office.mara, it, { kind })).rejects.toThrow()
  })
  const awaited = [...cases].map(([{ step }, it]) => requestOf(step, placeOf(it)).at)
  const deadline = Date.now() + 9000
  while ((await whichAreHeld(office.there, awaited)).includes(false)) {
    if (Date.now() > deadline) throw new Error('Not all sessions came to the moment')
    await sleep(100)
  }
  await office.crash()
  await Promise.all(clicks)
  return cases
}

const placeOf = ({ ticket }: Case) => ({ ticket, board_id: 21 })
const closed = { 'resolution-note': 'resolved', 'escalation-package': 'escalated' } as const
const moved = { 'resolution-note': 'Resolved', 'escalation-package': 'Escalated to L2' } as const

async function expectDoneOnce(it: Case, moment: Moment) {
  const { kind } = moment
  const [note, ...others] = await notesOn(office, it)
  expect(note?.text, name(moment)).toBe(it.seen.posted_as)
  expect(others, name(moment)).toEqual([])
  expect(await statusOn(office, it), name(moment)).toBe(moved[kind])
  const { session } = await readPage(office.mara, it.id)
  const id = kind === 'resolution-note' ? session.resolution_note_external_id : session.escalation_package_external_id
  expect([session.status, id], name(moment)).toEqual([closed[kind], `${note?.id}`])
  const attempt = await attemptOf(it)
  expect(attempt, name(moment)).toMatchObject({ state: 'confirmed', failure: null })
  expect(attempt?.closed_at).not.toBeNull()
}

describe.concurrent('a server that was killed', { timeout: 90_000 }, () => {
  const cases = { left: new Map<Moment, Case>(), early: new Map<Moment, Case>(), elsewhere: new Map<Moment, Case>() }
  beforeAll(async () => {
    const all = await crashAt([...moments, ...too_early, ...nothing_there])
    const among = (chosen: Moment[]) => new Map([...all].filter(([moment]) => chosen.includes(moment)))
    Object.assign(cases, { left: among(moments), early: among(too_early), elsewhere: among(nothing_there) })
    for (const { ticket } of cases.elsewhere.values()) await office.there.giveTo(ticket, 'Harbor Legal')
    await office.outlastLeases()
    await office.outlastDoubts()
    await office.restart()
  }, 60_000)

  test('goes on by itself when it starts, from each moment at which it can be killed', async () => {
    await forAll(cases.left, async (moment, it) => {
      await waitUntil(async () => (await readPage(office.mara, it.id)).session.status !== 'active')
      await expectDoneOnce(it, moment)
    })
  })

  test('does not post by itself what the engineer would be asked about first', async () => {
    await forAll(cases.elsewhere, async (moment, it) => {
      const { kind } = moment
      await waitUntil(async () => (await attemptOf(it))?.state === 'failed')
      expect(await notesOn(office, it)).toEqual([])
      expect(await post(office.mara, it, { kind })).toMatchObject({ status: 409, body: { code: 'ticket_moved' } })
      expect(await post(office.mara, it, { kind, accept_moved: true })).toMatchObject({ status: 200 })
      await expectDoneOnce(it, moment)
    })
  })

  test('before it began an attempt has posted nothing, and says nothing else', async () => {
    await forAll(cases.early, async (moment, it) => {
      expect(await attemptOf(it)).toBeUndefined()
      expect(await notesOn(office, it)).toEqual([])
      expect(await post(office.mara, it, { kind: moment.kind })).toMatchObject({ status: 200 })
      await expectDoneOnce(it, moment)
    })
  })
})

test('an attempt whose server was killed is ended by the engineer’s next click, where nobody went on before', {
  timeout: 90_000,
}, async () => {
  const left = await crashAt(moments)
  await office.restart()
  // What a server looks for when it starts is by now not there for it.
  await sleep(1000)
  await office.outlastLeases()
  await office.outlastDoubts()
  await forAll(left, async (moment, it) => {
    const answer = await post(office.lee, it, { kind: moment.kind })
    expect(answer, name(moment)).toMatchObject({ status: 200, body: { result: closed[moment.kind] } })
    await expectDoneOnce(it, moment)
  })
})

const forAll = (cases: Map<Moment, Case>, check: (moment: Moment, it: Case) => Promise<void>) =>
  Promise.all([...cases].map(([moment, it]) => check(moment, it)))

const attemptOf = async ({ id }: Case) =>
  (await office.admin`select state, closed_at, failure from write_backs where session_id = ${id}`)[0]

async function waitUntil(isSo: () => Promise<boolean>) {
  const deadline = Date.now() + 50_000
  while (!(await isSo()) && Date.now() < deadline) await sleep(250)
}
