import { describe, expect, test } from 'vitest'
import { stableTokens, toRequest } from '../../../api/ai/prompt.ts'
import { addUsage, unknownUsage } from '../../../api/ai/usage.ts'

const breakpoint = { cache_control: { type: 'ephemeral' } }
const said = (role: 'user' | 'assistant', content: string) => ({ role, content })

describe('a prompt in the API’s terms', () => {
  test('ends each section, and the last message of the conversation, in a breakpoint', () => {
    expect(
      toRequest({
        sections: ['rules', 'account'],
        conversation: [said('user', 'one'), said('assistant', 'two')],
        ask: ['three', 'state'],
      }),
    ).toEqual({
      system: [
        { type: 'text', text: 'rules', ...breakpoint },
        { type: 'text', text: 'account', ...breakpoint },
      ],
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'one' }] },
        { role: 'assistant', content: [{ type: 'text', text: 'two', ...breakpoint }] },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'three' },
            { type: 'text', text: 'state' },
          ],
        },
      ],
    })
  })

  test('has at most four breakpoints', () => {
    const conversation = [said('user', 'one'), said('assistant', 'two')]
    const full = JSON.stringify(toRequest({ sections: ['a', 'b', 'c'], conversation, ask: ['?'] }))
    expect(full.match(/cache_control/g)).toHaveLength(4)
    expect(() => toRequest({ sections: ['a', 'b', 'c', 'd'], ask: ['?'] })).toThrow('at most three')
  })

  test('has no empty message or block, which the API refuses', () => {
    const conversation = [said('user', 'one'), said('assistant', ' \n'), said('user', 'two'), said('assistant', '')]
    const { messages } = toRequest({ sections: ['a'], conversation, ask: ['three', '', ' '] })
    expect(messages.map(({ content }) => content)).toEqual([
      [{ type: 'text', text: 'one' }],
      [{ type: 'text', text: 'two', ...breakpoint }],
      [{ type: 'text', text: 'three' }],
    ])
  })

  test('has a stable part of about four characters a token', () => {
    expect(stableTokens({ sections: ['x'.repeat(4000), 'y'.repeat(96)], ask: ['z'.repeat(4000)] })).toBe(1024)
  })
})

describe('counters', () => {
  const counted = {
    input_tokens: 1,
    output_tokens: 2,
    cache_creation_input_tokens: 3,
    cache_read_input_tokens: 4,
  }

  test('are unknown until they are said, and a 0 is said', () => {
    expect(addUsage(unknownUsage, undefined)).toEqual(unknownUsage)
    expect(addUsage(unknownUsage, { output_tokens: 0 })).toEqual({ ...unknownUsage, output_tokens: 0 })
  })

  test('are replaced by what is said later, but not by a null', () => {
    expect(addUsage(counted, { output_tokens: 9, input_tokens: null })).toEqual({ ...counted, output_tokens: 9 })
    expect(addUsage(counted, unknownUsage)).toEqual(counted)
    expect(addUsage(counted, null)).toEqual(counted)
    expect(addUsage(counted, { cache_read_input_tokens: 0 })).toEqual({ ...counted, cache_read_input_tokens: 0 })
  })
})
