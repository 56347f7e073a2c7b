import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockHtml, codeOf, type MarkdownBlocks, markdownBlocks, mended } from '../../../ui/kit/markdown-blocks.ts'

const REPLY = `Reason code 22 means **no common EAP type**.

1. open the policy

1. compare the types

- home users
- office laptops

  still the same item

\`\`\`powershell
Get-NpsNetworkPolicy

# after the blank line
\`\`\`

| Policy | Type |
| --- | --- |
| office | EAP-TLS |

> quoted
and lazily continued

Setext
------

done`

const pieces = fc.constantFrom(
  ...[
    'a',
    'b',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '1',
    '.',
    '#',
    '```',
    '`',
    '~~~',
    '**',
    '> ',
    '|',
    '---',
    '| - |',
    '<div>',
    '<!--',
    '\t',
    '\r\n',
  ],
)

function streamed(chunks: string[]): MarkdownBlocks {
  let seen = ''
  let state: MarkdownBlocks | undefined
  for (const chunk of chunks) {
    seen += chunk
    state = markdownBlocks(seen, state)
  }
  return state ?? markdownBlocks('')
}

describe('markdown blocks', () => {
  test('the blocks of a text joined are the text', () => {
    expect(markdownBlocks(REPLY).blocks.join('')).toBe(REPLY)
  })

  test('a reply read character by character ends in the blocks of the whole', () => {
    expect(streamed([...REPLY]).blocks).toEqual(markdownBlocks(REPLY).blocks)
  })

  test('any text read in any pieces ends in the blocks of the whole', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (chunks) => {
        expect(streamed(chunks).blocks).toEqual(markdownBlocks(chunks.join('')).blocks)
      }),
      { numRuns: 500 },
    )
  })

  test('a text that is not a continuation is cut afresh', () => {
    expect(markdownBlocks('other', markdownBlocks('first\n\nsecond')).blocks).toEqual(['other'])
  })

  test('an open fence is code already while it is written', () => {
    expect(codeOf('```powershell\nGet-Service')).toEqual({ language: 'powershell', code: 'Get-Service' })
    expect(codeOf('Run `this`')).toBeNull()
  })
})

describe('a half-written block', () => {
  test.each([
    ['the **netw', 'the **netw**'],
    ['the **', 'the '],
    ['the **network**', 'the **network**'],
    ['to `EAP', 'to `EAP`'],
    ['to `a ** b', 'to `a ** b`'],
    ['see [the guide](https://learn', 'see the guide'],
    ['A line\n-', 'A line'],
    ['A line\n2.', 'A line'],
    ['a plain end', 'a plain end'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(mended(raw)).toBe(shown)
  })
})

describe('the HTML of a block', () => {
  test('angle brackets are words, not tags', () => {
    expect(blockHtml('net user <username> <img src=x onerror=alert(1)>')).toBe(
      '<p>net user &lt;username&gt; &lt;img src=x onerror=alert(1)&gt;</p>\n',
    )
  })

  test('an image is a link and loads nothing', () => {
    expect(blockHtml('![map](https://example.net/p.png?q=1&r="2")')).not.toContain('<img')
  })

  test('every heading is of one level', () => {
    expect(blockHtml('# One')).toBe('<h3>One</h3>\n')
    expect(blockHtml('#### Four')).toBe('<h3>Four</h3>\n')
  })
})
