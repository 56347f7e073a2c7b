/** A line of Markdown without the marks for code, emphasis, links and escapes. What stands in code is not touched. */
export function plainInline(line: string): string {
  let plain = ''
  let end = 0
  for (const { from, to, inside } of codeIn(line)) {
    plain += plainProse(line.slice(end, from)) + (inside.trim() === '' ? inside : inside.replace(/^ (.*) $/, '$1'))
    end = to
  }
  return plain + plainProse(line.slice(end))
}

type Code = { from: number; to: number; inside: string }

/** Code stands between two runs of as many back-ticks. Each run is looked at once, whatever stands between. */
function codeIn(line: string): Code[] {
  const runs = [...line.matchAll(/`+/g)].map(({ 0: ticks, index }) => ({ index, length: ticks.length }))
  const next = new Map<number, number>()
  const closing = runs.map(() => -1)
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.length ?? 0
    closing[at] = next.get(length) ?? -1
    next.set(length, at)
  }
  const found: Code[] = []
  for (let at = 0; at < runs.length; at++) {
    const [opening, closed] = [runs[at], runs[closing[at] ?? -1]]
    if (!opening || !closed) continue
    const inside = line.slice(opening.index + opening.length, closed.index)
    found.push({ from: opening.index, to: closed.index + closed.length, inside })
    at = closing[at] ?? at
  }
  return found
}

const link = /!?\[([^\][]*)\]\(((?:[a-z][a-z0-9+.-]*:|[/#])[^\s()]*)\)/gi
const bare_link = /<((?:https?|mailto):[^\s<>]+)>/gi
// Only around whole words: `*.pst`, `a*b` and `__init__` mean what they say.
const strong = /\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*/g
const starred = /(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}"“(])([^*]*[\p{L}\p{N}"”).!?])\*(?![\p{L}\p{N}*])/gu
const underscored = /(?<![\p{L}\p{N}_\\])_(?=[\p{L}\p{N}"“(])([^_]*[\p{L}\p{N}"”).!?])_(?![\p{L}\p{N}_])/gu

function plainProse(text: string): string {
  return text
    .replace(link, (_, words: string, url: string) => linkText(words, url))
    .replace(bare_link, '$1')
    .replace(starred, '$1')
    .replace(strong, '$1')
    .replace(starred, '$1')
    .replace(underscored, '$1')
    .replace(/\S+/g, withoutEscapes)
}

const linkText = (words: string, url: string) => (words === '' || words === url ? url : `${words} (${url})`)

// `\*` is a star that was escaped; `C:\_temp` and `\\fs01\_scans` are places, and lose nothing.
function withoutEscapes(word: string): string {
  if (!word.includes('\\')) return word
  const is_path = /\\[\p{L}\p{N}]|\\\\|:\\/u.test(word)
  return is_path ? word : word.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
