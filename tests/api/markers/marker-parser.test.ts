import { describe, expect, test } from 'vitest'
import { MarkerParser } from '../../../api/markers/marker-parser.ts'
import { readInPieces, units } from './read-in-pieces.ts'
import { readWhole } from './read-whole.ts'

const fact = '[PROMOTE]{"text":"Acme Dental is on VLAN 20"}[/PROMOTE]'
const ask = '[QUESTIONS][{"text":"Since when?"}][/QUESTIONS]'

/** What each reply shows, and how many blocks it holds that count. */
const readings: Record<string, [reply: string, prose: string, blocks: number][]> = {
  'a line that held nothing but a block goes with it': [
    [`A\n${fact}\nB`, 'A\nB', 1],
    [`A\n \t${fact} \t\nB`, 'A\nB', 1],
    [`A\n  ${fact} ${ask}\t\nB`, 'A\nB', 2],
    [`A\n[PROMOTE]\n{"text":"x"}\n  [/PROMOTE]  \r\nB`, 'A\nB', 1],
    [`${fact}`, '', 1],
    [`A\n${fact}`, 'A', 1],
  ],
  'at most two newlines meet where a block stood': [
    [`A\n\n${fact}\n\n\n\nB`, 'A\n\nB', 1],
    [`A\n${fact}\n\n\nB`, 'A\n\nB', 1],
    [`A\n${fact}\n\nB`, 'A\n\nB', 1],
    [`A\r\n\r\n${fact}\r\n\r\n\r\nB`, 'A\r\n\r\nB', 1],
    [`A\r\n${fact}\r\n\n\r\nB`, 'A\r\n\nB', 1],
    [`A\n\n${fact}\n\n${ask}\n\n\nB`, 'A\n\nB', 2],
    [`A\n${fact}\n\n  ${ask}\n\n\nB`, 'A\n\nB', 2],
  ],
  'what stands before a block stays as it was': [
    [`A\n\n\n\n${fact}\n\nB`, 'A\n\n\n\nB', 1],
    [`A  \n \n${fact}\n\n\nB`, 'A  \n \n\nB', 1],
    [`A\n  ${fact} tail`, 'A\n   tail', 1],
  ],
  'newlines away from a block stay as they were': [
    [`A\n\n\n\nB\n${fact}\nC\n\n\n\nD`, 'A\n\n\n\nB\nC\n\n\n\nD', 1],
    [`A\n${fact}tail\n\n\n\nB`, 'A\ntail\n\n\n\nB', 1],
    [`A\n\n${fact}\n \n\nB`, 'A\n\n \n\nB', 1],
  ],
  'what follows a block on its line is read as the start of a line': [
    [`${fact}${ask}tail`, 'tail', 2],
    [`${fact} \t${ask}\nB`, 'B', 2],
    [`${fact}\`\`\`\n${ask}\n\`\`\`\nB`, `\`\`\`\n${ask}\n\`\`\`\nB`, 1],
    [`   ${fact}   ~~~\n${ask}\n~~~`, `~~~\n${ask}\n~~~`, 1],
    [`${fact} and ${ask}`, `and ${ask}`, 1],
  ],
  'nothing inside a fenced code block is a marker': [
    [`\`\`\`json\n${fact}\n\`\`\`\n${ask}`, `\`\`\`json\n${fact}\n\`\`\``, 1],
    [
      `   ~~~~ a\`b\n${fact}\n~~~\n\`\`\`\`\n${fact}\n ~~~~~ \t\r\n${ask}`,
      `~~~~ a\`b\n${fact}\n~~~\n\`\`\`\`\n${fact}\n ~~~~~`,
      1,
    ],
    [
      `\`\`\`\n${fact}\n\`\`\` x\n${fact}\n    \`\`\`\n${fact}`,
      `\`\`\`\n${fact}\n\`\`\` x\n${fact}\n    \`\`\`\n${fact}`,
      0,
    ],
    [`\`\`\`\r\n${fact}\r\n\`\`\`\r\n${ask}`, `\`\`\`\r\n${fact}\r\n\`\`\``, 1],
    [`A\n${fact}\n\`\`\`\n\n\n${ask}\n\`\`\``, `A\n\`\`\`\n\n\n${ask}\n\`\`\``, 1],
  ],
  'what only looks like a fence opens no code block': [
    [`\`\`\` a\`b\n${fact}`, '``` a`b', 1],
    [`\`\`\n${fact}`, '``', 1],
    [`A\n    \`\`\`\n${fact}`, 'A\n    ```', 1],
    [`A\n\t~~~\n${fact}`, 'A\n\t~~~', 1],
    [`A ~~~\n${fact}`, 'A ~~~', 1],
    [`\`~~~\n${fact}`, '`~~~', 1],
  ],
  'what only looks like a marker is prose': [
    [`[[PROMOTE]{}[/PROMOTE]`, '[[PROMOTE]{}[/PROMOTE]', 0],
    [`[PROMOTED]\n${fact}`, '[PROMOTED]', 1],
    [`[PROMO\n${fact}`, '[PROMO', 1],
    [`[PROMO[PROMOTE]{}`, '[PROMO[PROMOTE]{}', 0],
    [`A\r${fact}`, `A\r${fact}`, 0],
    [`A\n\r${fact}`, `A\n\r${fact}`, 0],
    [`A\n\u00a0${fact}`, `A\n\u00a0${fact}`, 0],
    [`A\n  [`, 'A\n  [', 0],
  ],
  'a block left open at the end counts only when its body is complete': [
    ['A\n[PROMOTE]{"text":"x"}', 'A', 1],
    ['A\n[PROMOTE]```json\n{"text":"x"}\n```\n', 'A', 1],
    ['A\n[PROMOTE]{"text":"x"', 'A', 0],
    ['A\n[PROMOTE]{"text":"x"}[/PROMOT', 'A', 0],
    ['A\n[PROMOTE]', 'A', 0],
  ],
  'white space at both ends is trimmed, and nowhere else': [
    [' \r\n\t A  b \n\n', 'A  b', 0],
    [`\n\n  ${fact}\n\n\n  B\u00a0\u2028\n`, 'B', 1],
    [' \n\t ', '', 0],
    ['', '', 0],
  ],
}

