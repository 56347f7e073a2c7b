import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { usualPatience } from '../../../api/ai/silence.ts'
import type { ScriptedReply } from '../../harness/scripted-reply.ts'
import { type Person, signUpMara } from '../people.ts'
import { type Product, startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'
import { block, follow, proseOf, say, turnOf } from './turns.ts'

const HOUR = 3_600_000
const patient = { first_byte_ms: HOUR, silence_ms: HOUR, whole_ms: HOUR }
const silences: { what: string; patience: object; reply: ScriptedReply; kept: string; told: RegExp }[] = [
  {
    what: 'falls silent in mid-reply',
    patience: { ...patient, silence_ms: 300 },
    reply: { text: ['It drops ', 'because '], hang: true },
    kept: 'It drops because',
    told: /fell silent/,
  },
  {
    what: 'does not begin to answer',
    patience: { ...patient, first_byte_ms: 300 },
    reply: { silent: true },
    kept: '',
    told: /did not begin/,
  },
  {
    what: 'goes on and on',
    patience: { ...patient, whole_ms: 600 },
    reply: { text: Array(1000).fill('again '), delay_ms: 50 },
    kept: 'again again',
    told: /took too long/,
  },
]

describe.each(silences)('a model that $what', ({ patience, reply, kept, told }) => {
  let product: Product
  let mara: Person
  let id: string
  beforeAll(async () => {
    product = await startProduct({ ai_patience: { ...usualPatience, ...patience } })
    mara = await signUpMara(product)
  })
  afterAll(() => product.close())
  beforeEach(async () => {
    id = (await openSession(mara)).id
  })

  test('ends its turn as interrupted: what was said is kept, and the session goes on', async () => {
    product.model.reply(reply, { text: 'Here I am.' })
    const events = await say(mara, id, 'VPN drops')
    const message = expect.stringMatching(told)
    expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'ai_failed', retryable: true, message } })
    expect(proseOf(events)).toContain(kept)
    const { turn, messages } = await readPage(mara, id)
    expect(turn).toBeNull()
    expect(messages.at(-1)).toMatchObject({ status: 'interrupted', content: proseOf(events) })
    expect(await follow(mara, id, turnOf(events).turn_id)).toEqual(events)
    expect(product.model.requests()).toHaveLength(1)
    await expect.poll(() => product.model.requests()[0]?.left).toBe(true)
    expect(proseOf(await say(mara, id, 'Are you there?'))).toBe('Here I am.')
  })
})

describe('a model that is slow', () => {
  let product: Product
  let mara: Person
  beforeAll(async () => {
    product = await startProduct({ ai_patience: { ...patient, silence_ms: 1500 } })
    mara = await signUpMara(product)
  })
  afterAll(() => product.close())

  test('is waited for as long as it goes on, and while its blocks are kept', async () => {
    const { id } = await openSession(mara)
    const pieces = Array.from({ length: 8 }, (_, at) => [
      `Line ${at}. `,
      block('QUESTIONS', [{ text: `Since ${at}?` }]),
    ])
    product.model.reply({ text: pieces.flat(), delay_ms: 150 })
    const events = await say(mara, id, 'VPN drops')
    expect(events.at(-1)?.event).toBe('done')
  })
})
