import { type MarkerName, markerNames, readBlock } from '../../../api/markers/payloads.ts'
import type { Outcome, Reading } from './read-in-pieces.ts'

const opening = new RegExp(`^([ \\t]*)\\[(${markerNames.join('|')})\\]`)
const openingFence = /^ {0,3}(`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n/

/** The marker language read the slow and obvious way, from a whole reply: what the incremental parser is held against. */
export function readWhole(reply: string): Reading {
  const outcomes: Outcome[] = []
  let prose = ''
  let indent = ''
  let rest = reply
  while (rest !== '') {
    const [tag, space = '', name] = opening.exec(rest) ?? []
    const marker = markerNames.find((known) => known === name)
    if (!tag || !marker) {
      const text = codeBlock(rest) ?? line(rest)
      prose += indent + text
      indent = ''
      rest = rest.slice(text.length)
      continue
    }
    const [body = '', ...after] = rest.slice(tag.length).split(`[/${marker}]`)
    outcomes.push(outcomeOf(marker, body))
    rest = after.join(`[/${marker}]`)
    indent += space

    const emptyEnd = /^[ \t]*(\r?\n|$)/.exec(rest)
    if (emptyEnd) {
      indent = ''
      rest = rest.slice(emptyEnd[0].length)
      const [after = ''] = /^(\r?\n)*/.exec(rest) ?? []
      const kept = Math.max(0, 2 - countNewlines(prose))
      rest = (after.match(/\r?\n/g) ?? []).slice(0, kept).join('') + rest.slice(after.length)
    }
  }
  return { prose: prose.trim(), outcomes }
}

function line(text: string): string {
  return /^[^\n]*\n?/.exec(text)?.[0] ?? ''
}

/** The fenced code block that the text begins with, to its closing fence or to the end; none when it begins otherwise. */
function codeBlock(text: string): string | undefined {
  const [first = '', fence = ''] = openingFence.exec(text) ?? []
  if (!fence) return undefined
  const closing = new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t\\r]*$`)
  let block = first
  while (block.length < text.length) {
    const next = line(text.slice(block.length))
    block += next
    if (next.endsWith('\n') && closing.test(next.slice(0, -1))) return block
  }
  return block
}

/** How many newlines the text ends in. */
function countNewlines(text: string): number {
  return (/(\r?\n)*$/.exec(text)?.[0].match(/\n/g) ?? []).length
}

function outcomeOf(marker: MarkerName, body: string): Outcome {
  if (Buffer.byteLength(body) > 16_384) return { type: 'rejected', marker, reason: 'too_large' }
  const read = readBlock(marker, body)
  return 'block' in read ? { type: 'block', block: read.block } : { type: 'rejected', marker, reason: read.rejected }
}
