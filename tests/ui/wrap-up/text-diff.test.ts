import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts, sectionsOf, withDraftSection } from '../../../ui/wrap-up/text-diff.ts'

const draft = `## Problem

Office laptops lose the VPN.

## What we confirmed

- Only the office range is affected
- The firmware went in on Tuesday

## Root cause

Not established.
`
const mine = draft
  .replace('lose the VPN', 'lose the VPN after a minute')
  .replace('- The firmware went in on Tuesday\n', '')

test('only sections that differ are shown, with the words that one of the two has alone', async () => {
  const sections = await compareTexts(mine, draft)
  expect(sections.map(({ heading }) => heading)).toEqual(['Problem', 'What we confirmed'])
  const only = (of: string) =>
    sections.flatMap(({ pieces }) => pieces.filter((piece) => piece.of === of)).map(({ text }) => text.trim())
  expect(only('mine')).toEqual(['after a minute'])
  expect(only('draft')).toEqual(['- The firmware went in on Tuesday'])
})

test('equal texts differ nowhere, whatever blank lines end them', async () => {
  expect(await compareTexts(draft, `${draft}\n\n`)).toEqual([])
})

test('a section that only one of the two has is shown whole and cannot be taken by itself', async () => {
  const [section] = await compareTexts(mine.replace(/## Root cause[\s\S]*/, ''), draft).then((all) => all.slice(-1))
  expect(section).toMatchObject({
    heading: 'Root cause',
    takeable: false,
    pieces: [{ text: 'Not established.', of: 'draft' }],
  })
})

test('text before the first heading is a section, too', async () => {
  const [section] = await compareTexts(`For the record.\n\n${draft}`, draft)
  expect(section).toMatchObject({ heading: '', pieces: [{ text: 'For the record.', of: 'mine' }] })
})

test('a taken section is as the draft has it, and the others stay as the engineer wrote them', async () => {
  const taken = withDraftSection(mine, draft, 'What we confirmed')
  expect(taken).toContain('- The firmware went in on Tuesday')
  expect(taken).toContain('after a minute')
  expect((await compareTexts(taken, draft)).map(({ heading }) => heading)).toEqual(['Problem'])
})

test('whatever the words are, the pieces are both texts again', async () => {
  const words = fc.array(fc.constantFrom('VPN', 'drops', 'at', 'noon', '.', '-', '10.20.0.1'), {
    minLength: 1,
    maxLength: 20,
  })
  await fc.assert(
    fc.asyncProperty(words, words, async (one, other) => {
      const [here, there] = [one.join(' '), other.join(' ')]
      const [section] = await compareTexts(`## Problem\n\n${here}\n`, `## Problem\n\n${there}\n`)
      const said = (left_out: string) =>
        section?.pieces
          .filter(({ of }) => of !== left_out)
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/g, '')
      if (section) {
        expect(said('draft')).toBe(here.replace(/\s+/g, ''))
        expect(said('mine')).toBe(there.replace(/\s+/g, ''))
      } else expect(here.trim()).toBe(there.trim())
    }),
  )
})

test('a heading without a body has an empty one', () => {
  expect(sectionsOf('## Problem')).toEqual([{ heading: 'Problem', body: '' }])
})
