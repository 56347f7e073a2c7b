/**
 * Cuts a text into pieces of at most `longest` characters: between paragraphs where it can, else between lines, else
 * between words. What is left out is the white space at the cut and nothing else. Only a run without any white space
 * that is longer than a whole piece is cut inside, as there is no other way to keep all of it.
 */
export function splitText(text: string, longest: number): string[] {
  if (longest < 2) throw new RangeError('A piece has room for any one character')
  const pieces: string[] = []
  let rest = text
  while (rest.length > longest) {
    const { end, next } = cutIn(rest, longest)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(next)
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}

type Cut = { end: number; next: number }

function cutIn(text: string, longest: number): Cut {
  for (const border of [/\n\n+/g, /\n/g, /\s+/g]) {
    const found = lastBorder(text, border, longest)
    if (found) return found
  }
  const end = isHalf(text, longest) ? longest - 1 : longest
  return { end, next: end }
}

/** The last border with something before it; it may begin right behind the last character that has room. */
function lastBorder(text: string, border: RegExp, longest: number): Cut | undefined {
  const found = [...text.slice(0, longest + 2).matchAll(border)]
  const end = found.findLast(({ index }) => index > 0 && index <= longest)?.index
  if (end === undefined) return undefined
  const whole = new RegExp(border, 'y')
  whole.lastIndex = end
  return { end, next: end + (whole.exec(text)?.[0].length ?? 0) }
}

/** Whether a cut here would go through the middle of one character. */
function isHalf(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
}
