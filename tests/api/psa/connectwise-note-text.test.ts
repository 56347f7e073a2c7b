import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderForConnectWise } from '../../../api/psa/connectwise/note-text.ts'
import { plainText } from '../../../api/psa/connectwise/plain-text.ts'
import { splitText } from '../../../api/psa/split-text.ts'

const head = '[FP-7K3M9Q] Resolution note'
const render = (markdown: string, longest?: number) =>
  renderForConnectWise(markdown, 'Resolution note', 'FP-7K3M9Q', (text) => text, longest)

describe('a note for ConnectWise', () => {
  test('reads well where nothing is rendered', () => {
    const markdown = [
      '## Problem',
      'Scans from **MFP-2** of *Acme Dental* fail with `550 5.7.1`; see [the log](https://acmedental.test/log).',
      '',
      '## What we confirmed',
      '* The share \\\\acme-fs01\\_scans holds *.pdf and *.tif',
      '+ `dir *.pdf` lists them',
      '  1. as does <https://acmedental.test>',
      '',
      '',
      '',
      '### Resolution ###',
      '```powershell',
      'Get-SmbShare |',
      '  Where-Object Name -eq "scans"',
      '',
      '',
      '# no heading',
      '```',
      '---',
      'Done by Mara Reyes.',
    ]
    expect(render(markdown.join('\r\n'))).toEqual([
      `${head}

Problem:
Scans from MFP-2 of Acme Dental fail with 550 5.7.1; see the log (https://acmedental.test/log).

What we confirmed:
- The share \\\\acme-fs01\\_scans holds *.pdf and *.tif
- dir *.pdf lists them
  1. as does https://acmedental.test

Resolution:
    Get-SmbShare |
      Where-Object Name -eq "scans"


    # no heading

Done by Mara Reyes.`,
    ])
  })

  test.each([
    'C:\\_temp\\*.log',
    '\\\\fs01\\c$\\[old]',
    'D:\\#backup',
    '*.pst and *.ost',
    '2 * 3 * 4',
    'a*b*c',
    '__init__.py',
    'SESSION_ID_NEW',
    '<user>@<host>',
    '[int]$x',
    '#5 on the list',
    'C# and F#',
    '> quoted',
    'it`s',
    '10.0.0.1 - - [x]',
    '100% _',
    'a ** b ** c',
  ])('keeps “%s” as it was written', (text) => expect(plainText(text)).toBe(text))

  test.each([
    ['\\*not a list\\*', '*not a list*'],
    ['snake\\_case', 'snake_case'],
    ['**bold *and* more**', 'bold and more'],
    ['_really_, **truly**.', 'really, truly.'],
    ['`` a`b ``', 'a`b'],
    ['`**x**`', '**x**'],
    ['![plan](https://a.test/x.png)', 'plan (https://a.test/x.png)'],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', '| a | b |\n| 1 | 2 |'],
    ['~~~\n  x\n```\n~~~\ny', '      x\n    ```\ny'],
    ['```\nnever closed\n## x', '    never closed\n    ## x'],
    ['a\u0000b\u001b[31mc\u202ed\u2066e\ufefff', 'ab[31mcdef'],
    ['a\tb\rc\u2028d', 'a    b\nc\nd'],
    ['half \ud83d of one', 'half \ufffd of one'],
  ])('makes %j into %j', (markdown, text) => expect(plainText(markdown)).toBe(text))

  test('loses no letter and no digit, whatever the marks', () => {
    const marks = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '#',
      '## ',
      '- ',
      '> ',
      '\n',
      '\n\n',
      '\\',
      '[',
      ']',
      '(',
      ')',
      '|',
      ' ',
      '~',
      '---',
    )
    const words = fc.stringMatching(/^[a-z0-9äöü.,:]{1,8}$/)
    const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, words), { maxLength: 60 }), (pieces) => {
        const markdown = pieces.join('').replaceAll('```', '`').replaceAll('~~~', '~')
        expect(letters(plainText(markdown))).toBe(letters(markdown))
      }),
      { numRuns: 500 },
    )
  })

  test('names its reference in the first line of each part', () => {
    expect(render('')).toEqual([head])
    const parts = render('word '.repeat(400), 500)
    expect(parts.length).toBeGreaterThan(2)
    for (const [at, part] of parts.entries()) {
      expect(part.split('\n').slice(0, 2)).toEqual([`(${at + 1}/${parts.length}) ${head}`, ''])
      expect(part.length).toBeLessThanOrEqual(500)
    }
  })

  test('stays one where it just fits', () => {
    const room = 200 - `${head}\n\n`.length
    expect(render('x'.repeat(room), 200)).toHaveLength(1)
    expect(render('x'.repeat(room + 1), 200)).toHaveLength(2)
  })
})

describe('the parts of a long note', () => {
  const text = fc
    .array(
      fc.oneof(fc.constantFrom(' ', '\n', '\n\n', '\n\n\n', '    '), fc.string({ unit: 'grapheme', maxLength: 12 })),
      { maxLength: 80 },
    )
    .map((pieces) => pieces.join(''))

  test('put together hold the whole text, with nothing but white space left out between them', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (whole, longest) => {
        let rest = whole
        const pieces = splitText(whole, longest)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest)
          const at = rest.indexOf(piece)
          expect(rest.slice(0, at)).toMatch(/^\s*$/)
          rest = rest.slice(at + piece.length)
        }
        expect(rest).toMatch(/^\s*$/)
      }),
      { numRuns: 1000 },
    )
  })

  test('are never cut inside a word that has room in one', () => {
    const words = fc.array(fc.stringMatching(/^[a-z.]{1,20}$/), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(' ', '\n', '\n\n'),
        fc.integer({ min: 20, max: 80 }),
        (list, border, longest) => {
          const pieces = splitText(list.join(border), longest)
          expect(pieces.flatMap((piece) => piece.split(/\s+/))).toEqual(list)
        },
      ),
    )
  })

  test('end between paragraphs where that is possible, else between lines, else between words', () => {
    expect(splitText('one two\nthree\n\nfour five', 16)).toEqual(['one two\nthree', 'four five'])
    expect(splitText('one two\nthree four', 14)).toEqual(['one two', 'three four'])
    expect(splitText('abc def', 3)).toEqual(['abc', 'def'])
    expect(splitText('one two three', 9)).toEqual(['one two', 'three'])
    expect(splitText('    code\n      more code', 12)).toEqual(['    code', '      more', 'code'])
  })

  test('are cut inside a run that no part has room for, and not through a character', () => {
    expect(splitText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
    expect(splitText('🖨🖨🖨', 3)).toEqual(['🖨', '🖨', '🖨'])
  })
})
