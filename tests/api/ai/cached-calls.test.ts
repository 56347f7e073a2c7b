import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AiPurpose } from '../../../api/ai/ai.ts'
import type { Usage } from '../../../api/ai/usage.ts'
import { vpn_problem } from '../../harness/world.ts'
import { dataOf, say } from '../chat/turns.ts'
import { signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'
import { cached, callFor, createOwnAi, newAccount, readAll, recordedFor } from './calls.ts'

let clock = Date.UTC(2026, 10, 22, 9, 0)
const product = await startProduct({ practice: true, now: () => clock })
afterAll(product.close)

let account_id: string
beforeAll(async () => {
  account_id = await newAccount(product)
})

const five_minutes = 5 * 60 * 1000

/** What a call created, read and paid in full, each a number. */
async function used(call: Promise<{ usage: Usage }>) {
  const [created, read] = cached((await call).usage)
  if (created == null || read == null) throw new Error('The practice model counts')
  return { created, read }
}

const purposes: AiPurpose[] = [
  'chat',
  'fact_synthesis',
  'resolution_note',
  'escalation_package',
  'ticket_parse',
  'template_extraction',
]

describe.each([
  ...purposes.map((purpose) => [purpose, 'streamed'] as const),
  ...purposes.map((purpose) => [purpose, 'at once'] as const),
])('of two identical calls for %s, %s,', (purpose, way) => {
  async function callTwice(minutes: number) {
    const session_id = crypto.randomUUID()
    const { ai } = createOwnAi(product, { now: () => clock })
    const call = callFor(account_id, { purpose, session_id })
    const make = () => used(way === 'streamed' ? readAll(ai.stream(call)) : ai.complete(call))
    const first = await make()
    clock += minutes * 60 * 1000
    const second = await make()
    const recorded = await recordedFor(product, account_id)
    return { first, second, recorded: recorded.filter((row) => row.session_id === session_id) }
  }

  test('within five minutes the second reads what the first created, and both are recorded so', async () => {
    const { first, second, recorded } = await callTwice(5)
    expect(first.created).toBeGreaterThan(4096)
    expect(first.read).toBe(0)
    expect(second).toEqual({ created: 0, read: first.created })
    expect(recorded.map((row) => cached(row as unknown as Usage))).toEqual([
      [first.created, 0],
      [0, first.created],
    ])
  })

  test('the second creates again when five minutes are over', async () => {
    const { first, second } = await callTwice(5.01)
    expect(second).toEqual(first)
  })
})

describe('a conversation', () => {
  test('reads in its second turn what its first created, and creates only what is new', async () => {
    const mara = await signUpMara(product)
    const { id } = await openSession(mara)
    clock += five_minutes + 1
    const turns: Usage[] = []
    for (const content of [vpn_problem, 'Since Monday, everybody', 'Over the hotspot it works']) {
      turns.push(...dataOf<Usage & { model: string }>(await say(mara, id, content), 'usage'))
    }
    const [first, second, third] = turns.map(cached)
    expect(first?.[0]).toBeGreaterThan(1024)
    expect(first?.[1]).toBe(0)
    expect(second?.[1]).toBe(first?.[0])
    expect(second?.[0]).toBeGreaterThan(0)
    expect(third?.[1]).toBe(Number(second?.[1]) + Number(second?.[0]))
  })

  test('that begins like another reads what that one created', async () => {
    const mara = await signUpMara(product)
    clock += five_minutes + 1
    const begin = async () => {
      const [usage] = dataOf<Usage>(await say(mara, (await openSession(mara)).id, vpn_problem), 'usage')
      return usage ? cached(usage) : []
    }
    const [created] = await begin()
    expect(created).toBeGreaterThan(1024)
    expect(await begin()).toEqual([0, created])
    clock += five_minutes + 1
    expect(await begin()).toEqual([created, 0])
  })
})
