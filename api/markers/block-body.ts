import { type Block, type MarkerName, readBlock } from './payloads.ts'

/** Bytes in UTF-8. */
const largestBody = 16 * 1024

/** The inside of one open block: looks for its closing tag and keeps no more of the body than a block may have. */
export class BlockBody {
  readonly marker: MarkerName
  readonly #closing: string
  #matched = 0
  #text = ''
  #tooLarge = false

  constructor(marker: MarkerName) {
    this.marker = marker
    this.#closing = `[/${marker}]`
  }

  get closed(): boolean {
    return this.#matched === this.#closing.length
  }

  /** Reads a chunk from `at` on; answers where the closing tag ended, or the chunk did. */
  read(chunk: string, at: number): number {
    while (at < chunk.length && !this.closed) {
      if (this.#matched === 0) at = this.#readToBracket(chunk, at)
      else if (chunk.charAt(at) === this.#closing[this.#matched]) {
        this.#matched++
        at++
      } else this.#unmatch()
    }
    return at
  }

  /** The verdict on the body, once its closing tag or the end of the reply has come. */
  verdict(): { block: Block } | { rejected: 'not_json' | 'invalid' | 'too_large' } {
    if (!this.closed) this.#unmatch()
    if (this.#tooLarge || new TextEncoder().encode(this.#text).length > largestBody) return { rejected: 'too_large' }
    return readBlock(this.marker, this.#text)
  }

  #readToBracket(chunk: string, at: number): number {
    const bracket = chunk.indexOf('[', at)
    if (bracket < 0) {
      this.#keep(chunk.slice(at))
      return chunk.length
    }
    this.#keep(chunk.slice(at, bracket))
    this.#matched = 1
    return bracket + 1
  }

  /** What looked like the closing tag was body after all. The tag has one `[`, so none can have begun inside it. */
  #unmatch(): void {
    this.#keep(this.#closing.slice(0, this.#matched))
    this.#matched = 0
  }

  // A UTF-16 unit is at least one byte, so this bounds the memory; the exact measure is taken once, by verdict().
  #keep(text: string): void {
    this.#tooLarge ||= this.#text.length + text.length > largestBody
    this.#text = this.#tooLarge ? '' : this.#text + text
  }
}
