import { describe, expect, test } from 'vitest'
import { plainText } from '../../../api/psa/connectwise/plain-text.ts'
import { readers } from '../../load/long-texts/readers.ts'
import { longTexts } from '../../load/long-texts/texts.ts'

/** In every way they stand in is for the command: `npm run long-texts`. */
const isBare = ({ name }: { name: string }) => !name.includes(', in a')

/** One that goes back over what it read takes minutes for these, and never comes to the end of its test. */
describe.each(Object.entries(readers))('%s', (_, read) => {
  test('comes to the end of 50,000 characters of anything', { timeout: 60_000 }, () => {
    for (const { name, text } of longTexts(50_000).filter(isBare)) expect(() => read(text), name).not.toThrow()
  })
})

describe('a note that is longer than any', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `**line** ${at}`).join('\n')

  test('is formatted up to its budget, says where that ends, and loses nothing', () => {
    const text = plainText(lines(100), 500)
    expect(text).toContain('\nline 12\n')
    const [formatted = '', rest = ''] = text.split('\n\n(From here on the text is not formatted: it is too long.)\n\n')
    expect(formatted).not.toContain('**')
    expect(rest.endsWith('**line** 99')).toBe(true)
    expect(`${formatted}\n${rest}`.replaceAll('**', '')).toBe(lines(100).replaceAll('**', ''))
  })

  test('keeps of 30,000 tabs what a line needs, and every word', () => {
    const text = plainText(`one${'\t'.repeat(30_000)}two${'\u00a0'.repeat(30_000)}three`)
    expect(text.split(/\s+/)).toEqual(['one', 'two', 'three'])
    expect(text.length).toBeLessThan(500)
  })
})
