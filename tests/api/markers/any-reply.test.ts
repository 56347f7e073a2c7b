import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { MarkerParser } from '../../../api/markers/marker-parser.ts'
import { cutAt, decodedBytes, proseOf, readInPieces, units } from './read-in-pieces.ts'
import { readWhole } from './read-whole.ts'
import { cuts, inBlocksOnly, reply, replyOfWholeBlocks } from './replies.ts'

// A slow machine is not a wrong parser.
vi.setConfig({ testTimeout: 60_000 })

test('10,000 troublesome replies, cut anywhere, read as the whole text does', () => {
  fc.assert(
    fc.property(reply, cuts, (text, places) => {
      expect(readInPieces(cutAt(text, places))).toEqual(readWhole(text))
    }),
    { numRuns: 10_000 },
  )
})

test('a reply reads the same one UTF-16 unit at a time', () => {
  fc.assert(
    fc.property(reply, (text) => {
      expect(readInPieces(units(text))).toEqual(readInPieces([text]))
    }),
    { numRuns: 1_000 },
  )
})

test('a reply reads the same from its UTF-8 bytes, cut inside characters', () => {
  fc.assert(
    fc.property(reply, fc.integer({ min: 1, max: 9 }), (text, size) => {
      const sound = text.toWellFormed()
      expect(readInPieces(decodedBytes(sound, size))).toEqual(readInPieces([sound]))
    }),
    { numRuns: 1_000 },
  )
})

test('no character of a block is ever shown', () => {
  fc.assert(
    fc.property(replyOfWholeBlocks, cuts, (text, places) => {
      expect(readInPieces(cutAt(text, places)).prose).not.toContain(inBlocksOnly)
    }),
    { numRuns: 2_000 },
  )
})

test('no delta ends inside a character unless the reply does', () => {
  fc.assert(
    fc.property(reply, cuts, (text, places) => {
      const parser = new MarkerParser()
      const sound = text.toWellFormed()
      for (const piece of cutAt(sound, places))
        for (const event of parser.push(piece))
          if (event.type === 'text') expect(event.delta).toMatch(/[^\ud800-\udbff]$/)
    }),
    { numRuns: 1_000 },
  )
})

test('a line that starts with a letter is shown as far as it has come, but for white space at its end', () => {
  const line = fc.constantFrom('Zürich', 'Zürich  x', 'Zürich 🛠️', 'Zürich [PROMOTE]', 'Zürich ```', 'Zürich\t \r ')
  fc.assert(
    fc.property(reply, line, (before, begun) => {
      const { prose } = readWhole(`${before}\n${begun}`)
      fc.pre(prose.includes('Zürich'))
      expect(proseOf(new MarkerParser().push(`${before}\n${begun}`))).toBe(prose)
    }),
    { numRuns: 2_000 },
  )
})

test('what is shown of a reply cut short is the beginning of what the reply shows', () => {
  fc.assert(
    fc.property(reply, fc.nat({ max: 600 }), (text, place) => {
      const shown = proseOf(new MarkerParser().push(text.slice(0, place)))
      expect(readWhole(text).prose.startsWith(shown)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
