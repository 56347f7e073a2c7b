import { BlockBody } from './block-body.ts'
import { FenceTracker } from './fence.ts'
import { type Block, type MarkerName, markerNames } from './payloads.ts'
import { VisibleProse } from './visible-prose.ts'

export type MarkerEvent =
  | { type: 'text'; delta: string }
  | { type: 'block'; block: Block }
  | { type: 'rejected'; marker: MarkerName; reason: 'not_json' | 'invalid' | 'too_large' }

const openings = markerNames.map((marker) => ({ marker, tag: `[${marker}]` }))
const noTag = { marker: undefined, tag: '[' }

/** Reads one model reply as it streams: prose out at once, blocks out as they close. However the reply is cut, the deltas
 * join to the same prose and the same blocks come in the same order. Each character is looked at once; what is kept is
 * the open block, up to the limit of a body, and the white space that may yet be trimmed. */
export class MarkerParser {
  #events: MarkerEvent[] = []
  readonly #prose = new VisibleProse()
  readonly #fence = new FenceTracker()
  #body: BlockBody | undefined

  /** The start of a line is held: its white space, and the opening tag or carriage return that may follow it. */
  #atLineStart = true
  #indent = ''
  #opening: (typeof openings)[number] | typeof noTag = noTag
  #matched = 0
  #carriageReturn = false

  /** A block was taken from the line being read; if nothing else is on the line, the line goes too. */
  #lineHeldBlock = false
  /** Nothing but newlines has come since a line went with its block. */
  #afterBlock = false
  /** How many newlines the prose ends in. */
  #newlines = 0

  /** Takes the next piece of the reply, of any size, and tells what it settled. */
  push(chunk: string): MarkerEvent[] {
    let at = 0
    while (at < chunk.length) {
      if (this.#body) at = this.#readBody(this.#body, chunk, at)
      else if (this.#atLineStart) at = this.#readLineStart(chunk, at)
      else at = this.#readText(chunk, at)
    }
    this.#tell(this.#prose.take())
    return this.#events.splice(0)
  }

  /**
   * Says that the reply is over: a block still open counts if its body is complete, and a tag that was begun is prose. Of
   * a reply that was `cut`, stopped or broken off, that tag is dropped: a block was coming, and none of it is shown.
   */
  end(cut = false): MarkerEvent[] {
    if (this.#body) this.#settle(this.#body)
    else if (this.#matched > 0 && !cut) this.#takeAsText(this.#opening.tag.slice(0, this.#matched))
    this.#tell(this.#prose.takeLast())
    return this.#events.splice(0)
  }

  #readText(chunk: string, at: number): number {
    const newline = chunk.indexOf('\n', at)
    const end = newline < 0 ? chunk.length : newline
    this.#fence.read(chunk.slice(at, end))
    if (newline < 0) {
      this.#prose.write(chunk.slice(at))
      return end
    }
    this.#prose.write(chunk.slice(at, newline + 1))
    this.#newlines = 1
    this.#startLine()
    return newline + 1
  }

  #readLineStart(chunk: string, at: number): number {
    const char = chunk.charAt(at)
    if (this.#matched > 0) return this.#readOpening(char, at)
    if (char === '\n') {
      this.#endBlankLine(this.#carriageReturn ? '\r\n' : '\n')
      return at + 1
    }
    if (this.#carriageReturn) this.#takeAsText('\r')
    else if (char === ' ' || char === '\t') return this.#readIndent(chunk, at)
    else if (char === '[') this.#matched = 1
    else if (char === '\r') this.#carriageReturn = true
    else this.#takeAsText('')
    return this.#atLineStart ? at + 1 : at
  }

  #readIndent(chunk: string, at: number): number {
    let end = at + 1
    while (chunk.charAt(end) === ' ' || chunk.charAt(end) === '\t') end++
    this.#indent += chunk.slice(at, end)
    this.#fence.read(chunk.slice(at, end))
    return end
  }

  #readOpening(char: string, at: number): number {
    // The first letter tells the names apart.
    if (this.#matched === 1) this.#opening = openings.find(({ tag }) => tag[1] === char) ?? noTag
    const { marker, tag } = this.#opening
    if (tag[this.#matched] !== char) {
      this.#takeAsText(tag.slice(0, this.#matched))
      return at
    }
    this.#matched++
    if (this.#matched === tag.length && marker) {
      this.#matched = 0
      this.#body = new BlockBody(marker)
    }
    return at + 1
  }

  #readBody(body: BlockBody, chunk: string, at: number): number {
    const end = body.read(chunk, at)
    if (body.closed) {
      this.#settle(body)
      this.#body = undefined
      this.#lineHeldBlock = true
      // What follows on this line may be another block, or a fence.
      this.#fence.restartLine()
    }
    return end
  }

  /** What was held at the start of the line is prose, and so is the rest of the line. */
  #takeAsText(held: string): void {
    this.#prose.write(this.#indent + held)
    this.#fence.read(held)
    this.#leaveLineStart()
    this.#atLineStart = false
    this.#afterBlock = false
  }

  #endBlankLine(newline: string): void {
    if (this.#lineHeldBlock) this.#afterBlock = true
    else if (this.#indent !== '') {
      this.#prose.write(this.#indent + newline)
      this.#afterBlock = false
      this.#newlines = 1
    } else if (!this.#afterBlock || this.#newlines < 2) {
      this.#prose.write(newline)
      this.#newlines++
    }
    this.#startLine()
  }

  #startLine(): void {
    this.#fence.endLine()
    this.#leaveLineStart()
    this.#atLineStart = !this.#fence.inside
    this.#lineHeldBlock = false
  }

  #leaveLineStart(): void {
    this.#indent = ''
    this.#matched = 0
    this.#carriageReturn = false
  }

  #settle(body: BlockBody): void {
    this.#tell(this.#prose.take())
    const verdict = body.verdict()
    this.#events.push(
      'block' in verdict
        ? { type: 'block', block: verdict.block }
        : { type: 'rejected', marker: body.marker, reason: verdict.rejected },
    )
  }

  #tell(delta: string): void {
    if (delta !== '') this.#events.push({ type: 'text', delta })
  }
}
