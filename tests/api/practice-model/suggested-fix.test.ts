import Anthropic from '@anthropic-ai/sdk'
import { describe, expect, it } from 'vitest'
import { createPracticeFetch } from '../../../api/practice-model/practice-fetch.ts'
import { PracticeSession, readReply } from './practice-session.ts'

const peap = 'Re-enable PEAP-MSCHAPv2 on the office VPN policy'

/** The VPN session up to its suggested fix. */
async function upToTheFix() {
  const session = new PracticeSession()
  await session.say('VPN drops after MFA')
  await session.answer({
    'follow the network': 'Only on the office network',
    'What changed': 'Firewall or gateway firmware',
  })
  await session.answer({ 'NPS refusals': 'Reason Code: 22' })
  expect(session.state.suggested_fix?.title).toBe(peap)
  return session
}

describe('a suggested fix', () => {
  it('stays while nothing new is said, and is not suggested twice', async () => {
    const session = await upToTheFix()
    await session.say('will do it tonight')
    expect(session.fix).toBeUndefined()
    expect(session.reply.prose).toContain(peap)
  })

  it.each([
    ['It worked, everybody stays connected', 'worked'],
    ['That did the trick.', 'worked'],
    ['Still drops on two laptops after gpupdate', 'failed'],
    ['did not help', 'failed'],
    ['It works for some users, the others drop', 'partial'],
  ])('“%s” proposes that it has %s', async (words, outcome) => {
    const session = await upToTheFix()
    await session.say(words)
    expect(session.outcome).toEqual({ outcome, reason: `The engineer wrote: “${words}”` })
    expect(session.fix).toBeUndefined()
  })

  it('is called a guess when what would settle it was not tested', async () => {
    const session = new PracticeSession()
    await session.say('VPN drops after MFA')
    await session.answer({ 'NPS refusals': 'Reason Code: 22' })
    await session.skipAll()
    expect(session.fix).toMatchObject({ title: peap, confidence: 55 })
    expect(session.reply.prose).toContain('not a proven one')
  })

  it('comes through a stream, piece by piece, as it stands in the whole reply', async () => {
    const session = new PracticeSession()
    await session.say('VPN drops after MFA')
    const client = new Anthropic({ apiKey: 'practice', maxRetries: 0, fetch: createPracticeFetch({ pace_ms: 0 }) })
    const content = [
      'reason code 22, firmware on Tuesday',
      `<session_state>\n${JSON.stringify(session.state)}\n</session_state>`,
    ]
    const stream = await client.messages.create({
      model: 'any',
      max_tokens: 8000,
      stream: true,
      messages: [...session.messages, { role: 'user', content: content.map((text) => ({ type: 'text', text })) }],
    })
    let streamed = ''
    for await (const event of stream) {
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') streamed += event.delta.text
    }
    expect(streamed).toBe(await session.say('reason code 22, firmware on Tuesday'))
    expect(session.fix?.title).toBe(peap)
  })

  it('has no outcome while the engineer only asks about one', async () => {
    const session = await upToTheFix()
    await session.say('How do I see whether it worked?')
    expect(session.outcome).toBeUndefined()
  })

  it('that failed is not suggested again, and the next cause is taken up', async () => {
    const session = await upToTheFix()
    await session.say('did not help, still drops')
    session.state.suggested_fix = { id: 'fix', title: peap, status: 'failed' }
    await session.answer({ 'How long after': 'Before or right at the approval' })
    await session.skipAll()
    const suggested = session.replies.flatMap((reply) =>
      readReply(reply).blocks.filter(({ marker }) => marker === 'SUGGEST_FIX'),
    )
    expect(suggested).toHaveLength(1)
  })

  it('gives way to one that new evidence supports better', async () => {
    const session = new PracticeSession()
    await session.say('DNS for internal names fails sometimes')
    await session.answer({
      'Which names': 'Internal names, now and then',
      'Who has it': 'Everyone',
      'DNS servers an': '8.8.8.8',
    })
    expect(session.fix?.title).toBe('Hand out only the domain’s own DNS servers')
    const names = session.state.answered_questions.find(({ text }) => text === 'Which names fail?')
    if (names) names.answer = 'One name, with the wrong address'
    session.state.answered_questions.push({
      id: 'moved',
      text: 'Was the machine behind that name renumbered, replaced or rebuilt?',
      answer: 'Yes, it has a new address',
    })
    session.state.recorded_checks.push({
      id: 'record',
      label: 'Look at the record’s address and time stamp on the server',
      result: 'stale',
    })
    await session.say('I looked again')
    expect(session.fix?.title).toBe('Remove the stale record and register the machine anew')
  })

  it('that worked leads to Resolve', async () => {
    const session = await upToTheFix()
    session.state.suggested_fix = { id: 'fix', title: peap, status: 'worked' }
    await session.say('what now?')
    expect(session.reply.prose).toContain('Resolve')
    expect(session.outcome).toBeUndefined()
  })
})
