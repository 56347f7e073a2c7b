/** The prose that an engineer sees: what is written to it, trimmed at both ends, each part given out once and for good.
 * White space waits until something visible follows it. */
export class VisibleProse {
  #ready: string[] = []
  #waiting: string[] = []
  #begun = false

  write(text: string): void {
    const visible = text.trimEnd()
    if (visible !== '') {
      for (const space of this.#waiting) this.#ready.push(space)
      this.#waiting.length = 0
      this.#ready.push(this.#begun ? visible : visible.trimStart())
      this.#begun = true
    }
    if (this.#begun && visible.length < text.length) this.#waiting.push(text.slice(visible.length))
  }

  /** What became visible since the last call, whole characters only: half a surrogate pair waits for the other half. */
  take(): string {
    const text = this.takeLast()
    if (!endsInHalfPair(text)) return text
    this.#ready.push(text.slice(-1))
    return text.slice(0, -1)
  }

  /** The same when the reply is over and no other half can come. */
  takeLast(): string {
    return this.#ready.splice(0).join('')
  }
}

function endsInHalfPair(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}
