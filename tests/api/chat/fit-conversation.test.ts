import { expect, test } from 'vitest'
import { fitConversation, type Said, sizeOf } from '../../../api/chat/fit-conversation.ts'

/** Turns of a question with a long output now and then, and a reply. */
const talk = (turns: number): Said[] =>
  Array.from({ length: turns }, (_, at) => [
    { id: `u${at}`, role: 'user' as const, content: `question ${at} ${'x'.repeat(at % 5 === 0 ? 3000 : 80)}` },
    { id: `a${at}`, role: 'assistant' as const, content: `reply ${at} ${'y'.repeat(200)}` },
  ]).flat()

test('what has room is told as it was said', () => {
  const said = talk(20)
  expect(fitConversation(said, sizeOf(said))).toEqual({ conversation: said, shortened: 0 })
  expect(fitConversation([], 100)).toEqual({ conversation: [], shortened: 0 })
})

test('the oldest long outputs are cut first, and only then are old turns left out, with a line that says so', () => {
  const outputs = Array.from({ length: 12 }, (_, at): Said[] => [
    { id: `u${at}`, role: 'user', content: `${at} ${'x'.repeat(6000)}` },
    { id: `a${at}`, role: 'assistant', content: `reply ${at}` },
  ]).flat()
  const cut = fitConversation(outputs, sizeOf(outputs) - 100)
  expect(cut.conversation).toHaveLength(24)
  expect(cut.conversation[0]?.content).toMatch(/^0 x+\n\[… \d+ characters left out here …\]\nx+$/)
  expect(cut.conversation.filter(({ content }, at) => content !== outputs[at]?.content)).toHaveLength(cut.shortened)
  expect(cut.conversation.slice(cut.shortened * 2)).toEqual(outputs.slice(cut.shortened * 2))

  const { conversation, shortened } = fitConversation(talk(200), 20_000)
  const left_out = 400 - conversation.length
  expect(left_out).toBeGreaterThan(0)
  expect(conversation[0]).toMatchObject({ role: 'user' })
  expect(conversation[0]?.content).toMatch(new RegExp(`^\\[${left_out} earlier messages are left out here\\.`))
  expect(shortened).toBeGreaterThanOrEqual(left_out)
  expect(conversation.at(-1)?.content).toBe(talk(200).at(-1)?.content)
})

test.each([3000, 9000, 40_000])(
  'at every turn it has room in %s characters, and mostly only grows at its end',
  (most) => {
    const said = talk(300)
    let before: Said[] = []
    let rewritten = 0
    for (let turns = 1; turns <= 300; turns++) {
      const { conversation } = fitConversation(said.slice(0, turns * 2), most)
      expect(sizeOf(conversation)).toBeLessThanOrEqual(most + 120)
      expect(conversation[0]?.role).toBe('user')
      const grows = before.every((message, at) => message.content === conversation[at]?.content)
      if (!grows) rewritten++
      before = conversation
    }
    // Half of the room has to fill up before anything is cut again.
    expect(rewritten).toBeLessThanOrEqual(Math.ceil((sizeOf(said) / most) * 2.5))
  },
)

test('one message that alone is too long is cut', () => {
  const { conversation, shortened } = fitConversation([{ id: 'u', role: 'user', content: 'z'.repeat(100_000) }], 10_000)
  expect(sizeOf(conversation)).toBeLessThanOrEqual(10_000)
  expect(shortened).toBe(1)
})