for (const [guarantee, cases] of Object.entries(readings))
  test.each(cases)(`${guarantee}: %j`, (reply, prose, blocks) => {
    for (const reading of [readInPieces([reply]), readInPieces(units(reply)), readWhole(reply)]) {
      expect(reading.prose).toBe(prose)
      expect(reading.outcomes.filter(({ type }) => type === 'block')).toHaveLength(blocks)
    }
  })

describe('the size of a body', () => {
  const bodyOf = (bytes: number, filler = ' ') => `{"text":"x"}${filler.repeat(bytes)}`.slice(0, bytes)

  test('16 KiB are accepted and one byte more is rejected as too large', () => {
    expect(verdictOn(bodyOf(16_384))).toBe('block')
    expect(verdictOn(bodyOf(16_385))).toBe('too_large')
  })

  test('is counted in bytes of UTF-8, not in characters', () => {
    expect(verdictOn(`"${'€'.repeat(5_460)}"`)).toBe('invalid')
    expect(verdictOn(`"${'€'.repeat(5_461)}"`)).toBe('too_large')
    expect(verdictOn(`"${'🛠'.repeat(4_096)}"`)).toBe('too_large')
  })

  test('does not hide the closing tag of a body that is too large', () => {
    const reply = `A\n[PROMOTE]${'[/PROMOT'.repeat(10_000)}[/PROMOTE]\nB`
    const rejected = [{ type: 'rejected', marker: 'PROMOTE', reason: 'too_large' }]
    expect(readInPieces([reply])).toEqual({ prose: 'A\nB', outcomes: rejected })
    expect(readInPieces(units(reply))).toEqual({ prose: 'A\nB', outcomes: rejected })
  })

  test('rejects a body that is too large and never closed', () => {
    expect(readInPieces([`A\n[PROMOTE]${bodyOf(20_000)}`]).outcomes).toEqual([
      { type: 'rejected', marker: 'PROMOTE', reason: 'too_large' },
    ])
  })

  function verdictOn(body: string) {
    const [outcome] = readInPieces(units(`[PROMOTE]${body}[/PROMOTE]`)).outcomes
    return outcome?.type === 'rejected' ? outcome.reason : outcome?.type
  }
})

describe('the order and the moment of events', () => {
  test('prose, blocks and rejections come in the order of the reply', () => {
    const parser = new MarkerParser()
    expect(parser.push(`A\n${fact}\n[PROMOTE]?[/PROMOTE]\nB`).map(({ type }) => type)).toEqual([
      'text',
      'block',
      'rejected',
      'text',
    ])
  })

  test('a block is told with the last character of its closing tag', () => {
    const parser = new MarkerParser()
    expect(parser.push(fact.slice(0, -1))).toEqual([])
    expect(parser.push(']')).toMatchObject([{ type: 'block', block: { marker: 'PROMOTE' } }])
  })

  test('the start of a line is let go as soon as it can open no block', () => {
    const parser = new MarkerParser()
    expect(parser.push('A\n [PROMO')).toEqual([{ type: 'text', delta: 'A' }])
    expect(parser.push('X')).toEqual([{ type: 'text', delta: '\n [PROMOX' }])
  })

  test('the two halves of a surrogate pair go out together', () => {
    const parser = new MarkerParser()
    expect(parser.push('ok \ud83d')).toEqual([{ type: 'text', delta: 'ok ' }])
    expect(parser.push('\udee0')).toEqual([{ type: 'text', delta: '\ud83d\udee0' }])
  })

  test('half a surrogate pair goes out alone when the reply ends there', () => {
    const parser = new MarkerParser()
    expect(parser.push('\ud83d')).toEqual([])
    expect(parser.end()).toEqual([{ type: 'text', delta: '\ud83d' }])
  })
})
