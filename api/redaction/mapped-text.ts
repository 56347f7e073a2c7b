/** A text made out of another, which knows where each of its pieces stood there. */
export type MappedText = {
  text: string
  /** The place in the original of the piece from `start` to `end`, with all that was left out inside of it. */
  toOriginal: (start: number, end: number) => { start: number; end: number }
}

export const unchanged = (text: string): MappedText => ({ text, toOriginal: (start, end) => ({ start, end }) })

/**
 * The text with each match of the pattern, which must be global, as `replace` says; undefined leaves it as it is. It is the
 * very same object where nothing changed.
 */
export function replaceMapped(
  source: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): MappedText {
  const pieces: string[] = []
  // Of each replaced piece: where it starts and ends here, and where in the source.
  const here: number[] = []
  const there: number[] = []
  let from = 0
  let length = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(source.text); match !== null; match = pattern.exec(source.text)) {
    const [found] = match
    if (found === '') pattern.lastIndex++
    const replacement = replace(match)
    if (replacement === undefined || replacement === found) continue
    pieces.push(source.text.slice(from, match.index), replacement)
    length += match.index - from
    here.push(length, length + replacement.length)
    there.push(match.index, match.index + found.length)
    length += replacement.length
    from = match.index + found.length
  }
  if (pieces.length === 0) return source
  pieces.push(source.text.slice(from))
  const place = placesOf(here, there)
  return {
    text: pieces.join(''),
    toOriginal: (start, end) => source.toOriginal(place(start).start, place(end - 1).end),
  }
}

/** The place in the source of the letter at an index. */
function placesOf(here: number[], there: number[]) {
  return (index: number): { start: number; end: number } => {
    // The last piece that starts at or before the index; two entries each.
    let low = 0
    let high = here.length / 2
    while (low < high) {
      const middle = (low + high) >> 1
      if ((here[middle * 2] ?? 0) <= index) low = middle + 1
      else high = middle
    }
    if (low === 0) return { start: index, end: index + 1 }
    const to = here[low * 2 - 1] ?? 0
    const [source_from = 0, source_to = 0] = there.slice(low * 2 - 2, low * 2)
    if (index < to) return { start: source_from, end: source_to }
    return { start: source_to + index - to, end: source_to + index - to + 1 }
  }
}
