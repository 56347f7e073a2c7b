import { describe, expect, test } from 'vitest'
import type { Block } from '../../../api/markers/payloads.ts'
import vectors from './marker-vectors.json' with { type: 'json' }
import { cutAt, decodedBytes, type Reading, readInPieces, units } from './read-in-pieces.ts'
import { readWhole } from './read-whole.ts'

describe.each(vectors)('the published case "$name"', ({ reply, prose, blocks, rejected }) => {
  const expected = { prose, blocks, rejected }

  test('reads as published in one piece', () => {
    expect(summary(readInPieces([reply]))).toEqual(expected)
  })

  test('reads the same wherever it is cut in two', () => {
    for (let place = 0; place <= reply.length; place++)
      expect(summary(readInPieces(cutAt(reply, [place]))), `cut at ${place}`).toEqual(expected)
  })

  test('reads the same one UTF-16 unit at a time', () => {
    expect(summary(readInPieces(units(reply)))).toEqual(expected)
  })

  test('reads the same from UTF-8 bytes in runs of one to seven', () => {
    for (let size = 1; size <= 7; size++)
      expect(summary(readInPieces(decodedBytes(reply, size))), `runs of ${size}`).toEqual(expected)
  })

  test('reads the same to the whole-text reading', () => {
    expect(summary(readWhole(reply))).toEqual(expected)
  })
})

function summary({ prose, outcomes }: Reading) {
  return {
    prose,
    blocks: outcomes.flatMap((outcome) => (outcome.type === 'block' ? [countItems(outcome.block)] : [])),
    rejected: outcomes.flatMap((outcome) =>
      outcome.type === 'rejected' ? [{ name: outcome.marker, reason: outcome.reason }] : [],
    ),
  }
}

function countItems(block: Block): { name: string; items: number } {
  const [content] = Object.entries(block).flatMap(([key, value]) => (key === 'marker' ? [] : [value]))
  return { name: block.marker, items: Array.isArray(content) ? content.length : 1 }
}
