type Fence = { mark: string; length: number }

/** Follows the lines of Markdown prose, in pieces of any size, and knows whether the next line stands in a code block. */
export class FenceTracker {
  #open: Fence | undefined
  #part: 'indent' | 'fence' | 'rest' | 'no_fence' = 'indent'
  #indent = 0
  #line: Fence = { mark: '', length: 0 }

  get inside(): boolean {
    return this.#open !== undefined
  }

  /** Reads more of the current line; its newline is told by `endLine`. */
  read(piece: string): void {
    for (let at = 0; at < piece.length && this.#part !== 'no_fence'; at++) this.#part = this.#partAt(piece.charAt(at))
  }

  endLine(): void {
    if (this.#part !== 'no_fence' && this.#line.length >= 3) this.#open = this.#afterFence(this.#line)
    this.restartLine()
  }

  /** Forgets the current line: what comes is read as the start of one. */
  restartLine(): void {
    this.#part = 'indent'
    this.#indent = 0
    this.#line = { mark: '', length: 0 }
  }

  #partAt(char: string) {
    if (this.#part === 'indent') {
      if (char === ' ' && this.#indent++ < 3) return 'indent'
      if (char !== '`' && char !== '~') return 'no_fence'
      this.#line.mark = char
    }
    if (this.#part !== 'rest' && char === this.#line.mark) {
      this.#line.length++
      return 'fence'
    }
    return this.#mayFollowFence(char) ? 'rest' : 'no_fence'
  }

  /** White space may follow a closing fence. Anything may follow an opening one but a backtick after backticks, which
   * make inline code. */
  #mayFollowFence(char: string): boolean {
    if (this.#open) return char === ' ' || char === '\t' || char === '\r'
    return char !== '`' || this.#line.mark !== '`'
  }

  #afterFence(line: Fence): Fence | undefined {
    if (!this.#open) return line
    const closes = line.mark === this.#open.mark && line.length >= this.#open.length
    return closes ? undefined : this.#open
  }
}

/** The content of a trimmed text that is one code fence, on lines of its own or on a single line; any other text as it is.
 * A fence that is never closed runs to the end, as in Markdown. */
export function withoutFence(text: string): string {
  const mark = text.charAt(0)
  if (mark !== '`' && mark !== '~') return text
  const opening = runLength(text, mark, 0, 1)
  if (opening < 3) return text
  const closing = runLength(text, mark, text.length - 1, -1)
  const end = closing < opening ? text.length : text.length - closing
  const newline = text.indexOf('\n', opening)
  return text.slice(newline < 0 ? opening + text.slice(opening).search(/[{[]|$/) : newline, end)
}

function runLength(text: string, mark: string, from: number, step: 1 | -1): number {
  let length = 0
  while (text.charAt(from + step * length) === mark) length++
  return length
}
