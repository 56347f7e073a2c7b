import { expect, test, vi } from 'vitest'
import { MarkerParser } from '../../../api/markers/marker-parser.ts'
import { cpuTime } from '../../harness/cpu-time.ts'
import { cutAt } from './read-in-pieces.ts'

// A slow machine is not a wrong parser.
vi.setConfig({ testTimeout: 60_000 })

const megabyte = 2 ** 20
const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)

const hostile: Record<string, (size: number) => string> = {
  'opening brackets': (size) => fill('[', size),
  'lines of half a marker': (size) => fill('[PROMOT\n', size),
  'lines of opening brackets': (size) => fill('[\n', size),
  'spaces between two words': (size) => `a${fill(' ', size)}b`,
  'newlines between two words': (size) => `a${fill('\n', size)}b`,
  'Windows newlines after a block': (size) => `a\n[PROMOTE]?[/PROMOTE]${fill('\r\n', size)}b`,
  'alternating spaces and tabs at the start of a line': (size) => `a\n${fill(' \t', size)}[PROMOTE]`,
  'carriage returns': (size) => `a\n${fill('\r', size)}b`,
  'a block that never closes': (size) => `[PROMOTE]${fill('{"text":"', size)}`,
  'half closing tags in a block': (size) => `[PROMOTE]${fill('[/PROMOT', size)}`,
  'a fence without end': (size) => fill('`', size),
  'fences in turn': (size) => fill('```\n~~~\n', size),
  'an info string without end': (size) => `~~~${fill('~ ', size)}`,
  'nothing but empty blocks': (size) => fill('[PROMOTE][/PROMOTE]', size),
}

test('a megabyte of opening brackets takes at most ten times as long as one of letters', () => {
  const letters = timeToRead(cutEvery(fill('x', megabyte), 16))
  expect(timeToRead(cutEvery(fill('[', megabyte), 16)) / letters).toBeLessThan(10)
})

test.each(Object.entries(hostile))('eight times as many take about eight times as long: %s', (_, replyOf) => {
  const small = timeToRead(cutEvery(replyOf(megabyte / 32), 5))
  const large = timeToRead(cutEvery(replyOf(megabyte / 4), 5))
  // A reading that looks back over what it holds would take 64 times as long.
  expect(large / small).toBeLessThan(32)
})

function cutEvery(reply: string, size: number): string[] {
  return cutAt(
    reply,
    Array.from({ length: Math.ceil(reply.length / size) }, (_, index) => index * size),
  )
}

function timeToRead(pieces: string[]): number {
  return cpuTime(() => {
    const parser = new MarkerParser()
    for (const piece of pieces) parser.push(piece)
    parser.end()
  })
}
